"""The one gate for reader-facing words: gettext with a switchable catalog.

English is the source language, so no catalog is needed to run. Another language is a
compiled catalog under ``locale/<language>/LC_MESSAGES/messages.mo`` and no code.
"""

from __future__ import annotations

import gettext as _gettext
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"
DEFAULT_LOCALE = "en_US"


class _Current:
    """The translations and the locale in use; one process speaks one language."""

    locale: str = DEFAULT_LOCALE
    translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use(locale: str, translations: _gettext.NullTranslations | None = None) -> None:
    """Switch every later word, number and date to `locale`.

    Args:
        locale: a Babel locale such as ``en_US``.
        translations: a catalog to use instead of the one in the locale folder (for tests).
    """
    _Current.locale = locale
    _Current.translations = translations or _gettext.translation(
        "messages", localedir=LOCALE_FOLDER, languages=[locale], fallback=True
    )


@contextmanager
def spoken_in(locale: str, translations: _gettext.NullTranslations | None = None) -> Iterator[None]:
    """Use `locale` inside a ``with`` block and return to the earlier one after it."""
    before = (_Current.locale, _Current.translations)
    use(locale, translations)
    try:
        yield
    finally:
        _Current.locale, _Current.translations = before


def current_locale() -> str:
    """The Babel locale that numbers and dates are written in."""
    return _Current.locale


def N_(message: str) -> str:  # noqa: N802 - the name that translators' tools know
    """`message` as it stands: marked for translators here, translated by ``_`` when it is shown."""
    return message


def _(message: str) -> str:
    """`message` in the language in use."""
    return _Current.translations.gettext(message)


def told(words: str) -> str:
    """Words that stand in a table of the bundle, in the language in use; blank stays blank."""
    return _Current.translations.gettext(words) if words else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of the message that fits `n`, in the language in use."""
    return _Current.translations.ngettext(singular, plural, n)


use(os.environ.get("DASHBOARD_LOCALE", DEFAULT_LOCALE))

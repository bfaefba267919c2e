"""Sentences of a page that answers a search, and of an address that names no county."""

from __future__ import annotations

from lib.i18n import _, ngettext
from lib.wording.numbers import capitalized, spelled


def unknown_county(part: str, shown: str) -> str:
    """What to say where an address names a county that is none of the 58."""
    return _(
        "This address names a county that this page does not know ({part}). You see {shown} "
        "instead."
    ).format(part=part, shown=shown)


def headline(words: str, found: int) -> str:
    """The headline of a page that answers a search."""
    if not found:
        return _("Nothing was found for {words}").format(words=words)
    return ngettext(
        "{n} place may be meant by {words}", "{n} places may be meant by {words}", found
    ).format(n=capitalized(spelled(found)), words=words)


def introduction(found: int) -> str:
    """What the reader of such a page can do."""
    if not found:
        return _("Choose a county from the list, or search again.")
    return _("Choose the county that you mean, or search again.")

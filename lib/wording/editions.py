"""Sentences about editions: what each brought, and what changed since one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import editions
from lib.i18n import _, ngettext
from lib.wording.numbers import count, date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def kind_label(kind: str) -> str:
    """The words for what became of a row."""
    return {
        "added": _("Added"),
        "revised": _("Revised"),
        "withdrawn": _("Withdrawn"),
    }[kind]


def brought(version: str, day: str, note: str) -> str:
    """One edition and what it brought."""
    return _("Edition {version} of {date}. {note}").format(
        version=version, date=date(day), note=note
    )


def counts(changes: Mapping[str, int], headlines: int) -> str:
    """How much changed: kind -> rows and cells, and charts whose headline reads differently.

    Words and numbers are told apart: an edition in which no number changed may revise many words.
    """
    numbers = changes.get(editions.NUMBERS, 0)
    words = changes.get(editions.REVISED, 0) - numbers
    parts = [
        ngettext("{n} addition", "{n} additions", changes.get("added", 0)).format(
            n=count(changes.get("added", 0))
        ),
        ngettext("{n} revision of words", "{n} revisions of words", words).format(n=count(words)),
        ngettext("{n} revision of a number", "{n} revisions of numbers", numbers).format(
            n=count(numbers)
        ),
        ngettext("{n} withdrawal", "{n} withdrawals", changes.get("withdrawn", 0)).format(
            n=count(changes.get("withdrawn", 0))
        ),
        ngettext("{n} chart headline changed", "{n} chart headlines changed", headlines).format(
            n=count(headlines)
        ),
    ]
    return ", ".join(parts) + "."


def nothing() -> str:
    """Where there is only one edition, or the newest was chosen."""
    return _("This is the first edition. The next one will list here what it changes.")


def shared_from(version: str) -> str:
    """The link was made with an earlier edition, and nothing on this page reads differently."""
    return _(
        "This link was shared from edition {version}. No headline on this page has changed since."
    ).format(version=version)


def changed_since(version: str, n: int) -> str:
    """The link was made with an earlier edition, and charts of this page read differently."""
    return ngettext(
        "This link was shared from edition {version}. {n} headline on this page has changed since:",
        "This link was shared from edition {version}. {n} headlines on this page have changed since:",
        n,
    ).format(version=version, n=count(n))


def was_and_is(before: str, after: str) -> str:
    """A headline then and now."""
    if not before:
        return _("New: {after}").format(after=after)
    return _("Then: {before}. Now: {after}.").format(before=before, after=after)


def not_known(version: str) -> str:
    """The link names an edition that never was."""
    return _("This link names edition {version}, which we do not know.").format(version=version)


def since(versions: Sequence[str]) -> str:
    """In which edition the numbers of a chart first appeared, the oldest first."""
    if len(versions) == 1:
        return _("In this dashboard since edition {version}.").format(version=versions[0])
    return _(
        "In this dashboard since edition {first}. Some numbers joined later; the latest came with "
        "edition {last}."
    ).format(first=versions[0], last=versions[-1])

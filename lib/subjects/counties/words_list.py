"""The words of the grouped list of a county's hospital sites or licenses."""

from __future__ import annotations

from lib.i18n import _, ngettext
from lib.wording import states
from lib.wording.numbers import count


def mark_words() -> dict[str, str]:
    """What a site said of an inpatient program in one year, in words, for its mark."""
    return {
        "yes": _("Reports a program"),
        "no": _("Reports none"),
        "silent": states.label("not answered"),
        "unknown": _("Not in that report"),
    }


def team_marks() -> dict[str, str]:
    """What a license said of an inpatient team in one year, in words, for its mark."""
    return {
        "yes": _("Reports a team"),
        "no": _("Reports none"),
        "unknown": _("Not in that report"),
    }


def group_words(year: int) -> dict[str, str]:
    """Group of the list -> the words over it."""
    return {
        "reports": _("Reports a program in {year}").format(year=year),
        "before": _("Reported one before, not in {year}").format(year=year),
        "never": _("Never reported one"),
        "silent": _("No report in {year}").format(year=year),
    }


def license_groups(year: int) -> dict[str, str]:
    """Group of the list of licenses -> the words over it."""
    return {
        "reports": _("Reports a team in {year}").format(year=year),
        "before": _("Reported one before, not in {year}").format(year=year),
        "never": _("Never reported one"),
        "silent": _("No report in {year}").format(year=year),
    }


def head(group: str, sites: int, beds: float) -> str:
    """The line over a group: its words, how many, and their acute care beds where known."""
    if not beds:
        return _("{group}: {n}").format(group=group, n=count(sites))
    return _("{group}: {n} ({beds} beds)").format(group=group, n=count(sites), beds=count(beds))


def more(folded: int) -> str:
    """The line in place of the folded rows of a group."""
    return ngettext("and {n} more", "and {n} more", folded).format(n=count(folded))


def every(total: int) -> str:
    """The words at the switch that unfolds the list."""
    return _("Show all {n}").format(n=count(total))


def find() -> str:
    """The words at the search box of the list."""
    return _("Find in this list")


#: Names with more letters are shortened by these words, in this order, until they are no longer.
LONG = 34
SHORTER = (
    (" Hospital - ", " - "),
    ("Medical Center", "Med. Center"),
    ("Rehabilitation", "Rehab."),
    ("Foundation ", ""),
)


def shortly(name: str) -> str:
    """A hospital's name for a narrow column: its usual long words shortened, its own ones whole."""
    for word, less in SHORTER:
        if len(name) > LONG:
            name = name.replace(word, less)
    return name

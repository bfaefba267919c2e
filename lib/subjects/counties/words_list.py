"""The words of the grouped list of a county's hospital sites or licenses."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording import states
from lib.wording.numbers import count

if TYPE_CHECKING:
    from collections.abc import Sequence


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
        "reports": _("Reports an inpatient program, {year}").format(year=year),
        "before": _("Reported one before, not in {year}").format(year=year),
        "never": _("Never reported an inpatient program"),
        "silent": _("No report in {year}").format(year=year),
    }


def outpatient_key() -> str:
    """The words at the sign of outpatient services, in the key of the list."""
    return _("Reports outpatient care")


def outpatient_only() -> str:
    """Beside a site that reports outpatient services and no inpatient program, after the sign."""
    return _("outpatient")


def outpatient_words() -> dict[str, str]:
    """What a site said of outpatient palliative care, in words, for a table."""
    return {"Yes": _("Reports it"), "No": _("Reports none"), "Unknown": _("Did not answer")}


def license_groups(year: int) -> dict[str, str]:
    """Group of the list of licenses -> the words over it."""
    return {
        "reports": _("Reports a team in {year}").format(year=year),
        "before": _("Reported one before, not in {year}").format(year=year),
        "never": _("Never reported a team"),
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


#: As many digits of a state number tell two sites of one name apart where room is short.
DIGITS = 4

#: Names with more letters are shortened by these words, in this order, until they are no longer.
LONG = 34
SHORTER = (
    (" Hospital - ", " - "),
    ("Medical Center", "Med. Center"),
    ("Rehabilitation", "Rehab."),
    ("Foundation ", ""),
)


def shortly(name: str, end: str = "") -> str:
    """A hospital's name for a narrow column: its usual long words shortened, its own ones whole.

    `end` tells it from another of the same name; a long name is cut before it.
    """
    room = LONG - len(end)
    for word, less in SHORTER:
        if len(name) > room:
            name = name.replace(word, less)
    if end and len(name) > room:
        name = name[: room - 1].rstrip() + "…"
    return f"{name}{end}"


#: Names that share so many first letters would be cut alike on a phone.
ALIKE = 22
#: The signs between the words of a name, and the most letters that are left of its end.
JOINTS, MOST_OWN = " -&,", 24


def apart(names: Sequence[str]) -> list[str]:
    """Long names that begin alike, cut in their middle: what tells them apart stays in sight."""
    return [_middle_cut(name, [*names[:n], *names[n + 1 :]]) for n, name in enumerate(names)]


def _middle_cut(name: str, others: Sequence[str]) -> str:
    shared = max((_alike(name, _short(other)) for other in others), default=0)
    if len(name) <= LONG or shared < ALIKE or shared == len(name):
        return name
    is_whole = name[shared] in JOINTS
    begins = shared if is_whole else max(name.rfind(sign, 0, shared) for sign in JOINTS)
    own = name[begins:].strip(JOINTS)[:MOST_OWN].rstrip(JOINTS)
    head = name[: LONG - len(own) - 1]
    if name[len(head)] not in JOINTS:
        head = head.rpartition(" ")[0]
    return f"{head.rstrip(JOINTS)}… {own}"


def _alike(one: str, other: str) -> int:
    """How many first letters two names share."""
    return sum(1 for _pair in takewhile(lambda p: p[0] == p[1], zip(one, other, strict=False)))


def _short(name: str) -> str:
    """`name` with every word shortened, as a long one has it."""
    for word, less in SHORTER:
        name = name.replace(word, less)
    return name


def end_of(full: str, name: str, number: str) -> str:
    """What `full` adds to `name`, in few letters; of a state number its last digits."""
    if number and number in full:
        return _(" (…{digits})").format(digits=number[-DIGITS:])
    return full.removeprefix(name)

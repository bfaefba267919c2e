"""Sentences about learning communities, partnerships, technical assistance and grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import vocabulary
from lib.i18n import _, ngettext
from lib.wording.numbers import capitalized, count, date, is_missing, listing, spelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.derive.measures import Tables
    from lib.model import Figure

#: Efforts of every kind, and no milestones laid over.
ALL, NONE = "all", "none"


def kind_heading(kind: str, n: int, regional: int = 0) -> str:
    """The heading over the efforts of a kind, named in words; of some, how many are regional."""
    if regional:
        return _("{kind} ({n}: {statewide} statewide, {regional} regional)").format(
            kind=kind, n=count(n), statewide=count(n - regional), regional=count(regional)
        )
    return _("{kind} ({n})").format(kind=kind, n=count(n))


#: The kind of effort whose statewide ones are counted apart, and the place that is the whole state.
LEARNING, STATE = "learning_community", "California"


def regional(rows: pd.DataFrame) -> pd.DataFrame:
    """The learning communities among efforts that took place in a part of the state."""
    return rows[rows["kind"].eq(LEARNING) & rows["geography"].ne(STATE)]


def reach(rows: pd.DataFrame) -> str:
    """How many of the learning communities are statewide: each count of them stands by this."""
    total, apart = int(rows["kind"].eq(LEARNING).sum()), regional(rows)
    if apart.empty:
        return ""
    return _(
        "Of the {total} learning communities, {statewide} are statewide and {regional} regional "
        "({places})."
    ).format(
        total=spelled(total),
        statewide=spelled(total - len(apart)),
        regional=spelled(len(apart)),
        places=listing(list(dict.fromkeys(apart["geography"].astype(str)))),
    )


def timeline_kinds(names: Mapping[str, str]) -> dict[str, str]:
    """Efforts that the timeline may show -> the words on its button; `names` are the kinds."""
    return {ALL: _("All initiatives"), **names}


def overlay_names(tables: Tables) -> dict[str, str]:
    """Overlay -> the word on its button: the paths, kinds of milestones, nothing."""
    return {
        **vocabulary.labels(tables, "milestone_chain"),
        **vocabulary.labels(tables, "overlay_category"),
        NONE: _("None"),
    }


def when(start: str, end: str) -> str:
    """The dates of an effort in words; what is not stated is said."""
    if not start and not end:
        return _("no dates given")
    if not end:
        return _("from {start}, no end given").format(start=date(start))
    if not start:
        return _("until {end}, no start given").format(end=date(end))
    if start == end:
        return date(start)
    if len(start) == len(end) == len("YYYY"):
        return _("{first}-{last}").format(first=start, last=end)
    return _("{start} to {end}").format(start=date(start), end=date(end))


def size(participants: float, kind: str) -> str:
    """How many took part, and of what; the number is said to be missing where it is."""
    if is_missing(participants):
        return _("number not given ({kind})").format(kind=kind)
    return _("{n} {kind}").format(n=count(participants), kind=kind)


def short_size(participants: float, kind: str) -> str:
    """The size in few words, for the bar's own line: what stands before a bracket or comma."""
    if is_missing(participants):
        return _("size not given")
    return size(participants, kind.split(" (")[0].split(";")[0])


def funder_headline(funded: int, total: int, first_year: int) -> str:
    """How many of the efforts the foundation that paid for most of them paid for."""
    return ngettext(
        "One foundation funded {funded} of {total} initiative we found since {year}",
        "One foundation funded {funded} of the {total} initiatives we found since {year}",
        total,
    ).format(funded=count(funded), total=count(total), year=first_year)


def kinds_headline(ledger: Figure) -> str:
    """How many initiatives there are, and how many of the learning communities are statewide."""
    total, learning = len(ledger.rows), int(ledger.rows["kind"].eq(LEARNING).sum())
    return _(
        "We found {n} initiatives, by kind; {statewide} of {total} learning communities are "
        "statewide"
    ).format(
        n=count(total),
        statewide=spelled(learning - len(regional(ledger.rows))),
        total=spelled(learning),
    )


def headline_of(ledger: Figure) -> str:
    """How many statewide learning communities the ledger holds, and for how many it has names."""
    held = ledger.rows[(ledger.rows["kind"] == LEARNING) & (ledger.rows["geography"] == STATE)]
    return ngettext(
        "{n} statewide learning community started between {first} and {last}; most have not "
        "published who took part",
        "{n} statewide learning communities started between {first} and {last}; most have "
        "not published who took part",
        len(held),
    ).format(
        n=capitalized(spelled(len(held))),
        first=int(held["begin"].min()),
        last=int(held["begin"].max()),
    )


def introduction(ledger: Figure) -> str:
    """How the counts of learning communities differ: short, for on a phone the picture follows.

    What the other initiatives are is said by the picture; that timing proves no cause, under it.
    """
    return reach(ledger.rows) or _("Who took part, how long each lasted, and what it left behind.")


def plain_attribution() -> str:
    """The caution that goes with every list of initiatives: what timing does not prove."""
    return _(
        "Timing does not prove cause. These initiatives ran while laws, payment and hospitals were "
        "also changing, and the organizations that joined had chosen to. Growth during or after an "
        "initiative does not prove that the initiative caused it. What an initiative is said to "
        "have added comes from its own account or its funder's."
    )


def members_headline(placed: int, total: int, counties: int) -> str:
    """How many of the named organizations can be put on a map."""
    return _("We can map {placed} of {total} named memberships, in {counties} counties").format(
        placed=count(placed), total=count(total), counties=count(counties)
    )


def place_label(status: str) -> str:
    """The words for what is named in a county."""
    return {
        "organization": _("At least one named organization"),
        "county": _("Named by an initiative, but no organization mapped"),
        "none": _("None named"),
    }[status]


def planned_headline(parts: list[str], first_year: str, last_year: str) -> str:
    """What the newest learning community planned: activities with their numbers, in words."""
    return _(
        "The {first}-{last} learning community planned {parts}; we do not know how many took place"
    ).format(first=first_year, last=last_year, parts=listing(parts))


def rounds_headline(efforts: int, total: int) -> str:
    """For how many efforts the rounds may be added up."""
    return ngettext(
        "Participants can be added up within only {n} of {total} initiative, and never across them",
        "Participants can be added up within only {n} of {total} initiatives, and never across them",
        total,
    ).format(n=spelled(efforts), total=count(total))


def recurring(names: list[tuple[str, int]]) -> str:
    """Organizations that stand in more than one effort: (name, number of efforts)."""
    if not names:
        return _("No organization is named in more than one initiative.")
    listed = listing([_("{name} ({n})").format(name=name, n=count(n)) for name, n in names])
    return _(
        "The same organizations appear in several initiatives, so we do not add sizes "
        "together. Named in more than one: {listed}. Most initiatives do not publish member "
        "lists, so others may also repeat."
    ).format(listed=listed)


def found(n: int) -> str:
    """How many efforts fit a filter."""
    return ngettext("{n} initiative matches.", "{n} initiatives match.", n).format(n=count(n))


def planned(number: float, period: str) -> str:
    """An activity's planned number and period in words."""
    words = [] if is_missing(number) else [_("number: {n}").format(n=count(number))]
    words += [period] if period else []
    return "; ".join(words) if words else _("no number or period given")


def planned_label(number: float, period: str) -> str:
    """An activity's planned number and its period, for the end of its bar."""
    if is_missing(number):
        return _("number not given ({period})").format(period=period)
    return _("{n} ({period})").format(n=count(number), period=period)


def round_group(kind: str, year: str) -> str:
    """What the rounds of an effort count, and since when: "Public hospitals, from 2008"."""
    return _("{kind}, from {year}").format(kind=capitalized(kind.split(" (")[0]), year=year)

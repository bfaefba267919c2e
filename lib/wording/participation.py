"""Sentences about memberships, training, centers, networks and what the field asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording.numbers import count, date, spelled

if TYPE_CHECKING:
    from lib.model import Figure


def headline_of(points: Figure) -> str:
    """The two dated numbers for California, from the first two cards."""
    members, trained = points.rows.iloc[0], points.rows.iloc[1]
    return _(
        "In {when}, {members} California organizations were CAPC members and {trained} had PCLC "
        "training; no yearly count is held"
    ).format(when=date(members["date"]), members=members["value"], trained=trained["value"])


def points_headline(points: int) -> str:
    """How many dated facts stand on the cards."""
    return _("Who takes part: {n} facts, each held once").format(n=spelled(points))


def teams_headline(first: float, first_date: str, last: float, last_date: str) -> str:
    """The two published totals of trained teams."""
    return _(
        "Teams trained nationally: more than {first} by {first_date}, more than {last} by {last_date}"
    ).format(
        first=count(first), first_date=date(first_date), last=count(last), last_date=date(last_date)
    )


def more_than(value: float) -> str:
    """A number that the source gives as a floor."""
    return _("more than {n}").format(n=count(value))


def centers_headline(first: float, first_date: str, last: float, last_date: str) -> str:
    """Centers at the opening of the network and at the newest count of those in operation."""
    return _(
        "The national network opened with {first} centers ({first_date}) and counted {last} "
        "({last_date}); sources differ between"
    ).format(
        first=spelled(int(first)),
        first_date=date(first_date),
        last=spelled(int(last)),
        last_date=date(last_date),
    )


def history_headline(first: str, last: str) -> str:
    """That sources date the beginning differently."""
    return _("When the leadership centers began depends on whom you ask: {first} to {last}").format(
        first=first, last=last
    )


def challenges_headline(total: int, without: int) -> str:
    """How many of the stated challenges have no evidence held for California."""
    return ngettext(
        "Of {total} challenges that CAPC states, {without} has no California measure here",
        "Of {total} challenges that CAPC states, {without} have no California measure here",
        without,
    ).format(total=spelled(total), without=spelled(without))


def needs_headline(series: int, yearly: int) -> str:
    """How many of the participation series are held year by year."""
    return ngettext(
        "Of {series} counts of participation, {yearly} is held for three dates or more",
        "Of {series} counts of participation, {yearly} are held for three dates or more",
        yearly,
    ).format(series=spelled(series), yearly=spelled(yearly))


def teams_point(when: str, number: str, publisher: str) -> str:
    """One published total of trained teams."""
    return _("{when}: {number} teams ({publisher})").format(
        when=when, number=number, publisher=publisher
    )


def centers_point(when: str, centers: int, publisher: str) -> str:
    """One count of leadership centers."""
    return _("{when}: {centers} centers ({publisher})").format(
        when=when, centers=spelled(centers), publisher=publisher
    )

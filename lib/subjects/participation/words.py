"""Sentences about memberships, training, centers, networks and what the field asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording.numbers import capitalized, count, date, spelled

if TYPE_CHECKING:
    from lib.model import Figure


def headline_of(points: Figure) -> str:
    """The two dated numbers for California, from the first two cards."""
    members, trained = points.rows.iloc[0], points.rows.iloc[1]
    return _(
        "In {when}, {members} California organizations belonged to the Center to Advance "
        "Palliative Care (CAPC); {trained} had its leadership training"
    ).format(when=date(members["date"]), members=members["value"], trained=trained["value"])


def points_headline(points: int) -> str:
    """How many dated facts stand on the cards."""
    return _("Who takes part: {n} facts, each for a single date").format(n=spelled(points))


def dates_headline(counts: int, once: int) -> str:
    """How many counts of participation there are, and how many have one date only."""
    return ngettext(
        "{once} of {counts} counts of who takes part has only one date; none covers every year",
        "{once} of {counts} counts of who takes part have only one date; none covers every year",
        once,
    ).format(once=capitalized(spelled(once)), counts=spelled(counts))


def dated(number: str, when: str) -> str:
    """A number with its date, for its dot."""
    return _("{number} ({when})").format(number=number, when=when)


def lane(indicator_id: str, place: str) -> str:
    """The name of a count in the picture of all dates."""
    if place == "US":
        return {
            "capc_member_organization_count": _("CAPC member organizations, United States"),
            "pclc_trained_team_count": _("Teams trained, United States"),
            "pclc_center_count": _("Leadership centers, United States"),
        }[indicator_id]
    return {
        "capc_member_organization_count": _("CAPC member organizations"),
        "pclc_trained_organization_count": _("Organizations with leadership training"),
        "pcqn_member_hospital_count": _("Hospital services in a quality network"),
        "polst_local_coalition_count": _("Local POLST coalitions funded"),
        "acp_local_coalition_count": _("Local advance care planning coalitions"),
        "caccc_partner_institution_count": _(
            "Institutions that worked with the Chinese American Coalition (CACCC)"
        ),
    }[indicator_id]


def teams_headline(first: float, first_date: str, last: float, last_date: str) -> str:
    """The two published totals of trained teams."""
    return _(
        "Teams trained nationwide: more than {first} by {first_date}, more than {last} by "
        "{last_date}"
    ).format(
        first=count(first), first_date=date(first_date), last=count(last), last_date=date(last_date)
    )


def more_than(value: float) -> str:
    """A number that the source gives as a floor."""
    return _("more than {n}").format(n=count(value))


def centers_headline(first: float, first_date: str, last: float, last_date: str) -> str:
    """Centers at the opening of the network and at the newest count of those in operation."""
    return _(
        "The national network opened with {first} centers ({first_date}) and had {last} "
        "({last_date}); sources differ about the years between"
    ).format(
        first=spelled(int(first)),
        first_date=date(first_date),
        last=spelled(int(last)),
        last_date=date(last_date),
    )


def history_headline(first: str, last: str) -> str:
    """That sources date the beginning differently."""
    return _("Sources disagree about when the leadership centers began: {first} to {last}").format(
        first=first, last=last
    )


def challenges_headline(total: int, without: int) -> str:
    """How many of the stated challenges have no evidence held for California."""
    return ngettext(
        "Of {total} national challenges named by CAPC, {without} has no California measure here",
        "Of {total} national challenges named by CAPC, {without} have no California measure here",
        without,
    ).format(total=spelled(total), without=spelled(without))


def needs_headline(series: int, yearly: int) -> str:
    """How many of the participation series are held year by year."""
    return ngettext(
        "Of {series} counts of participation, only {yearly} covers three or more dates",
        "Of {series} counts of participation, only {yearly} cover three or more dates",
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

"""Where named members are, and what was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts, maps
from lib.derive.rounding import whole
from lib.i18n import _, ngettext
from lib.model import Claim, Column, Status
from lib.subjects.cohorts import words
from lib.subjects.shared.assemble import Draft, figure, shapes
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store

STATUS_COLORS = {"organization": "@teal", "county": "@light_teal", "none": "@none"}

#: The kind of effort that plans activities with others.
COMMUNITY = "learning_community"


def _listed(frame: pd.DataFrame, column: str) -> dict[str, str]:
    """County -> the texts of `column` of its rows, in words."""
    return {
        str(fips): numbers.listing(sorted(part[column].unique()))
        for fips, part in frame.groupby("county_fips")
    }


def _county_rows(store: Store, at_home: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """One row a county: the members with an address in it, and the efforts that name it."""
    efforts = store.table("cohorts").set_index("cohort_id")["name"]
    organizations = _listed(at_home, "organization")
    by_county = _listed(named.assign(effort=named["cohort_id"].map(efforts)), "effort")
    rows = store.table("counties")[["county_fips", "name"]]
    status = [
        "organization" if fips in organizations else "county" if fips in by_county else "none"
        for fips in rows["county_fips"]
    ]
    return rows.assign(
        status=status,
        kind="",
        status_words=[words.place_label(each) for each in status],
        organizations=[organizations.get(fips, _("none")) for fips in rows["county_fips"]],
        efforts=[by_county.get(fips, _("none")) for fips in rows["county_fips"]],
    )


def _named(rows: pd.DataFrame) -> list[str]:
    """What is named in each county in which anything is."""
    return [
        _("{county}: {what}").format(
            county=r.name, what=r.organizations if r.status == "organization" else r.efforts
        )
        for r in rows[rows["status"] != "none"].itertuples()
    ]


@figure
def cohort_member_map(store: Store) -> Draft:
    """Counties where a named member sits, or that an effort names."""
    members = store.table("cohort_members")
    at_home = members[members["county_fips"] != ""]
    named = store.table("cohort_counties")
    rows = _county_rows(store, at_home, named)
    labels = numbers.with_counts({s: words.place_label(s) for s in STATUS_COLORS}, rows["status"])
    rows["kind"] = rows["status"].map(labels)
    unplaced = len(members) - len(at_home)
    return Draft(
        headline=words.members_headline(
            len(at_home), len(members), at_home["county_fips"].nunique()
        ),
        subtitle=ngettext(
            "Organizations that a source names as part of an initiative, with a county, and "
            "counties that an initiative names. {n} more membership has no county in the "
            "source. An empty county means that no source names anyone there, not that no "
            "person there took part.",
            "Organizations that a source names as part of an initiative, with a county, and "
            "counties that an initiative names. {n} more memberships have no county in the "
            "source. An empty county means that no source names anyone there, not that no "
            "person there took part.",
            unplaced,
        ).format(n=numbers.count(unplaced)),
        summary=_("{named}.").format(named="; ".join(_named(rows))),
        drawing=_("Map of California's 58 counties, colored by group."),
        rows=rows,
        columns=(
            Column("name", _("County")),
            Column("status_words", _("What is named")),
            Column("organizations", _("Organizations")),
            Column("efforts", _("Initiatives that name the county")),
        ),
        period=_period(store),
        as_of=as_of(store, members["source_id"].tolist()),
        source_ids=[*pd.concat([at_home["source_id"], named["source_id"]]).unique(), shapes(store)],
        caveats=(
            _(
                "Most initiatives publish no member list, so an organization missing here may "
                "have taken part."
            ),
            _("Founders, funders, faculty and partners are members too; the list says which."),
        ),
        definition=_("Each row of the member list is one organization in one initiative."),
        chart=maps.classes(
            {label: STATUS_COLORS[status] for status, label in labels.items()},
            tooltip=(
                ("name", _("County")),
                ("organizations", _("Organizations")),
                ("efforts", _("Initiatives that name it")),
            ),
        ),
        height=560,
    )


def _period(store: Store) -> str:
    """The years in which efforts with a stated start began."""
    starts = store.table("cohorts")["start"]
    starts = starts[starts != ""].str[:4]
    return numbers.period(str(starts.min()), str(starts.max()))


def as_of(store: Store, source_ids: list[str]) -> str:
    """The date of the newest source in words."""
    return numbers.date(max(store.source(source_id).published for source_id in source_ids))


def _newest_community(store: Store) -> pd.Series:
    """The learning community with listed activities that began last."""
    efforts = store.table("cohorts")
    active = efforts["cohort_id"].isin(store.table("activities")["cohort_id"])
    held = efforts[active & efforts["kind"].eq(COMMUNITY) & efforts["start"].ne("")]
    return held.sort_values("start").iloc[-1]


@figure
def planned_activities(store: Store) -> Draft:
    """What the newest learning community planned, with the numbers that are stated."""
    activities = store.table("activities")
    community = _newest_community(store)
    held = activities[activities["cohort_id"] == community["cohort_id"]]
    held = held.sort_values("planned_count", ascending=False, na_position="last")
    rows = held.assign(
        group=[_short(activity) for activity in held["activity"]],
        value=held["planned_count"].astype(float),
        label=[
            words.planned_label(number, period)
            for number, period in zip(held["planned_count"], held["period"], strict=True)
        ],
        kind="planned",
    )
    parts = [
        _("{n} {what}").format(
            n=numbers.spelled(whole(float(str(r.planned_count)))),
            what=_lowered(_short(str(r.activity))),
        )
        for r in rows.itertuples()
        if not numbers.is_missing(r.planned_count)
    ]
    return Draft(
        headline=words.planned_headline(parts, str(community["start"]), str(community["end"])),
        subtitle=_(
            "{name}: activities planned or described, with a number where the source gives "
            "one. A plan is not a count of what happened."
        ).format(name=community["name"]),
        summary="; ".join(f"{r.activity}: {r.label}" for r in rows.itertuples()) + ".",
        drawing=_("Bars of planned numbers by activity."),
        rows=rows,
        columns=(
            Column("activity", _("Activity")),
            Column("label", _("Planned number and period")),
        ),
        period=numbers.period(str(community["start"]), str(community["end"])),
        as_of=as_of(store, held["source_id"].tolist()),
        claims=[
            Claim(
                label=str(r.activity),
                value=str(r.label),
                source_id=str(r.source_id),
                locator=_("activities.csv, rows of {cohort}").format(cohort=community["cohort_id"]),
                status=Status.REPORTED,
                note=str(r.period),
            )
            for r in rows.itertuples()
        ],
        caveats=(_("We do not know whether the planned activities took place."),),
        definition=_("Activities as the announcement and the review of the field describe them."),
        chart=_planned_bars(len(rows)),
        height=len(rows) * 34,
    )


def _planned_bars(count: int) -> Mapping[str, Any]:
    return charts.bars(
        {"planned": "@teal"},
        count=count,
        tooltip=(("activity", _("Activity")), ("label", _("Planned"))),
        top=22,
        ticks=(0, 2, 4, 6, 8, 10),
        value_format="d",
        is_long=True,
    )


def _short(activity: str) -> str:
    """An activity without its addressee and its rhythm: what stands before these."""
    for mark in (",", " for ", " of "):
        activity = activity.split(mark)[0]
    return activity


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]

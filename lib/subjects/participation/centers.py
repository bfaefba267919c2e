"""The national leadership centers: teams trained, centers counted, and how they began."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.derive import timing
from lib.i18n import _
from lib.model import Claim, Column, Conflict, Status
from lib.subjects.participation import words
from lib.subjects.shared.assemble import Draft, conflicts_of, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.store import Store

TEAMS = "pclc_trained_team_count"
STARTED = "pclc_team_started_service_share"
CENTERS = "pclc_center_count"
#: Disagreements on how the national network began; they bear on no indicator.
HISTORY = ("pclc_ucsf_start", "pclc_network_start")


def _dated(store: Store, indicator_id: str) -> pd.DataFrame:
    """The national points of an indicator as rows of the events form, each with its publisher."""
    held = store.observed(indicator_id, "US").sort_values("period_end", ignore_index=True)
    return held.assign(
        row=range(len(held)),
        **timing.places(held["period_end"]),
        kind="point",
        when=held["period_end"].map(numbers.date),
        publisher=[store.source(source_id).publisher for source_id in held["source_id"]],
    )


def _counts(headline: Callable[..., str], rows: pd.DataFrame, **said: Any) -> Draft:
    """What is said of dated counts: `headline` takes the first and the last, each with its date."""
    first, last = rows.iloc[0], rows.iloc[-1]
    return Draft(
        headline=headline(first["value"], first["period_end"], last["value"], last["period_end"]),
        summary="; ".join(rows["label"]) + ".",
        drawing=_("Table. Each row is one published count, oldest first."),
        rows=rows,
        columns=(
            Column("when", _("Date")),
            Column("number", _("Number")),
            Column("publisher", _("Who counts")),
            Column("basis", _("What to know")),
        ),
        period=numbers.period(first["period_start"], last["period_end"]),
        as_of=numbers.date(last["period_end"]),
        place=_("United States"),
        **said,
    )


@figure
def pclc_teams(store: Store) -> Draft:
    """The published national totals of trained teams, each at its date."""
    rows = _dated(store, TEAMS)
    rows = rows.assign(number=rows["value"].map(words.more_than), basis=rows["note"])
    points = zip(rows["when"], rows["number"], rows["publisher"], strict=True)
    started = store.observed(STARTED, "US")
    return _counts(
        words.teams_headline,
        rows.assign(label=[words.teams_point(*point) for point in points]),
        subtitle=_(
            "Teams trained at Palliative Care Leadership Centers, United States, running "
            'totals. Each published total is "more than" a number, so do not treat them as a '
            "trend. {share} of trained teams are said to have started a service."
        ).format(share=numbers.percent(started.iloc[-1]["value"])),
        indicator_ids=[TEAMS, STARTED],
        claims=[
            *observed_claims(rows, _("Teams trained") + ", {period_end}"),
            *observed_claims(started, _("Teams that started a service") + ", {period_end}"),
        ],
    )


@figure
def pclc_centers(store: Store) -> Draft:
    """How many leadership centers each source counts, at its date."""
    rows = _dated(store, CENTERS)
    rows = rows.assign(
        number=rows["value"].map(numbers.count),
        basis=[note or _("Listed by name") for note in rows["note"]],
    )
    points = zip(rows["when"], rows["value"].astype(int), rows["publisher"], strict=True)
    return _counts(
        words.centers_headline,
        rows.assign(label=[words.centers_point(*point) for point in points]),
        subtitle=_(
            "Palliative Care Leadership Centers, United States, as each source counts them. "
            "Some count every center ever launched and others only those operating, so do not "
            "treat them as a trend."
        ),
        indicator_ids=[CENTERS],
        claims=observed_claims(rows, _("Centers") + ", {period_end}"),
    )


def _beginnings(store: Store) -> list[tuple[str, str, str, str]]:
    """(date, what is said to have begun, source, locator) as the tables hold them."""
    efforts = store.table("cohorts").set_index("cohort_id")
    opening = store.observed(CENTERS, "US").iloc[0]
    visits = store.table("milestones").set_index("milestone_id").loc["ucsf_pclc_2004"]
    found = [
        (
            str(efforts.loc[cohort_id, "start"]),
            said,
            str(efforts.loc[cohort_id, "source_id"]),
            str(efforts.loc[cohort_id, "locator"]),
        )
        for cohort_id, said in (
            ("pclc_ucsf", _("UCSF becomes a center")),
            ("pclc_national", _("The national network is founded")),
        )
    ]
    found.append(
        (
            str(opening["period_end"]),
            _("The network opens for visits, with {n} centers").format(
                n=numbers.spelled(int(opening["value"]))
            ),
            str(opening["source_id"]),
            str(opening["locator"]),
        )
    )
    told = _("UCSF tells of its first visiting teams")
    return [*found, (str(visits["date"]), told, str(visits["source_id"]), "")]


@figure
def pclc_history(store: Store) -> Draft:
    """When the centers began, as four sources tell it."""
    beginnings = _beginnings(store)
    places = timing.places([date for date, *_rest in beginnings])
    rows = pd.DataFrame(
        {
            "row": range(len(beginnings)),
            **places,
            "kind": "beginning",
            "when": [numbers.date(date) for date, *_rest in beginnings],
            "said": [said for _date, said, *_rest in beginnings],
            "source_id": [source_id for _date, _said, source_id, _locator in beginnings],
        }
    )
    publishers = [store.source(source_id) for source_id in rows["source_id"]]
    rows = rows.assign(
        publisher=[source.publisher for source in publishers],
        published=[numbers.date(source.published) for source in publishers],
        label=[f"{when}: {said}" for when, said in zip(rows["when"], rows["said"], strict=True)],
    )
    claims = [
        Claim(
            label=said,
            value=numbers.date(date),
            source_id=source_id,
            locator=locator or _("title and date of the release"),
            status=Status.REPORTED,
        )
        for date, said, source_id, locator in beginnings
    ]
    years = [int(begin) for begin in places["begin"]]
    return Draft(
        headline=words.history_headline(str(min(years)), str(max(years))),
        subtitle=_(
            "What each source says began, and when. The sources disagree, and we do not settle it "
            "here."
        ),
        summary="; ".join(f"{r.publisher}: {r.label}" for r in rows.itertuples()) + ".",
        drawing=_("Table. Each row is what one source says, oldest first."),
        rows=rows,
        columns=(
            Column("when", _("Date")),
            Column("said", _("What began")),
            Column("publisher", _("Who says so")),
            Column("published", _("Published")),
        ),
        period=numbers.period(str(min(years)), str(max(years))),
        as_of=numbers.date(max(source.published for source in publishers)),
        place=_("United States"),
        claims=claims,
        conflicts=_named_conflicts(store, HISTORY),
        definition=_("Founding, becoming a center and first visits are different events."),
    )


def _named_conflicts(store: Store, conflict_ids: tuple[str, ...]) -> tuple[Conflict, ...]:
    """The disagreements with these ids."""
    table = store.table("conflicts").set_index("conflict_id").loc[list(conflict_ids)]
    return conflicts_of(table)

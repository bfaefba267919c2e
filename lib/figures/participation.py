"""Who took part in the field's networks: memberships, training, centers, what the field asks."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.derive import hospitals, timing
from lib.figures.assemble import STATE_REPORTS, make, observed_claims
from lib.i18n import _
from lib.model import Claim, Column, Conflict, Status
from lib.wording import numbers, programs
from lib.wording import participation as words

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

__all__ = [
    "capc_challenges",
    "participation_points",
    "participation_series",
    "pclc_centers",
    "pclc_history",
    "pclc_teams",
]

MEMBERS = "capc_member_organization_count"
TRAINED = "pclc_trained_organization_count"
TEAMS = "pclc_trained_team_count"
STARTED = "pclc_team_started_service_share"
CENTERS = "pclc_center_count"
NETWORKS = (
    "pcqn_member_hospital_count",
    "polst_local_coalition_count",
    "acp_local_coalition_count",
    "caccc_partner_institution_count",
)
#: Disagreements on how the national network began; they bear on no indicator.
HISTORY = ("pclc_ucsf_start", "pclc_network_start")
NEWEST = max(STATE_REPORTS)


def participation_points(store: Store) -> Figure:
    """Memberships, training and networks in California, each with its own date; cards."""
    ids = (MEMBERS, TRAINED, *NETWORKS)
    held = [store.observed(indicator_id, "CA").iloc[-1] for indicator_id in ids]
    rows = pd.DataFrame(
        [
            {
                "label": words.point_label(row["indicator_id"]),
                "value": numbers.count(row["value"]),
                "date": row["period_end"],
                "note": words.point_note(
                    row["indicator_id"], numbers.period(row["period_start"], row["period_end"])
                ),
            }
            for row in held
        ]
    )
    observed = pd.DataFrame(held)
    return make(
        store,
        "participation_points",
        headline=words.points_headline(len(rows)),
        subtitle=_("California; each number has its own date and base, and none is a trend."),
        summary="; ".join(f"{r.label}: {r.value} ({r.note})" for r in rows.itertuples()) + ".",
        drawing=_("Cards."),
        rows=rows,
        columns=(
            Column("label", _("What")),
            Column("value", _("Number")),
            Column("note", _("As of")),
        ),
        period=numbers.period(observed["period_start"].min(), observed["period_end"].max()),
        as_of=numbers.date(observed["period_end"].max()),
        indicator_ids=ids,
        claims=[
            claim
            for row in held
            for claim in observed_claims(
                row.to_frame().T, store.indicator(row["indicator_id"]).name + ", {period_end}"
            )
        ],
    )


def _dated(store: Store, indicator_id: str) -> pd.DataFrame:
    """The national points of an indicator as rows of the events form, each with its publisher."""
    held = store.observed(indicator_id, "US").sort_values("period_end", ignore_index=True)
    spans = [timing.span(str(date)) for date in held["period_end"]]
    return held.assign(
        row=range(len(held)),
        begin=[span.begin for span in spans],
        end=[span.end for span in spans],
        middle=[span.middle for span in spans],
        precise=[timing.PRECISION[len(date)] for date in held["period_end"]],
        kind="point",
        when=held["period_end"].map(numbers.date),
        publisher=[store.source(source_id).publisher for source_id in held["source_id"]],
    )


def _points_chart(rows: pd.DataFrame, what: str) -> dict[str, Any]:
    """Dated statements, one a row; `what` names the column that is counted."""
    return charts.events(
        {"point": "@teal"},
        count=len(rows),
        years=(int(rows["begin"].min()), math.ceil(rows["end"].max())),
        tooltip=(
            ("when", _("Date")),
            ("number", what),
            ("publisher", _("Who counts")),
            ("basis", _("What to know")),
        ),
        step=36,
        legend=False,
    )


POINT_COLUMNS = (
    Column("when", _("Date")),
    Column("number", _("Number")),
    Column("publisher", _("Who counts")),
    Column("basis", _("What to know")),
)


def pclc_teams(store: Store) -> Figure:
    """The published national totals of trained teams, each at its date."""
    rows = _dated(store, TEAMS)
    rows = rows.assign(number=rows["value"].map(words.more_than), basis=rows["note"])
    rows = rows.assign(
        label=[
            words.teams_point(*point)
            for point in zip(rows["when"], rows["number"], rows["publisher"], strict=True)
        ]
    )
    started = store.observed(STARTED, "US")
    first, last = rows.iloc[0], rows.iloc[-1]
    return make(
        store,
        "pclc_teams",
        headline=words.teams_headline(
            first["value"], first["period_end"], last["value"], last["period_end"]
        ),
        subtitle=_(
            "Teams trained at Palliative Care Leadership Centers, United States, all years "
            "together. Published totals, each a floor, so no line joins them. {share} of "
            "trained teams are said to have started a service."
        ).format(share=numbers.percent(started.iloc[-1]["value"])),
        summary="; ".join(rows["label"]) + ".",
        drawing=_("Dated points, oldest first, not joined."),
        rows=rows,
        columns=POINT_COLUMNS,
        period=numbers.period(first["period_start"], last["period_end"]),
        as_of=numbers.date(last["period_end"]),
        place=_("United States"),
        indicator_ids=[TEAMS, STARTED],
        claims=[
            *observed_claims(rows, _("Teams trained") + ", {period_end}"),
            *observed_claims(started, _("Teams that started a service") + ", {period_end}"),
        ],
        chart=_points_chart(rows, _("Teams")),
        height=len(rows) * 36 + 30,
    )


def pclc_centers(store: Store) -> Figure:
    """How many leadership centers each source counts, at its date."""
    rows = _dated(store, CENTERS)
    rows = rows.assign(
        number=rows["value"].map(numbers.count),
        basis=[note or _("Listed by name") for note in rows["note"]],
    )
    rows = rows.assign(
        label=[
            words.centers_point(*point)
            for point in zip(
                rows["when"], rows["value"].astype(int), rows["publisher"], strict=True
            )
        ]
    )
    first, last = rows.iloc[0], rows.iloc[-1]
    return make(
        store,
        "pclc_centers",
        headline=words.centers_headline(
            first["value"], first["period_end"], last["value"], last["period_end"]
        ),
        subtitle=_(
            "Palliative Care Leadership Centers, United States, as each source counts them. Some "
            "count centers ever launched, others those in operation, so no line joins them."
        ),
        summary="; ".join(rows["label"]) + ".",
        drawing=_("Dated points, oldest first, not joined."),
        rows=rows,
        columns=POINT_COLUMNS,
        period=numbers.period(first["period_start"], last["period_end"]),
        as_of=numbers.date(last["period_end"]),
        place=_("United States"),
        indicator_ids=[CENTERS],
        claims=observed_claims(rows, _("Centers") + ", {period_end}"),
        chart=_points_chart(rows, _("Centers")),
        height=len(rows) * 36 + 30,
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


def pclc_history(store: Store) -> Figure:
    """When the centers began, as four sources tell it."""
    beginnings = _beginnings(store)
    spans = [timing.span(date) for date, *_rest in beginnings]
    rows = pd.DataFrame(
        {
            "row": range(len(beginnings)),
            "begin": [span.begin for span in spans],
            "end": [span.end for span in spans],
            "middle": [span.middle for span in spans],
            "precise": [timing.PRECISION[len(date)] for date, *_rest in beginnings],
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
    years = [int(span.begin) for span in spans]
    figure = make(
        store,
        "pclc_history",
        headline=words.history_headline(str(min(years)), str(max(years))),
        subtitle=_(
            "What each source says began, and when. A bar spans a year that is all that is known; "
            "a dot is a day. Shown as a disagreement, not settled here."
        ),
        summary="; ".join(f"{r.publisher}: {r.label}" for r in rows.itertuples()) + ".",
        drawing=_("Dated statements, oldest first."),
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
        definition=_("Founding, becoming a center and first visits are different events."),
        chart=charts.events(
            {"beginning": "@plum"},
            count=len(rows),
            years=(min(years), max(years) + 2),
            tooltip=(
                ("when", _("Date")),
                ("said", _("What began")),
                ("publisher", _("Who says so")),
            ),
            step=40,
            legend=False,
        ),
        height=len(rows) * 40 + 20,
    )
    return replace(figure, conflicts=(*figure.conflicts, *_named_conflicts(store, HISTORY)))


def _named_conflicts(store: Store, conflict_ids: tuple[str, ...]) -> tuple[Conflict, ...]:
    """The disagreements with these ids."""
    table = store.table("conflicts").set_index("conflict_id").loc[list(conflict_ids)]
    names = ("subject", "claim_a", "source_a", "claim_b", "source_b", "which_to_show", "why")
    return tuple(Conflict(*(str(row[name]) for name in names)) for __, row in table.iterrows())


def _newest(store: Store, indicator_id: str) -> pd.DataFrame:
    """The newest California rows of an indicator: the total, or every group where none is held."""
    held = store.observed(indicator_id, "CA", None)
    totals = held[held["dimension"] == "total"]
    chosen = held if totals.empty else totals
    newest: pd.DataFrame = chosen[chosen["period_end"] == chosen["period_end"].max()]
    return newest


def _measured(store: Store, indicator_id: str) -> tuple[str, str] | None:
    """(the newest California value in words, its source), None where none is held."""
    rows = _newest(store, indicator_id)
    if rows.empty:
        return None
    first = rows.iloc[0]
    values = [
        _value(row) if row.dimension == "total" else f"{row.group} {_value(row)}"
        for row in rows.itertuples()
    ]
    said = _("{name}: {value} ({date})").format(
        name=store.indicator(indicator_id).name,
        value=numbers.listing(values),
        date=numbers.period(first["period_start"], first["period_end"]),
    )
    return said, str(first["source_id"])


def _value(row: Any) -> str:
    """The value of an observation with its base where the source gives it."""
    if row.unit == "count" and not numbers.is_missing(row.denominator):
        return numbers.n_of_n(row.value, row.denominator)
    return numbers.unit_value(row.value, row.unit)


def _state_report(store: Store, area: str) -> list[tuple[str, str]]:
    """What the state report of the newest year says on the area of a challenge."""
    sites = store.table("hospital_programs")
    if area == "staffing":
        complete, reporting = hospitals.complete_teams(sites, NEWEST)
        return [(programs.team_headline(complete, reporting, NEWEST), STATE_REPORTS[NEWEST])]
    if area == "access":
        row = hospitals.reporting(sites[sites["year"] == NEWEST], [], "inpatient_palliative").iloc[
            0
        ]
        text = _("Hospital sites that report an inpatient program: {n} ({year})").format(
            n=numbers.n_of_n(row["reporting"], row["answered"]), year=NEWEST
        )
        return [(text, STATE_REPORTS[NEWEST])]
    return []


def capc_challenges(store: Store) -> Figure:
    """The four challenges that CAPC states, each beside the evidence held for California."""
    agenda = store.table("field_agenda")
    agenda = agenda[agenda["kind"] == "challenge"].sort_values("order")
    tied = store.table("agenda_indicators")
    records, claims = [], []
    for item in agenda.itertuples():
        ids = tied[tied["agenda_id"] == item.agenda_id]["indicator_id"]
        found = [*_state_report(store, str(item.area))]
        found += [pair for pair in (_measured(store, str(each)) for each in ids) if pair]
        claims += [
            Claim(str(item.area), text, source_id, str(item.agenda_id), Status.DERIVED)
            for text, source_id in found
        ]
        records.append(
            {
                "order": int(str(item.order)),
                "statement": item.statement,
                "measures": len(found),
                "evidence": "; ".join(text for text, _source in found)
                or _("No measure for California is held."),
                "source_id": item.source_id,
            }
        )
    rows = pd.DataFrame(records)
    without = int(rows["measures"].eq(0).sum())
    source_ids = [*rows["source_id"].unique(), *dict.fromkeys(c.source_id for c in claims)]
    return make(
        store,
        "capc_challenges",
        headline=words.challenges_headline(len(rows), without),
        subtitle=_(
            "The challenges as the Center to Advance Palliative Care states them for the nation, "
            "each beside the newest evidence held for California. Which measure bears on which "
            "challenge is an editorial choice, kept in a table."
        ),
        summary="; ".join(f"{r.statement} {r.evidence}" for r in rows.itertuples()),
        drawing=_("Table with one row a challenge."),
        rows=rows,
        columns=(
            Column("statement", _("Challenge")),
            Column("evidence", _("Evidence held for California")),
        ),
        period=_("undated page; evidence up to {year}").format(year=NEWEST),
        as_of=str(NEWEST),
        source_ids=source_ids,
        claims=claims,
        caveats=(
            _("The challenges are read from a third party's undated profile of the center."),
            _("Measures differ in date and base; none was made to answer the challenge."),
        ),
        definition=_("A measure is tied to a challenge in agenda_indicators.csv."),
    )


def participation_series(store: Store) -> Figure:
    """What is held of each count of participation, what a yearly series needs, who holds it."""
    unknown = store.table("unknowns")
    holder = str(unknown[unknown["topic"] == "Participation"].iloc[0]["who_might_hold_it"])
    needs = _needs()
    records, observed = [], []
    for indicator_id, (need, owner) in needs.items():
        held = pd.concat([store.observed(indicator_id, "CA"), store.observed(indicator_id, "US")])
        dates = held["period_end"].drop_duplicates().sort_values()
        observed.append(held)
        records.append(
            {
                "series": _("{name} ({place})").format(
                    name=store.indicator(indicator_id).name,
                    place=numbers.listing([store.names[g] for g in held["geo_id"].unique()]),
                ),
                "dates": len(dates),
                "held": numbers.listing([numbers.date(date) for date in dates]),
                "need": need,
                "holder": owner or holder,
            }
        )
    rows = pd.DataFrame(records)
    everything = pd.concat(observed)
    return make(
        store,
        "participation_series",
        headline=words.needs_headline(len(rows), int(rows["dates"].ge(3).sum())),
        subtitle=_(
            "What is held, what a complete yearly series would need, and who might hold it. Two or "
            "three dates are not a yearly series."
        ),
        summary="; ".join(f"{r.series}: {r.held}" for r in rows.itertuples()) + ".",
        drawing=_("Table with one row a count."),
        rows=rows,
        columns=(
            Column("series", _("Count")),
            Column("held", _("Dates held")),
            Column("need", _("What a yearly series needs")),
            Column("holder", _("Who might hold it")),
        ),
        period=numbers.period(everything["period_start"].min(), everything["period_end"].max()),
        as_of=numbers.date(everything["period_end"].max()),
        source_ids=everything["source_id"].drop_duplicates().tolist(),
        caveats=(_("Numbers of teams (nation) and organizations (California) are two counts."),),
        definition=" ".join(store.indicator(each).definition for each in needs),
    )


def _needs() -> dict[str, tuple[str, str]]:
    """Indicator -> (what a complete yearly series needs, its holder where it is one body)."""
    capc = _("Center to Advance Palliative Care")
    return {
        MEMBERS: (
            _("Member organizations on one day of every year, with county and type"),
            capc,
        ),
        TRAINED: (
            _("Organization, county, center and year of each completed training"),
            _("Center to Advance Palliative Care; UCSF"),
        ),
        TEAMS: (_("Teams trained in each year, by state and center"), capc),
        CENTERS: (_("The first and last day of each center"), capc),
        NETWORKS[0]: (
            _("Member services on one day of every year, with the hospital's state number"),
            _("Palliative Care Quality Collaborative"),
        ),
    }

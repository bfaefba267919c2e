"""Who took part in the field's networks: memberships, training, centers, what the field asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.derive import hospitals, reports, vocabulary
from lib.i18n import _
from lib.model import Claim, Column, Status
from lib.subjects.participation import words
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

MEMBERS = "capc_member_organization_count"
TRAINED = "pclc_trained_organization_count"
TEAMS = "pclc_trained_team_count"
CENTERS = "pclc_center_count"
HOSPITALS = "pcqn_member_hospital_count"

#: The list of counts that stand on the cards, each with its name and its note.
POINTS = "participation_point"


@figure
def participation_points(store: Store) -> Draft:
    """Memberships, training and networks in California, each with its own date; cards."""
    names, notes = vocabulary.labels(store, POINTS), vocabulary.notes(store, POINTS)
    held = [store.observed(indicator_id, "CA").iloc[-1] for indicator_id in names]
    rows = pd.DataFrame(
        [
            {
                "label": names[row["indicator_id"]],
                "value": numbers.count(row["value"]),
                "date": row["period_end"],
                "note": notes[row["indicator_id"]].replace(
                    "{when}", numbers.period(row["period_start"], row["period_end"])
                ),
            }
            for row in held
        ]
    )
    observed = pd.DataFrame(held)
    return Draft(
        headline=words.points_headline(len(rows)),
        subtitle=_(
            "California. Each number has its own date and its own total, and none is a trend."
        ),
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
        indicator_ids=list(names),
        claims=[
            claim
            for row in held
            for claim in observed_claims(
                row.to_frame().T, store.indicator(row["indicator_id"]).name + ", {period_end}"
            )
        ],
    )


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
    sites, year = store.table("hospital_programs"), reports.newest(store)
    if area == "staffing":
        text = programs.team_headline(*hospitals.complete_teams(sites, year), year)
    elif area == "access":
        text = _("Hospital sites that report an inpatient program: {n} ({year})").format(
            n=numbers.n_of_n(*hospitals.counted(sites[sites["year"] == year])), year=year
        )
    else:
        return []
    return [(text, reports.newest_source(store))]


@figure
def capc_challenges(store: Store) -> Draft:
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
                or _("We found no California measure."),
                "source_id": item.source_id,
            }
        )
    rows = pd.DataFrame(records)
    without = int(rows["measures"].eq(0).sum())
    source_ids = [*rows["source_id"].unique(), *dict.fromkeys(c.source_id for c in claims)]
    return Draft(
        headline=words.challenges_headline(len(rows), without),
        subtitle=_(
            "National challenges as stated by the Center to Advance Palliative Care, each "
            "with the latest California evidence we have. We chose which measures relate to "
            "which challenge; the choices are in a table."
        ),
        summary="; ".join(f"{r.statement} {r.evidence}" for r in rows.itertuples()),
        drawing=_("Table. Each row is a challenge."),
        rows=rows,
        columns=(
            Column("statement", _("Challenge")),
            Column("evidence", _("Evidence we have for California")),
        ),
        period=_("undated page; evidence up to {year}").format(year=reports.newest(store)),
        as_of=str(reports.newest(store)),
        source_ids=source_ids,
        claims=claims,
        caveats=(
            _(
                "We read the challenges in an undated profile of the center written by someone "
                "else."
            ),
            _(
                "The measures differ in date and in what they count. None was designed to "
                "answer the challenge."
            ),
        ),
        definition=_(
            "The table agenda_indicators.csv lists which measure is linked to which challenge."
        ),
    )


@figure
def participation_series(store: Store) -> Draft:
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
    return Draft(
        headline=words.needs_headline(len(rows), int(rows["dates"].ge(3).sum())),
        subtitle=_(
            "What data exist, what a complete annual series would need, and who might have "
            "it. Two or three dates are not a trend."
        ),
        summary="; ".join(f"{r.series}: {r.held}" for r in rows.itertuples()) + ".",
        drawing=_("Table. Each row is a count."),
        rows=rows,
        columns=(
            Column("series", _("Count")),
            Column("held", _("Dates we have")),
            Column("need", _("What an annual series needs")),
            Column("holder", _("Who might know")),
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
        HOSPITALS: (
            _("Member services on one day of every year, with the hospital's state number"),
            _("Palliative Care Quality Collaborative"),
        ),
    }

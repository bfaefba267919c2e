"""The needs-assessment starter of a county: facts, questions, people, coalitions, help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.derive import distance, reports, rurality, vocabulary
from lib.i18n import _
from lib.model import Claim, Column, County, Status
from lib.subjects.community import rows as around, words as community, words_questions as asking
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported
from lib.subjects.shared.claims import observed_claims
from lib.subjects.shared.status import county_status
from lib.wording import numbers, states
from lib.wording.places import county_name

if TYPE_CHECKING:
    from lib.store import Store

#: The county figures of the starter, in the order in which a meeting would ask for them.
MEASURES = (
    "population_65plus_count_dof",
    "population_85plus_count_dof",
    "deaths_resident_count_census",
    "disability_share_svi",
    "poverty_share_saipe",
    "limited_english_share_chrr",
    "household_broadband_share_chrr",
    "household_no_vehicle_share_svi",
    "medicare_beneficiary_count",
    "medi_cal_eligible_count",
    "medi_cal_dual_eligible_count",
    "primary_care_physician_per_100k_chrr",
    "skilled_nursing_facility_count_cdph",
    "skilled_nursing_bed_count_cdph",
)


def _name(store: Store, county: str) -> str:
    return str(store.names[county])


def _is_rural(store: Store, county: str) -> bool:
    return bool(rurality.on_maps(store)[county])


def _status(store: Store, county: str) -> Any:
    """The county's row of what its hospitals report in the newest year."""
    year = reports.newest(store)
    table = county_status(store, year)
    return next(table[table["county_fips"] == county].itertuples())


def _near(store: Store, county: str) -> pd.DataFrame:
    neighbors = distance.adjoining(store.topology)[county]
    return around.coalitions_around(
        store.table("coalitions"), store.table("coalition_counties"), county, neighbors
    )


def _newest(store: Store, indicator_id: str, place: str) -> pd.DataFrame:
    return store.observed(indicator_id, place).tail(1)


def _fact(store: Store, indicator_id: str, county: str) -> dict[str, str]:
    """One measure of the county beside the state's value of the same period."""
    indicator = store.indicator(indicator_id)
    here = _newest(store, indicator_id, county)
    if here.empty:
        return {
            "fact": indicator.name,
            "value": numbers.not_collected(),
            "state": "",
            "when": "",
            "source": "",
        }
    row = here.iloc[0]
    state = _newest(store, indicator_id, "CA")
    same = state[state["period_end"] == row["period_end"]]
    withheld = bool(row["withheld"])
    return {
        "fact": indicator.name,
        "value": states.withheld() if withheld else numbers.unit_value(row["value"], row["unit"]),
        "state": numbers.unit_value(same["value"].iloc[0], row["unit"])
        if len(same) and not bool(same["withheld"].iloc[0])
        else states.not_collected(),
        "when": numbers.period(row["period_start"], row["period_end"]),
        "source": store.source(row["source_id"]).publisher,
    }


def _hospital_facts(store: Store, status: Any) -> list[dict[str, str]]:
    year = reports.newest(store)
    source = store.source(reports.source(store, year)).publisher
    every = county_status(store, year)
    total = int(every["sites"].sum())
    pairs = (
        (_("Hospital sites that report an inpatient program"), "inpatient"),
        (_("Hospital sites that report outpatient services"), "outpatient"),
    )
    absent = status.status in {"no hospital", "not answered"}
    nothing = states.label(status.status) if absent else ""
    return [
        {
            "fact": fact,
            "value": nothing or numbers.n_of_n(getattr(status, answer), status.sites),
            "state": numbers.n_of_n(int(every[answer].sum()), total),
            "when": str(year),
            "source": source,
        }
        for fact, answer in pairs
    ]


@figure
def starter_facts(store: Store, county: County = "06037") -> Draft:
    """A county's facts to bring to a meeting, each beside the state's and with its source."""
    status, name, year = _status(store, county), _name(store, county), reports.newest(store)
    rows = pd.DataFrame(
        _hospital_facts(store, status) + [_fact(store, i, county) for i in MEASURES]
    )
    held = pd.concat([_newest(store, i, county) for i in MEASURES], ignore_index=True)
    held = held.assign(name=[store.indicator(i).name for i in held["indicator_id"]])
    answer = Claim(
        label=_("Sites that report an inpatient program"),
        value=numbers.n_of_n(status.inpatient, status.sites),
        source_id=reports.source(store, year),
        locator=_("hospital_programs.csv, rows of {year}, county_fips {county}").format(
            year=year, county=county
        ),
        status=Status.DERIVED,
        numerator=numbers.count(status.inpatient),
        denominator=numbers.count(status.sites),
    )
    return Draft(
        headline=community.facts_headline(
            name, int(status.sites), int(status.inpatient), status.status, year
        ),
        subtitle=_(
            "{county}: latest values, with California for comparison where we have it. Hospitals "
            "report for themselves."
        ).format(county=county_name(name)),
        summary="; ".join(f"{r.fact}: {r.value}" for r in rows.itertuples()) + ".",
        drawing=_("Table of facts."),
        rows=rows,
        columns=(
            Column("fact", _("Fact")),
            Column("value", county_name(name)),
            Column("state", _("California")),
            Column("when", _("When")),
            Column("source", _("Source")),
        ),
        period=numbers.years([year, *(int(end[:4]) for end in held["period_end"])]),
        as_of=numbers.date(max(str(year), str(held["period_end"].max()))),
        source_ids=[reports.source(store, year)],
        indicator_ids=MEASURES,
        claims=[answer, *observed_claims(held[~held["withheld"]], "{name}, {period_end}")],
        caveats=(self_reported(), not_hospice()),
    )


@figure
def starter_questions(store: Store, county: County = "06037") -> Draft:
    """Questions that the tables cannot answer, to be asked in the county."""
    status, name = _status(store, county), _name(store, county)
    near = _near(store, county)
    asked = asking.questions(
        store,
        status.status,
        is_rural=_is_rural(store, county),
        has_coalition=bool(near["where"].eq(around.HERE).any()),
    )
    rows = pd.DataFrame(asked, columns=["element", "question", "why"])
    return Draft(
        headline=community.questions_headline(name, len(rows)),
        subtitle=_(
            "Questions for a meeting, in the four parts of C-TAC's Community Action Project: "
            "assess, convene, get help, share. We wrote the questions."
        ),
        summary=" ".join(rows["question"]),
        drawing=_("List of questions."),
        rows=rows,
        columns=(
            Column("element", _("Element")),
            Column("question", _("Question")),
            Column("why", _("Why ask it here")),
        ),
        period=str(reports.newest(store)),
        as_of=numbers.date(store.edition.date),
        source_ids=[around.agenda(store), reports.newest_source(store)],
        definition=_("We chose these questions based on the data we do not have for the county."),
    )


@figure
def starter_coalitions(store: Store, county: County = "06037") -> Draft:
    """The coalitions listed in a county, next door and statewide."""
    name, near = _name(store, county), _near(store, county)
    rows = near.assign(
        near=[community.where_label(where) for where in near["where"]],
        places=[numbers.listing([store.names[f] for f in held]) for held in near["counties"]],
        since=[numbers.capitalized(numbers.date(founded)) for founded in near["founded"]],
        source=[store.source(i).publisher for i in near["source_id"]],
    )
    here, door = (int(near["where"].eq(where).sum()) for where in (around.HERE, around.NEXT_DOOR))
    return Draft(
        headline=community.coalitions_headline(name, here, door),
        subtitle=_("Coalitions named in our sources. {caution}").format(
            caution=community.old_list(store)
        ),
        summary="; ".join(f"{r.near}: {r.name}" for r in rows.itertuples()) + ".",
        drawing=_("Table of coalitions."),
        rows=rows,
        columns=(
            Column("near", _("Where")),
            Column("name", _("Coalition")),
            Column("places", _("County")),
            Column("since", _("Founded")),
            Column("focus", _("Focus")),
            Column("source", _("Source")),
        ),
        period=_("as listed by the sources"),
        as_of=numbers.date(store.edition.date),
        definition=_("A neighboring county is one that shares part of its border."),
    )


@figure
def starter_help(store: Store, county: County = "06037") -> Draft:
    """Toolkits and technical assistance that fit a county, with the reason."""
    name, status = _name(store, county), _status(store, county)
    nursing = _newest(store, "skilled_nursing_facility_count_cdph", county)
    traits = {
        "rural": _is_rural(store, county),
        "program": bool(status.inpatient),
        "nursing": bool(len(nursing) and nursing["value"].iloc[0] > 0),
    }
    fits = around.fitting(
        store.table("toolkit_resources"),
        traits,
        vocabulary.parts(store, "audience"),
        vocabulary.parts(store, "toolkit_topic"),
    )
    toolkits = fits.assign(
        kind=_("Toolkit"), why=fits["why"].map(vocabulary.labels(store, "toolkit_fit"))
    ).rename(columns={"url": "address"})
    cohorts = store.table("cohorts")
    running = cohorts[cohorts["kind"].eq("technical_assistance") & cohorts["end"].eq("")]
    programs = pd.DataFrame(
        {
            "kind": _("Program"),
            "title": running["name"],
            "publisher": running["convener"],
            "topic": running["contribution"],
            "why": _("No end date is recorded: ask if it is still running"),
            "address": "",
            "source_id": running["source_id"],
        }
    )
    fields = ["kind", "title", "publisher", "topic", "why", "address", "source_id"]
    rows = pd.concat([programs[fields], toolkits[fields]], ignore_index=True)
    return Draft(
        headline=community.help_headline(name, len(rows)),
        subtitle=_(
            "Technical assistance and toolkits chosen by audience and by the facts about the "
            "county. If no web address is shown, ask the publisher."
        ),
        summary="; ".join(rows["title"]) + ".",
        drawing=_("Table of toolkits and programs."),
        rows=rows,
        columns=(
            Column("kind", _("Kind")),
            Column("title", _("Title")),
            Column("publisher", _("Publisher")),
            Column("topic", _("About")),
            Column("why", _("Why it matches")),
            Column("address", _("Address"), "link"),
        ),
        period=_("as listed by the sources"),
        as_of=numbers.date(store.edition.date),
        definition=_("Chosen by the audience and topic that toolkit_resources.csv gives."),
    )

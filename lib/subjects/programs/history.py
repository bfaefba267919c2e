"""Earlier and other counts of hospital programs: surveys, report cards, the state indicator.

Each is its own universe (which hospitals, which sizes, who asked), so each is its own figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import evidence, vocabulary
from lib.derive.rows import each
from lib.i18n import _
from lib.model import CardEdition, Column
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

CARD = "hospital_inpatient_palliative_share_report_card_50plus"
#: The height of a plot, in pixels, for which names are kept off the lines.
PLOT = 280

SURVEY_ANY = "hospital_palliative_share_nhf_ucsf"
SURVEY_CONSULT = "hospital_consult_service_share_nhf_ucsf"
STATE = "hospital_inpatient_palliative_share_lghc"
TARGET = "hospital_inpatient_palliative_target_share_lghc"


def value_columns() -> tuple[Column, ...]:
    """The columns of a share by year."""
    return (Column("year", _("Year"), "year"), Column("value", _("Share"), "share"))


def shown(store: Store, indicator_id: str, geo_id: str) -> pd.DataFrame:
    """The total of an indicator, one row per year: the source that is to be shown."""
    held = evidence.agreed(store.observed(indicator_id, geo_id), store.table("conflicts"))
    return held.assign(year=held["period_end"].str[:4].astype(int))


def _points(held: pd.DataFrame, series: str, name: str, *, exact: bool = False) -> pd.DataFrame:
    """Rows for the trend form from observations of one series."""
    write = numbers.exact_percent if exact else numbers.percent
    rows = held.assign(
        series=series,
        series_name=name,
        segment=series,
        kind="value",
        label=[write(v) for v in held["value"]],
        percent=[write(v) for v in held["value"]],
        name="",
    )
    rows.loc[rows.index[-1:], "name"] = name
    return rows


def tips() -> tuple[tuple[str, str], ...]:
    """What a touched mark says."""
    return (("series_name", _("Series")), ("year", _("Year")), ("percent", _("Share")))


@figure
def surveys(store: Store) -> Draft:
    """The surveys of 2000, 2007 and 2011: any program, and consultation services, apart."""
    any_program = _points(shown(store, SURVEY_ANY, "CA"), "any", _("Any program"))
    consult = _points(shown(store, SURVEY_CONSULT, "CA"), "consult", _("Consultation service"))
    # 2000 is a random quarter of hospitals: the two consultation points are never joined.
    consult["segment"] = [f"consult {year}" for year in consult["year"]]
    rows = pd.concat([any_program, consult], ignore_index=True)
    rows["name_side"] = charts.name_sides(rows, top=0.8, height=PLOT)
    ends = [(str(r.year), float(r.value)) for r in each(any_program)]
    listed = [f"{r.series_name}, {r.year}: {r.percent}" for r in each(rows)]
    return Draft(
        headline=programs.survey_headline(ends[0], ends[-1]),
        subtitle=_(
            "Share of California hospitals that answered the survey, {first}-{last}. {note}"
        ).format(
            first=rows["year"].min(),
            last=rows["year"].max(),
            note=vocabulary.sentence(store, "surveys", "note"),
        ),
        summary=_("Share of California hospitals in surveys: {points}.").format(
            points="; ".join(listed)
        ),
        drawing=_("Points by year with one line for any program."),
        rows=rows,
        columns=(Column("series_name", _("What was counted")), *value_columns()),
        period=numbers.years(rows["year"].tolist()),
        as_of=ends[-1][0],
        indicator_ids=[SURVEY_ANY, SURVEY_CONSULT],
        claims=observed_claims(rows, "{series_name}, {period_end}"),
        chart=charts.trend(
            {"any": "@teal", "consult": "@ochre_text"},
            years=sorted(set(rows["year"])),
            tooltip=tips(),
            top=0.8,
            named=True,
        ),
    )


@figure
def report_card(store: Store) -> Draft:
    """The CAPC report cards by edition: California beside the nation."""
    nation = _points(shown(store, CARD, "US"), "nation", _("United States"))
    state = _points(shown(store, CARD, "CA"), "state", _("California"))
    # California is not held for the 2011 and 2019 editions: no line across the gap.
    nation["side"] = "below"
    state["segment"] = [f"state {year}" for year in state["year"]]
    rows = pd.concat([nation, state], ignore_index=True)
    both = sorted(set(nation["year"]) & set(state["year"]))
    at = {key: frame.set_index("year")["value"] for key, frame in (("us", nation), ("ca", state))}
    listed = [f"{r.series_name}, {r.year}: {r.percent}" for r in each(rows)]
    return Draft(
        headline=programs.card_headline(
            str(both[-1]), float(at["ca"][both[-1]]), float(at["us"][both[-1]])
        ),
        subtitle=_(
            "Hospitals with 50 or more beds, by report card edition. The data are one to "
            "three years older than the edition. {note}"
        ).format(note=vocabulary.sentence(store, "report_card", "note")),
        summary=_(
            "Share of hospitals counted as having a program in the report cards: {points}."
        ).format(points="; ".join(listed)),
        drawing=_("Points by edition, a line for the United States, two points for California."),
        rows=rows,
        columns=(Column("series_name", _("Place")), *value_columns()),
        place=_("California and United States"),
        period=numbers.years(rows["year"].tolist()),
        as_of=str(int(rows["year"].max())),
        indicator_ids=[CARD],
        claims=observed_claims(rows, "{series_name}, {period_end}"),
        caveats=(vocabulary.sentence(store, "report_card", "aim"),),
        source_ids=vocabulary.sentence_sources(store, "report_card"),
        chart=charts.trend(
            {"state": "@teal", "nation": "@soft"},
            years=sorted(set(rows["year"])),
            tooltip=tips(),
            below=True,
            height=340,
            named=True,
        ),
    )


def card_editions(store: Store) -> tuple[str, ...]:
    """The editions of the report card of which more states than California are held, newest first."""
    held = store.observed(CARD)
    states = held[held["geo_id"].str.startswith("ST-")]
    return tuple(sorted(set(states["period_end"].str[:4]), reverse=True))


@figure
def report_card_states(store: Store, edition: CardEdition = "") -> Draft:
    """The states that were read from one report card edition, sorted, California marked."""
    edition = edition or card_editions(store)[0]
    held = store.observed(CARD)
    held = held[(held["period_end"] == edition) & held["geo_id"].ne("US")]
    held = held.sort_values(["value", "geo_id"], ascending=[False, True])
    rows = held.assign(
        group=held["geo_id"].map(store.names),
        label=held["value"].map(numbers.percent),
        kind=["here" if geo == "CA" else "other" for geo in held["geo_id"]],
    )
    listed = numbers.listing([f"{r.group} {r.label}" for r in each(rows)])
    if (rows["geo_id"] == "CA").any():
        share = float(rows.loc[rows["geo_id"] == "CA", "value"].iloc[0])
        rank = int(rows["value"].gt(share).sum()) + 1
        headline = programs.states_headline(rank, len(rows), edition, share)
    else:
        headline = programs.states_without_headline(edition)
    return Draft(
        headline=headline,
        subtitle=_(
            "Share of hospitals with 50 or more beds that reported a program, {edition} "
            "edition. {which} In small states, the share is based on few hospitals."
        ).format(edition=edition, which=vocabulary.sentence(store, "report_card_states", edition)),
        summary=_("Shares in the {edition} edition: {listed}.").format(
            edition=edition, listed=listed
        ),
        drawing=_("Bars by state, highest first."),
        rows=rows,
        columns=(Column("group", _("State")), Column("value", _("Share"), "share")),
        place=_("States"),
        period=_("{edition} edition").format(edition=edition),
        as_of=edition,
        indicator_ids=[CARD],
        claims=observed_claims(rows, "{group}"),
        chart=charts.bars(
            {"here": "@teal", "other": "@earlier"},
            count=len(rows),
            tooltip=(("group", _("State")), ("label", _("Share"))),
        ),
        height=34 * len(rows),
        params={"edition": edition},
    )


def _disputing(store: Store, indicator_id: str) -> list[str]:
    """The second sources of the disagreements on an indicator."""
    conflicts = store.table("conflicts")
    return list(conflicts.loc[conflicts["indicator_id"].eq(indicator_id), "source_b"])


@figure
def state_indicator(store: Store) -> Draft:
    """The state's own indicator with the target that was later left open."""
    value = _points(shown(store, STATE, "CA"), "value", _("State indicator"), exact=True)
    target = _points(shown(store, TARGET, "CA"), "target", _("Target, later withdrawn"))
    target["kind"] = "target"
    rows = pd.concat([value, target], ignore_index=True)
    rows["name_side"] = charts.name_sides(rows, top=1.0, height=PLOT)
    first, last = value.iloc[0], value.iloc[-1]
    goal = target.iloc[-1]
    headline = programs.target_headline(
        (str(first["year"]), float(first["value"])),
        (str(last["year"]), float(last["value"])),
        float(goal["value"]),
        str(goal["year"]),
    )
    return Draft(
        headline=headline,
        subtitle=_(
            "Let's Get Healthy California indicator: share of acute care hospitals that "
            "provide inpatient palliative care. The source does not say which hospitals it "
            "counted, so we do not combine it with other counts. We found no value after "
            "{last}."
        ).format(last=last["year"]),
        summary=_("State indicator: {points}.").format(
            points="; ".join(f"{r.series_name}, {r.year}: {r.percent}" for r in each(rows))
        ),
        drawing=_("Line from {first} to {last} and a hollow mark for the target of {goal}.").format(
            first=first["year"], last=last["year"], goal=goal["year"]
        ),
        rows=rows,
        columns=(Column("series_name", _("What")), *value_columns()),
        period=_("{first} to {last}, target for {goal}").format(
            first=first["year"], last=last["year"], goal=goal["year"]
        ),
        as_of=str(last["year"]),
        indicator_ids=[STATE, TARGET],
        claims=observed_claims(rows, "{series_name}, {period_end}"),
        source_ids=_disputing(store, TARGET),
        chart=charts.trend(
            {"value": "@teal", "target": "@plum"},
            years=sorted(set(rows["year"])),
            tooltip=tips(),
            named=True,
            targets=True,
        ),
    )

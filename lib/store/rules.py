"""Offences inside one table that no single cell shows: rules between the cells of a row."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from lib.i18n import _
from lib.store import district_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Offence
    from lib.store.held import Held, Tables

#: A source prints a share rounded or cut off, so a printed share may differ from its own
#: numerator and denominator by one unit of its last digit (0.288 for 160 of 554), yet never by
#: more than half a percentage point: "0.8" for 119 of 148 passes, "0.8" for 110 of 148 does not.
WIDEST_ROUNDING = 0.005
FLOAT_NOISE = 1e-9

DATE_LENGTHS = {"day": 10, "month": 7, "year": 4, "unknown": 0}
CERTIFIED = ("pc_physician", "pc_nurse", "pc_social_worker")
TEAM = (*CERTIFIED, "pc_chaplain")


def row_rules(tables: Tables) -> list[Offence]:
    """Every offence between the cells of a row, table by table."""
    return [
        offence for name, held in tables.items() for rule in RULES[name] for offence in rule(held)
    ]


def _periods(held: Held) -> list[Offence]:
    """Periods that end before they start; 2018-05 to 2018 is within the year and passes."""
    frame = held.frame
    later = frame["period_start"] > frame["period_end"]
    for row in frame.index[later]:
        if str(frame.at[row, "period_start"]).startswith(str(frame.at[row, "period_end"])):
            later[row] = False
    return held.offences(
        later,
        "period_end",
        _("the period ends before it starts"),
        _("Correct one of the two dates; they are equal for a point in time."),
    )


def _totals(held: Held) -> list[Offence]:
    """Totals whose group is not all, and groups called all in another dimension."""
    frame = held.frame
    return held.offences(
        frame["dimension"].eq("total") != frame["group"].eq("all"),
        "group",
        _("the total and the group all belong together"),
        _("Use dimension total with group all, or name both the dimension and the group."),
    )


def _fractions(held: Held) -> list[Offence]:
    """Shares that are not their numerator over their denominator, counts not their numerator."""
    frame = held.frame
    both = frame[frame["numerator"].notna() & frame["denominator"].notna()]
    shares = both[both["unit"].eq("share")]
    digits = shares["value"].astype(str).str.extract(r"\.(\d+)$")[0].str.len().fillna(0)
    allowed = (10.0 ** -digits.astype(float)).clip(upper=WIDEST_ROUNDING) + FLOAT_NOISE
    computed = shares["numerator"] / shares["denominator"]
    wrong = shares.index[~((shares["value"] - computed).abs() <= allowed)]
    counts = both[both["unit"].eq("count")]
    unequal = counts.index[counts["value"] != counts["numerator"]]
    found: list[Offence] = []
    for row in wrong:
        problem = _("the share is not its numerator over its denominator: {computed}").format(
            computed=f"{computed[row]:.6g}"
        )
        remedy = _("Correct the value, the numerator or the denominator from the source.")
        found.append(held.offence(int(row), "value", problem, remedy))
    return found + held.offences(
        frame.index.isin(unequal),
        "value",
        _("the count is not its numerator"),
        _("Make both the same, or leave numerator and denominator blank."),
    )


def _bounds(held: Held) -> list[Offence]:
    """Estimates with a low bound and no high one, or the other way: both are always shown."""
    frame = held.frame[held.frame["dimension"].eq("estimate_bound")]
    keys = ["indicator_id", "geo_id", "period_start", "period_end", "source_id"]
    pairs = frame.groupby(keys)["group"].transform("nunique").eq(2)
    bounds = pairs & frame["group"].isin(["low", "high"])
    return held.offences(
        held.frame.index.isin(frame.index[~bounds]),
        "group",
        _("an estimate needs its low and its high bound"),
        _("Add the other bound from the same source."),
    )


def _coordinates(held: Held) -> list[Offence]:
    """Sites with half a position, or whose precision does not say whether they have one."""
    frame = held.frame
    placed = frame["geo_precision"].eq("source_point")
    return held.offences(
        frame["lat"].notna().ne(placed) | frame["lon"].notna().ne(placed),
        "geo_precision",
        _("coordinates and their precision do not agree"),
        _("Give lat and lon with source_point, or neither with none."),
    )


def _precision(*columns: str) -> Callable[[Held], list[Offence]]:
    """A rule: `date_precision` is the precision of the finest date among `columns`."""

    def rule(held: Held) -> list[Offence]:
        frame = held.frame
        finest = pd.concat([frame[column].str.len() for column in columns], axis=1).max(axis=1)
        return held.offences(
            finest != frame["date_precision"].map(DATE_LENGTHS),
            "date_precision",
            _("the precision is not that of the date"),
            _("day for YYYY-MM-DD, month for YYYY-MM, year for YYYY, unknown for none."),
        )

    return rule


def _levels(held: Held) -> list[Offence]:
    """Places whose level does not fit their id."""
    ids = held.frame["geo_id"]
    level = ids.str.len().map({5: "county"}).fillna("state").where(ids != "US", "nation")
    level = level.where(~ids.str.startswith("ST-"), "state")
    return held.offences(
        level != held.frame["level"],
        "level",
        _("the level does not match the id"),
        _("US is the nation, CA and ST-XX are states, five digits are a county."),
    )


def _team(answer: str) -> Callable[[Held], list[Offence]]:
    """A rule: a team is reported where a head-count is above zero; the certified are within."""

    def rule(held: Held) -> list[Offence]:
        frame = held.frame
        found: list[Offence] = []
        for role in CERTIFIED:
            found += held.offences(
                frame[f"{role}_certified"] > frame[role],
                f"{role}_certified",
                _("more certified than there are"),
                _("Correct one of the two counts from the source."),
            )
        counted = frame[list(TEAM)].gt(0).any(axis=1)
        return found + held.offences(
            counted & frame[answer].eq("No"),
            answer,
            _("the answer is No, but the team has more than zero people"),
            _("Correct the answer or the team members from the source."),
        )

    return rule


def _contract_dates(held: Held) -> list[Offence]:
    """Contract periods that end before they start."""
    frame = held.frame
    dated = frame["effective_start"].ne("") & frame["effective_end"].ne("")
    return held.offences(
        dated & (frame["effective_start"] > frame["effective_end"]),
        "effective_end",
        _("the period ends before it starts"),
        _("Correct one of the two dates."),
    )


def _homes(held: Held) -> list[Offence]:
    """ZIP codes whose shares of homes do not add up to one (to a thousandth)."""
    frame = held.frame
    homes = frame.groupby("zip")["residential_share"]
    total = homes.transform("sum")
    return held.offences(
        homes.transform("count").gt(0) & (total - 1).abs().gt(0.001),
        "residential_share",
        _("the shares of this ZIP code do not add up to 1"),
        _("Correct the shares from the source, or leave all of them blank."),
    )


def _county_topics(held: Held) -> list[Offence]:
    """Measures of a topic of the county page without a name or place, or in another's place."""
    frame = held.frame
    shown = frame["county_topic"].ne("")
    return [
        *held.offences(
            shown & frame["short_name"].eq(""),
            "short_name",
            _("a county page shows the measure, and it has no name there"),
            _("Write a short name, or leave county_topic blank."),
        ),
        *held.offences(
            shown & frame["county_order"].isna(),
            "county_order",
            _("a county page shows the measure, and it has no place there"),
            _("Number the measures of a topic in the order in which readers meet them."),
        ),
        *held.offences(
            shown
            & frame["county_order"].notna()
            & frame.duplicated(["county_topic", "county_order"]),
            "county_order",
            _("another measure of the topic has this place"),
            _("Number the measures of a topic in the order in which readers meet them."),
        ),
    ]


RULES: defaultdict[str, tuple[Callable[[Held], list[Offence]], ...]] = defaultdict(
    tuple,
    {
        "observations": (_periods, _totals, _fractions, _bounds),
        "facilities": (_coordinates,),
        "milestones": (_precision("date"),),
        "cohorts": (_precision("start", "end"),),
        "geographies": (_levels,),
        "hospital_programs": (_team("inpatient_palliative"),),
        "hospital_license_years": (_team("inpatient_team_reported"),),
        "medi_cal_plans": (_contract_dates,),
        "measures": (_county_topics,),
        "zip_counties": (_homes,),
        "county_districts": (district_rules.shares,),
        "zip_districts": (district_rules.shares, district_rules.touching),
    },
)

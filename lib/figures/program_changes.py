"""Answers that changed: licenses between 2022 and 2023, sites between two reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lib import charts
from lib.derive import hospitals
from lib.figures.assemble import (
    LICENSE_REPORT,
    STATE_REPORTS,
    counted_claim,
    license_locator,
    make,
    self_reported,
    site_locator,
)
from lib.figures.sites import number_column
from lib.i18n import _
from lib.model import Column
from lib.wording import numbers, programs

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure
    from lib.store import Store

__all__ = ["license_step", "site_switches"]

Span = Literal["2022-2024", "2017-2022"]


def _switch_rows(changes: pd.DataFrame, store: Store) -> pd.DataFrame:
    """One row a switched facility, placed in its owner's row, named and with its county."""
    rows = hospitals.named(changes, store.table("hospital_programs"))
    rows["county"] = rows["county_fips"].map(store.names)
    rows["group"] = rows["ownership"].map(programs.owner_label)
    size = rows.groupby("group")["facility_id"].transform("size")
    rows["_size"] = size
    rows["kind"] = rows["change"].map(programs.change_label)
    rows = rows.sort_values(
        ["_size", "group", "change", "name"], ascending=[False, True, False, True]
    )
    rows["place"] = rows.groupby("group").cumcount() + 1
    rows["label"] = ""
    tails = rows.groupby("group").tail(1).index
    rows.loc[tails, "label"] = rows.loc[tails, "_size"].map(numbers.count)
    return rows.drop(columns="_size").reset_index(drop=True)


SWITCH_COLUMNS = (
    Column("name", _("Hospital")),
    Column("city", _("City")),
    Column("county", _("County")),
    Column("group", _("Owner")),
    Column("kind", _("Answer")),
    number_column(),
)
SWITCH_TIPS = (("name", _("Hospital")), ("city", _("City")), ("kind", _("Answer")))


def _switch_colors() -> dict[str, str]:
    return {
        programs.change_label("Yes to No"): "@sand",
        programs.change_label("No to Yes"): "@teal",
    }


def license_step(store: Store) -> Figure:
    """The step of the license line between 2022 and 2023, license by license."""
    table = store.table("hospital_license_years")
    changes = hospitals.switched(
        table, 2022, 2023, "inpatient_team_reported", through=hospitals.LICENSE_YEARS
    )
    rows = _switch_rows(changes, store)
    to_no = rows[rows["change"] == "Yes to No"]
    to_yes = len(rows) - len(to_no)
    later = table[(table["year"] == 2024) & table["facility_id"].isin(to_no["facility_id"])]
    again = int(later["inpatient_team_reported"].eq(hospitals.YES).sum())
    held = hospitals.present_in_all(table, hospitals.LICENSE_YEARS)
    systems = to_no[to_no["system"] != ""]["system"].value_counts()
    named = numbers.listing([f"{name} ({n})" for name, n in systems.items()])
    return make(
        store,
        "license_step",
        headline=programs.switch_headline(2022, 2023, len(to_no), to_yes, "license"),
        subtitle=_(
            "Each square is one of the {held} general acute licenses present in every year "
            "2019-2024 whose answer changed, by owner. {again}"
        ).format(held=numbers.count(held), again=programs.step_again(again, len(to_no), 2024)),
        summary=programs.switch_headline(2022, 2023, len(to_no), to_yes, "license")
        + ". "
        + programs.step_again(again, len(to_no), 2024),
        drawing=_("Squares, one a license, in rows by owner, colored by the change."),
        rows=rows,
        columns=(*SWITCH_COLUMNS, Column("system", _("System, where the name says it"))),
        period=_("2022 to 2023"),
        as_of="2024",
        claims=[
            counted_claim(
                programs.change_label(change),
                int(rows["change"].eq(change).sum()),
                held,
                LICENSE_REPORT,
                license_locator(2023),
            )
            for change in ("Yes to No", "No to Yes")
        ],
        source_ids=[STATE_REPORTS[2024]],
        caveats=(
            self_reported(),
            _(
                "The table of licenses names no hospital system. Among those that went to No, the "
                "hospital's own name says: {named}."
            ).format(named=named),
        ),
        definition=_(
            "A license is counted here only when it is present in all six years 2019-2024, so that "
            "openings, mergers and missing reports do not look like changed answers."
        ),
        chart=charts.units(
            _switch_colors(),
            groups=rows["group"].nunique(),
            across=int(rows["place"].max()) + 5,
            tooltip=SWITCH_TIPS,
        ),
        height=260,
    )


def site_switches(store: Store, span: Span = "2022-2024") -> Figure:
    """The sites whose inpatient answer changed between two reports, one by one."""
    first, last = (int(year) for year in span.split("-"))
    sites = store.table("hospital_programs")
    rows = _switch_rows(hospitals.switched(sites, first, last, "inpatient_palliative"), store)
    to_no = int(rows["change"].eq("Yes to No").sum())
    to_yes = len(rows) - to_no
    both = hospitals.present_in_all(sites, (first, last))
    headline = programs.switch_headline(first, last, to_no, to_yes, "site")
    return make(
        store,
        "site_switches",
        headline=headline,
        subtitle=_(
            "Each square is one of the {both} general acute sites that answered in both years and "
            "changed its answer on an inpatient program, by owner. A changed answer is not a closure."
        ).format(both=numbers.count(both)),
        summary=headline + ".",
        drawing=_("Squares, one a hospital site, in rows by owner, colored by the change."),
        rows=rows,
        columns=SWITCH_COLUMNS,
        period=_("{first} to {last}").format(first=first, last=last),
        as_of=str(last),
        claims=[
            counted_claim(
                programs.change_label(change),
                int(rows["change"].eq(change).sum()),
                both,
                STATE_REPORTS[last],
                site_locator(last, "inpatient_palliative"),
            )
            for change in ("Yes to No", "No to Yes")
        ],
        source_ids=[STATE_REPORTS[first]],
        caveats=(self_reported(),),
        definition=_(
            "Sites with an answer in both years; a site that did not answer is no change."
        ),
        chart=charts.units(
            _switch_colors(),
            groups=rows["group"].nunique(),
            across=int(rows["place"].max()) + 5,
            tooltip=SWITCH_TIPS,
        ),
        height=300,
        params={"span": span},
    )

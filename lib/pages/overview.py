"""Overview: the finding, the search, the map that opens counties; then change, and ways on."""

from __future__ import annotations

from lib.derive import hospitals
from lib.i18n import N_
from lib.page import Columns, Held, Page, Part, Section, Special
from lib.pages import words as pages
from lib.subjects.overview import words
from lib.wording import numbers


def headline(held: Held) -> str:
    """Sites that report, and counties without."""
    return pages.overview_headline(held.figure("headline_numbers"))


def introduction(held: Held) -> str:
    """Who was counted, and what the counties without are."""
    rows = held.figure("county_status_map").rows
    without = hospitals.counties_without(rows)
    none = without[without["status"].eq("no hospital")]
    share = rows["inpatient"].sum() / rows["sites"].sum()
    said_no = int(without["status"].isin(["none reported", "outpatient only"]).sum())
    return words.base(numbers.percent(share), said_no, len(without), none["name"].tolist())


PAGE = Page(
    "overview",
    headline,
    introduction,
    items=(
        Special("first_screen", ("county_status_map", "four_numbers")),
        Columns(
            ((Part("license_line"),), (Special("which_number"), Part("latest_milestones"))),
            widths=(3, 2),
            gap="large",
        ),
        Section(N_("What other pages show"), (Special("teasers"),)),
        Special("unknown_fold", given={"topic": "Hospital programs"}),
    ),
)

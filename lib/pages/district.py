"""District: one of the 172, what its hospital sites report, how it compares; or a whole chamber."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Columns, Held, Page, Part, Section, Special
from lib.subjects.districts import held as district_held


def introduction(held: Held) -> str:
    """What the district is, and by which lines."""
    figure = held.figure("district_findings", **held.place)
    return f"{figure.subtitle} {district_held.lines(held.store, held.place['chamber'])}"


PAGE = Page(
    "district",
    lambda held: held.figure("district_findings", **held.place).headline,
    introduction,
    items=(
        Section(
            N_("Map and numbers"),
            (
                Columns(
                    (
                        (Part("district_dots"),),
                        (Part("district_numbers"), Part("district_years")),
                    )
                ),
                Part("district_sites"),
                Special("district_questions"),
                Part("district_counties", links_counties=True),
                Special("district_findings", ("district_findings",)),
                Special("district_unknown"),
                Special("to_the_chambers"),
            ),
            is_unseen=True,
        ),
    ),
    index=(Special("district_index", ("district_map",)),),
    brief=("district_findings", "district_dots", "district_sites", "district_counties"),
)

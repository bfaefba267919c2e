"""What the figures of districts say; numbers read from the tables by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.outputs import image

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

ONE = ("district_findings", "district_dots", "district_numbers", "district_years",
       "district_sites", "district_counties")  # fmt: skip


def built(store: Store, figure_id: str, chamber: str, number: int) -> Figure:
    return figures.build(store, figure_id, {"chamber": chamber, "number": str(number)})


@pytest.mark.parametrize(
    ("chamber", "none"),
    [("assembly", "In 15 of 80 Assembly districts"), ("senate", "In 2 of 40 state Senate districts"),
     ("congressional", "In 7 of 52 congressional districts")],
)  # fmt: skip
def test_the_index_counts_the_districts_without_a_program(
    store: Store, chamber: str, none: str
) -> None:
    figure = figures.build(store, "district_map", {"chamber": chamber})
    assert figure.headline.startswith(none)
    rows = figure.rows
    assert rows["answered"].sum() == 416
    assert rows["reporting"].sum() == 166
    without = rows["reporting"].eq(0)
    assert rows[without]["near_words"].str.endswith(" mi").all()
    assert rows[~without]["near_words"].eq("").all()


def test_assembly_2(store: Store) -> None:
    findings = built(store, "district_findings", "assembly", 2)
    assert findings.headline == (
        "7 of 16 hospital sites in Assembly District 2 report an inpatient palliative care "
        "program in 2024"
    )
    assert "756 of 1,140 general acute care beds" in findings.summary
    counties = built(store, "district_counties", "assembly", 2).rows
    assert counties["county"].tolist() == [
        "Sonoma", "Humboldt", "Mendocino", "Del Norte", "Trinity",
    ]  # fmt: skip
    years = built(store, "district_years", "assembly", 2).rows
    assert years["group"].tolist() == ["2015 (a minimum)", "2017", "2022", "2024"]
    assert years["label"].tolist() == ["4 of 15", "5 of 14", "6 of 16", "7 of 16"]


def test_a_headline_never_speaks_of_a_minimum(store: Store) -> None:
    for number in range(1, 81):
        assert "2015" not in built(store, "district_years", "assembly", number).headline


def test_one_site_is_not_compared_and_leads_to_the_nearest_program(store: Store) -> None:
    findings = built(store, "district_findings", "assembly", 74)
    assert findings.headline.startswith("The one hospital site in Assembly District 74 reports no ")
    assert "too few to compare" in findings.subtitle
    assert "19 miles from the center of the district" in findings.summary
    rows = built(store, "district_numbers", "assembly", 74).rows
    assert rows["district_at"].isna().all()
    assert set(rows["side"]) == {""}
    dots = built(store, "district_dots", "assembly", 74)
    assert dots.rows["key"].tolist().count("outside") == 4


def test_the_site_counts_where_the_file_says_even_if_drawn_elsewhere(store: Store) -> None:
    # Cedars-Sinai Medical Center lies at a border of Assembly districts.
    filed = store.table("hospital_districts").set_index("facility_id")
    number = int(filed.at["106190555", "assembly_district"])
    assert "106190555" in set(built(store, "district_dots", "assembly", number).rows["facility_id"])
    assert "106190555" in set(
        built(store, "district_sites", "assembly", number).rows["facility_id"]
    )


def test_congressional_figures_say_until_when_the_lines_hold(store: Store) -> None:
    for figure_id in ONE:
        figure = built(store, figure_id, "congressional", 2)
        said = " ".join(figure.caveats)
        if figure_id != "district_years":
            assert "apply until January 3, 2027" in said, figure_id
    assert "until" not in " ".join(built(store, "district_findings", "senate", 2).caveats)


def test_pictures_of_districts_have_their_outlines(store: Store) -> None:
    for figure in (
        built(store, "district_dots", "senate", 4),
        figures.build(store, "district_map", {"chamber": "congressional"}),
    ):
        drawn = image.svg(figure, store.topology)
        shapes = [part for part in drawn.split("<path ") if 'd="M' in part]
        assert len(shapes) > 50
        assert figure.headline.split(" ")[0] in drawn


def test_every_district_has_every_figure_and_no_two_words_lie_on_one_spot(store: Store) -> None:
    table = store.table("districts")
    for chamber, number in zip(table["chamber"], table["number"], strict=True):
        rows = built(store, "district_dots", chamber, number).rows
        named = rows.loc[rows["mark"].ne(""), "mark"]
        assert named.is_unique  # a city is named at one of its sites, and a far site by itself
        assert built(store, "district_findings", chamber, number).headline
        assert len(built(store, "district_counties", chamber, number).rows) > 0

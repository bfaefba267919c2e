"""The county figures: eight counties agree with the evidence, and none is left without words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.charts import Form
from lib.derive import hospitals
from lib.maps.geometry import project
from lib.outputs import drawing, words
from lib.pages import PAGES, tabs_of
from lib.subjects.counties import words_list
from lib.subjects.counties.sides import HIGH, WIDE

if TYPE_CHECKING:
    from lib.store import Store

COUNTY_FIGURES = sorted(
    name
    for name, parameters in ((n, figures.options(n)) for n in figures.REGISTRY)
    if "county" in parameters and name.startswith("county_")
)
#: Urban and frontier: none, one and many hospitals, and those that did not answer in 2017.
COUNTIES = ("06003", "06091", "06011", "06035", "06037", "06075", "06023", "06027")


@pytest.mark.parametrize("county", COUNTIES)
def test_every_figure_speaks_for_every_kind_of_county(store: Store, county: str) -> None:
    for name in COUNTY_FIGURES:
        figure = figures.build(store, name, {"county": county})
        assert "nan" not in figure.summary.lower().split()
        assert figure.headline.strip()


@pytest.mark.parametrize("county", COUNTIES)
def test_page_and_hospital_rows_agree(store: Store, county: str) -> None:
    """From the map's status to the page's rows: the same sites, the same answers."""
    status = hospitals.county_status(
        store.table("hospital_programs"), store.table("counties"), 2024
    ).set_index("county_fips")
    rows = figures.build(store, "county_hospitals", {"county": county}).rows
    held = rows[rows["last_year"].eq(2024)]
    assert len(held) == status.loc[county, "sites"]
    yes = held["inpatient_2024"].eq("Yes").sum()
    assert yes == status.loc[county, "inpatient"]
    peers = figures.build(store, "county_peers", {"county": county}).rows.iloc[0]
    if len(held):
        assert (peers["reporting"], peers["answered"]) == (yes, len(held))


def test_no_hospital_is_said(store: Store) -> None:
    figure = figures.build(store, "county_findings", {"county": "06003"})
    assert figure.headline.startswith("Alpine County has no general acute care hospital")
    assert figures.build(store, "county_hospitals", {"county": "06091"}).is_empty


def test_no_answer_is_not_a_no(store: Store) -> None:
    rows = figures.build(store, "county_hospitals", {"county": "06011"}).rows
    assert rows["kind_2017"].tolist() == ["Did not answer"]


def test_a_site_outside_a_years_report_is_not_said_to_have_kept_silent(store: Store) -> None:
    # Of the two sites in Tehachapi one is in the report of 2017 only, the other in the later ones.
    rows = figures.build(store, "county_hospitals", {"county": "06029"}).rows
    twins = rows[rows["city"].eq("Tehachapi")].set_index("facility_id")
    assert twins.loc["106150808", "kind_2024"] == "Not collected here"
    assert twins.loc["106154168", "kind_2017"] == "Not collected here"


def test_districts_hold_every_site_once(store: Store) -> None:
    total = sum(
        len(figures.build(store, "district_sites", {"chamber": "senate", "number": str(n)}).rows)
        for n in range(1, 41)
    )
    assert total == 416


def test_a_district_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="senate has no district 41"):
        figures.build(store, "district_sites", {"chamber": "senate", "number": "41"})


GROUPS = ("reports", "before", "never", "silent")


def group_by_hand(store: Store, facility: str) -> str:
    """The group of a site, read from its rows of the table."""
    rows = store.table("hospital_programs")
    rows = rows[rows["facility_id"].eq(facility)]
    said = {int(r.year): str(r.inpatient_palliative) for r in rows.itertuples()}
    now = said.pop(2024, "")
    if now == "Yes":
        return "reports"
    if now != "No":
        return "silent"
    return "before" if "Yes" in said.values() else "never"


def test_each_site_of_each_county_is_in_its_group_with_its_marks(store: Store) -> None:
    answers = store.table("hospital_programs").set_index(["facility_id", "year"])
    said = answers["inpatient_palliative"].to_dict()
    wrong = []
    for fips in store.table("counties")["county_fips"]:
        rows = figures.build(store, "county_hospitals", {"county": fips}).rows
        for row in rows.to_dict("records"):
            facility = row["facility_id"]
            if row["listed"] != group_by_hand(store, facility):
                wrong.append((facility, row["listed"]))
            for year in (2015, 2017, 2022, 2024):
                answer = said.get((facility, year), "")
                mark = {"Yes": "Reports a program", "No": "Reports none"}.get(answer)
                ok = (mark == row[f"mark_{year}"]) if mark else (
                    row[f"mark_{year}"] in ("Did not answer", "Not in that report")
                )  # fmt: skip
                if not ok:
                    wrong.append((facility, year, row[f"mark_{year}"]))
    assert wrong == []


def test_a_list_is_in_groups_the_largest_first(store: Store) -> None:
    rows = figures.build(store, "county_hospitals", {"county": "06037"}).rows
    ranks = rows["listed"].map(GROUPS.index).tolist()
    assert ranks == sorted(ranks)
    for group in GROUPS:
        beds = rows.loc[rows["listed"].eq(group), "beds"].dropna().tolist()
        assert beds == sorted(beds, reverse=True)
    assert rows["head"].ne("").sum() == 4
    assert rows["head"].iloc[0] == "Reports an inpatient program, 2024: 32 (11,277 beds)"
    assert rows.loc[rows["more"].ne(""), "more"].tolist() == ["and 41 more"]


def test_a_map_of_a_county_has_a_dot_for_each_placed_site(store: Store) -> None:
    for fips in ("06037", "06029", "06003"):
        figure = figures.build(store, "county_dots", {"county": fips})
        drawn = drawing.text(drawing.chart(figure, store.topology, width=560))
        placed = figure.rows["lat"].notna().sum()
        assert drawn.count("Hospital: ") >= placed > 0
    alpine = figures.build(store, "county_dots", {"county": "06003"}).rows
    assert alpine["key"].unique().tolist() == ["outside"]
    assert alpine["mark"].str.contains(" mi").all()


def test_four_numbers_are_those_that_a_county_can_compare(store: Store) -> None:
    for fips in store.table("counties")["county_fips"]:
        rows = figures.build(store, "county_four", {"county": fips}).rows
        assert len(rows) == 4
        assert rows["county_at"].notna().all()
    one = figures.build(store, "county_four", {"county": "06011"}).rows
    assert not one["measure_id"].str.endswith(("site_share", "bed_share")).any()


def test_every_figure_of_a_tab_says_so_in_its_link(store: Store) -> None:
    for figure_id in {*PAGES["county"].figures()} & {*tabs_of()} - {"starter_questions"}:
        query = words.query_of(figures.build(store, figure_id, {"county": "06029"}))
        assert (query["county"], query["tab"]) == ("06029", tabs_of()[figure_id])


@pytest.mark.parametrize(
    ("figure_id", "place"),
    [
        ("county_dots", {"county": "06037"}),
        ("county_dots", {"county": "06059"}),
        ("county_dots", {"county": "06075"}),
        ("district_dots", {"chamber": "senate", "number": "26"}),
    ],
)
def test_where_dots_crowd_a_switch_brings_most_of_them_closer(
    store: Store, figure_id: str, place: dict[str, str]
) -> None:
    built = figures.build(store, figure_id, place)
    assert isinstance(built.chart, Form)
    frame, part = (built.chart.arguments[name] for name in ("frame", "closer"))
    scales = [
        min(WIDE / (each.right - each.left), HIGH / (each.top - each.bottom))
        for each in (frame, part)
    ]
    assert scales[1] >= 1.99 * scales[0]
    placed = built.rows.dropna(subset=["lat", "lon"])
    spots = [project(row.lon, row.lat) for row in placed.itertuples()]
    seen = sum(part.left < x < part.right and part.bottom < y < part.top for x, y in spots)
    assert seen >= 0.7 * len(spots)
    (switch,) = [each for each in built.chart["params"] if each["name"] == "closer"]
    assert (switch["value"], switch["bind"]["input"]) == (False, "checkbox")  # pictures stay whole
    assert "closer ?" in built.chart["projection"]["translate"]["expr"]
    # One city has its name where there is room; of several, some have.
    assert built.rows["near"].ne("").any() or placed["city"].nunique() == 1


def test_where_dots_do_not_crowd_there_is_no_switch(store: Store) -> None:
    for fips in ("06003", "06027", "06053"):
        chart = figures.build(store, "county_dots", {"county": fips}).chart
        assert chart is not None
        assert "closer" not in {each["name"] for each in chart["params"]}


def test_two_sites_of_one_long_name_are_cut_so_that_they_read_apart() -> None:
    long = "Providence Santa Rosa Memorial Hospital-{}"
    names = [long.format("Montgomery"), "Sutter Coast Hospital", long.format("Sotoyome")]
    assert words_list.apart(names) == [
        "Providence Santa Rosa… Montgomery",
        "Sutter Coast Hospital",
        "Providence Santa Rosa… Sotoyome",
    ]
    # A name that is the beginning of another stays whole; what is long and like no other too.
    names = ["Adventist Health White Memorial", "Adventist Health White Memorial Montebello"]
    assert words_list.apart(names) == [names[0], "Adventist Health White… Montebello"]
    alone = "Encompass Health Rehab. Hospital of Bakersfield"
    assert words_list.apart([alone, "Kern Medical Center"])[0] == alone


def test_no_list_of_a_county_or_a_district_cuts_two_names_alike(live) -> None:
    """On a phone 35 letters have room, 25 where a word stands after the sign."""
    places = [("county_hospitals", {"county": c}) for c in live.table("counties")["county_fips"]]
    places += [
        ("district_sites", {"chamber": "assembly", "number": number})
        for number in ("2", "14", "17", "66")
    ]
    for figure_id, place in places:
        rows = figures.build(live, figure_id, place).rows
        if len(rows):
            room = [25 if len(sign) > 1 else 35 for sign in rows["sign"]]
            cut = [short[:n] for short, n in zip(rows["short"], room, strict=True)]
            assert len(set(cut)) == len(cut), place

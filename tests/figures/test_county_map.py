"""The county map's figures: counts of the evidence, words for every state, odd choices."""

import pytest

from lib.derive import measures
from lib.figures import build

IDS = ("county_map", "county_bars", "need_supply_map", "need_supply_bars")


@pytest.fixture(scope="module")
def rows_2024(store):
    return build(store, "county_map", {}).rows.set_index("name")


def test_24_counties_without_a_reporting_hospital_are_the_ones_drawn_so(rows_2024):
    without = rows_2024[
        rows_2024["kind"].isin(["None reported (22)", "No general acute care hospital (2)"])
    ]
    assert len(without) == 24
    assert {"Merced", "San Luis Obispo", "Siskiyou", "Tehama", "Alpine", "Sierra"} <= set(
        without.index
    )
    assert not {"Del Norte", "Mendocino"} & set(without.index)


# n of N per county, counted by hand from the rows of hospital_programs.csv for 2024.
@pytest.mark.parametrize(
    ("county", "base"),
    [
        ("Los Angeles", "32 of 91"), ("Alpine", ""), ("Sierra", ""), ("Del Norte", "1 of 1"),
    ],
)  # fmt: skip
def test_spot_checks_from_map_to_hospital_rows(rows_2024, county, base):
    assert rows_2024.loc[county, "base_words"] == base


@pytest.mark.parametrize(
    "county",
    ["Los Angeles", "San Francisco", "Alameda", "San Diego", "Modoc", "Inyo", "Colusa", "Lassen"],
)
def test_map_bars_and_hospital_rows_agree(store, rows_2024, county):
    fips = rows_2024.loc[county, "county_fips"]
    every = store.table("hospital_programs")
    sites = every[every["year"].eq(2024) & every["county_fips"].eq(fips)]
    reporting = sites["inpatient_palliative"].eq("Yes").sum()
    assert rows_2024.loc[county, "numerator"] == reporting
    assert rows_2024.loc[county, "denominator"] == len(sites)
    bars = build(store, "county_bars", {}).rows.set_index("name")
    assert bars.loc[county, "value"] == pytest.approx(reporting / len(sites))


def test_silent_counties_of_2017_are_drawn_as_unknown(store):
    rows = build(store, "county_map", {"year": "2017"}).rows.set_index("name")
    for county in ("Colusa", "Lassen"):
        assert rows.loc[county, "kind"] == "Did not answer (2)"
        assert rows.loc[county, "value_words"] == "Did not answer"


def test_every_measure_draws_58_counties_with_words(store):
    for chosen in measures.measures(store):
        figure = build(store, "county_map", {"measure": chosen.measure_id})
        assert len(figure.rows) == 58
        assert figure.rows["kind"].ne("").all()
        assert figure.rows["value_words"].ne("").all()
        scale = figure.chart["layer"][0]["encoding"]["color"]["scale"]
        assert set(figure.rows["kind"]) == set(scale["domain"])
        assert len(scale["domain"]) == len(scale["range"])
        counts = [int(kind.rsplit("(", 1)[1][:-1]) for kind in scale["domain"]]
        assert sum(counts) == 58


def test_bounds_of_classes_stay_locked_over_the_years(store):
    def bounds(year):
        rows = build(store, "county_map", {"measure": "people_65_share", "year": year}).rows
        return {kind.rsplit(" (", 1)[0] for kind in rows["kind"]}

    assert bounds("2010") <= bounds("2024")


def test_a_year_that_is_not_held_is_said_in_words(store):
    figure = build(store, "county_map", {"year": "2011"})
    assert "no data for 2011" in figure.subtitle
    assert figure.as_of == "2024"


def test_unknown_measures_and_zooms_are_refused(store):
    for params in ({"measure": "happiness"}, {"zoom": "moon"}, {"year": "1850"}):
        with pytest.raises(ValueError, match="is not one of"):
            build(store, "county_map", params)


def test_kinds_that_are_no_numbers_have_a_map_and_no_bars(store):
    assert build(store, "county_map", {"measure": "medi_cal_model"}).chart
    assert build(store, "county_bars", {"measure": "medi_cal_model"}).chart is None


def test_nine_cells_of_need_and_supply_are_named_and_hold_every_county(store):
    figure = build(store, "need_supply_map", {})
    assert len(figure.rows) == 58
    worst = figure.rows[figure.rows["cell"].eq("31")]
    assert worst["supply_value"].eq(0).all()
    assert f"In {len(worst)} counties" in figure.headline
    assert set(figure.rows[figure.rows["cell"].eq("")]["name"]) == {"Alpine", "Sierra"}
    named = {kind.rsplit(" (", 1)[0] for kind in figure.rows["kind"]}
    assert "Higher need, none reported" in named


def test_every_pair_of_need_and_supply_can_be_drawn(store):
    every = measures.measures(store)
    supplies = [m.measure_id for m in every if m.role == "supply"]
    for supply in supplies:
        figure = build(store, "need_supply_map", {"need": "poverty_share", "supply": supply})
        assert len(figure.rows) == 58


@pytest.mark.parametrize("figure_id", IDS)
def test_words_sources_and_caveats_are_there(store, figure_id):
    figure = build(store, figure_id, {})
    assert figure.alt.startswith(figure.alt.split(".")[0])
    assert "2024" in figure.summary
    assert any("report for themselves" in text for text in figure.caveats)
    assert any(source.source_id == "hcai-2024-hospital-utilization" for source in figure.sources)


def test_hospice_offices_carry_their_warning(store):
    figure = build(store, "county_map", {"measure": "hospice_office_count"})
    assert "do not mean better access" in figure.subtitle
    assert "None on the list (10)" in set(figure.rows["kind"])

"""The rural figures against the numbers that the evidence allows to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import figures, theme
from lib.charts import Form
from lib.derive import rurality
from tests import frozen
from tests.contrast import contrast

if TYPE_CHECKING:
    from lib.store import Store


#: The two grounds that have colors of their own; `AUTO` is either of them.
GROUNDS = (theme.Mode.LIGHT, theme.Mode.DARK)


def test_people_in_the_counties_without(store: Store) -> None:
    figure = figures.build(store, "rural_without", {})
    assert len(figure.rows) == 24
    assert figure.headline.startswith("345,421 people age 65 and older, 5.4% of the state's")
    assert figure.rows["kind"].eq("no hospital").sum() == 2


def test_critical_access(store: Store) -> None:
    figure = figures.build(store, "rural_critical_access", {})
    assert len(figure.rows) == 38


@pytest.mark.parametrize("definition", list(rurality.definitions(frozen.store()).index))
@pytest.mark.parametrize("name", ["rural_sites", "rural_counties", "rural_barriers"])
def test_every_definition_is_printed_with_its_source(
    store: Store, name: str, definition: str
) -> None:
    figure = figures.build(store, name, {"rural_by": definition})
    assert figure.definition
    assert len(figure.sources) > 1 or definition == "small_rural"


def test_a_barrier_says_rural_other_and_state_where_the_state_has_a_value(store: Store) -> None:
    figure = figures.build(store, "rural_barriers", {})
    rows = figure.rows.set_index("measure_id")
    for row in rows.itertuples():
        assert str(row.rural) in str(row.said)
        assert str(row.other) in str(row.said)
        assert ("California" in str(row.said)) == (row.state_at == row.state_at)
    assert rows.at["people_65_share", "said"].endswith("California 16.4%")
    assert "California" not in rows.at["no_vehicle_share", "said"]  # we have no state value
    assert {"rural", "other", "state"} <= {column.field for column in figure.columns}


def test_five_teams(store: Store) -> None:
    figure = figures.build(store, "rural_teams", {})
    assert figure.rows["role"].str.startswith("team lead").sum() == 5


def test_farthest_first(store: Store) -> None:
    miles = figures.build(store, "rural_distance", {}).rows["miles"]
    assert miles.is_monotonic_decreasing
    assert miles.iloc[0] == pytest.approx(112, abs=1)


@pytest.mark.parametrize("definition", ["rucc_2023", "nchs_2023", "forhp_rural", "small_rural"])
def test_the_map_of_a_definition_has_every_county_in_a_class_of_its_own_color(
    store: Store, definition: str
) -> None:
    figure = figures.build(store, "rural_map", {"rural_by": definition})
    assert isinstance(figure.chart, Form)
    rows, colors = figure.rows, figure.chart.colors
    assert len(rows) == 58
    assert set(rows["kind"]) == set(colors)
    assert len(set(colors.values())) == len(colors)
    assert sum(int(kind.rsplit("(", 1)[1][:-1]) for kind in colors) == 58
    # The outline is where no site reports: counted again from the rows of the sites.
    sites = store.table("hospital_programs")
    newest = sites[sites["year"].eq(sites["year"].max())]
    reporting = set(newest[newest["inpatient_palliative"].eq("Yes")]["county_fips"])
    assert set(rows[rows["nonmetro"]]["county_fips"]) == set(rows["county_fips"]) - reporting
    rural = rows[rows["is_rural"]]
    assert f"{len(rural)} are rural; in {int(rural['nonmetro'].sum())} of them" in figure.headline


@pytest.mark.parametrize("mode", GROUNDS)
@pytest.mark.parametrize("definition", ["rucc_2023", "nchs_2023", "nonmetro_2023"])
def test_more_rural_stands_out_more_also_in_gray(
    store: Store, definition: str, mode: theme.Mode
) -> None:
    chart = figures.build(store, "rural_map", {"rural_by": definition}).chart
    assert isinstance(chart, Form)
    palette = theme.PALETTES[mode]
    out = [contrast(palette[token[1:]], palette["paper"]) for token in chart.colors.values()]
    assert out == sorted(out, reverse=True)

"""The tables and outlines of districts, held to what their sources say."""

from __future__ import annotations

import itertools
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from lib.derive import hospitals
from lib.maps import geometry
from lib.model import DataError
from lib.schema.lists import CHAMBERS
from lib.store import load
from tests.conftest import ROOT
from tests.frozen import DATA
from tools.make_geometry import doubled_area

if TYPE_CHECKING:
    from lib.store import Store


def test_there_are_172_districts_and_their_people(store: Store) -> None:
    table = store.table("districts")
    assert table.groupby("chamber").size().to_dict() == {
        "assembly": 80,
        "congressional": 52,
        "senate": 40,
    }
    # The adjusted count of 2020, which leaves out people whose last address was not found.
    assert set(table.groupby("chamber")["population_2020"].sum()) == {39_523_437}


def test_congressional_lines_hold_until_january_2027_and_others_without_an_end(
    store: Store,
) -> None:
    table = store.table("districts")
    assert set(table["lines"]) == {"2021-12"}
    ends = table.groupby("chamber")["valid_until"].agg(set)
    assert ends["congressional"] == {"2027-01-03"}
    assert ends["assembly"] == ends["senate"] == {""}


def test_the_served_outlines_are_the_recorded_ones_small_and_clockwise(store: Store) -> None:
    for chamber in CHAMBERS:
        name = f"ca_{chamber}.topo.json"
        recorded = (DATA / "geometry" / name).read_bytes()
        assert (ROOT / "static" / name).read_bytes() == recorded
        assert len(recorded) < 120_000
        topology = store.topology["districts"][chamber]
        assert topology == json.loads(recorded)
        for shape in topology["objects"]["districts"]["geometries"]:
            assert max(doubled_area(part[0], topology["arcs"]) for part in shape["arcs"]) < 0


def test_nearly_every_site_is_drawn_in_its_filed_district(store: Store) -> None:
    """Outlines are for display: a site may be drawn at the wrong side of a border, hardly more."""
    filed = store.table("hospital_districts").set_index("facility_id")
    places = store.table("facilities").drop_duplicates("facility_id").set_index("facility_id")
    places = places.loc[places.index.isin(filed.index)].dropna(subset=["lat"])
    assert len(places) > 400
    for chamber in CHAMBERS:
        shapes = geometry.outlines(store.topology["districts"][chamber])
        strays = [
            site
            for site, lon, lat in zip(places.index, places["lon"], places["lat"], strict=True)
            if not any(
                _inside(ring, lon, lat)
                for ring in shapes[str(filed.at[site, f"{chamber}_district"])]
            )
        ]
        assert len(strays) <= 3, strays


def _inside(ring: list[tuple[float, float]], x: float, y: float) -> bool:
    crossed = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossed = not crossed
    return crossed


def test_districts_in_which_no_site_reports_a_program(store: Store) -> None:
    sites, filed = store.table("hospital_programs"), store.table("hospital_districts")
    newest = sites[sites["year"] == 2024].merge(filed, on="facility_id")
    yes = newest[newest["inpatient_palliative"].eq(hospitals.YES)]
    sizes = {"assembly": 80, "senate": 40, "congressional": 52}
    none = {c: n - yes[f"{c}_district"].nunique() for c, n in sizes.items()}
    assert none == {"assembly": 15, "senate": 2, "congressional": 7}  # as the evidence says


def test_a_zip_may_touch_a_district_without_a_share(store: Store) -> None:
    table = store.table("zip_districts")
    touches = table["basis"].eq("touches")
    assert touches.sum() > 1_000
    assert table[touches]["share"].isna().all()
    assert table[~touches]["share"].notna().all()
    assert table["zip"].nunique() == 1_816


#: File, what stands in it, what is put there instead, and what the check must say.
SPOILED = [
    ("zip_districts.csv", "90001,assembly,57,1,", "90001,assembly,57,0.5,", "do not add up to 1"),
    ("zip_districts.csv", "90001,senate,33,0.792,p", "90001,senate,33,,p", "every basis but"),
    ("zip_districts.csv", "90002,senate,35,", "90002,senate,75,", "districts has no such district"),
    ("county_districts.csv", "06003,senate,4,0.0012,", "06003,senate,4,0.5,", "do not add up"),
    ("districts.csv", "senate,40,", "senate,41,", "do not have the same districts"),
    ("districts.csv", "senate,40,", "senate,41,", "no county has a part of it"),
    ("hospital_districts.csv", "106010735,18,7,", "106010735,2,7,", "has no part of this"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """File and problem of each offence of tables spoiled in every way at once."""
    folder = tmp_path_factory.mktemp("spoiled") / "data"
    shutil.copytree(DATA, folder)
    for name, old, new in {spoiled[:3] for spoiled in SPOILED}:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    (folder / "geometry" / "ca_congressional.topo.json").write_text("{", "utf-8")
    with pytest.raises(DataError) as error:
        load(folder)
    return [(offence.table, offence.problem) for offence in error.value.offences]


@pytest.mark.parametrize(("name", "old", "new", "problem"), SPOILED)
def test_tables_that_contradict_each_other_are_told(
    told: list[tuple[str, str]], name: str, old: str, new: str, problem: str
) -> None:
    assert any(problem in text for _table, text in told)
    assert len(told) < 100


def test_a_file_of_outlines_that_cannot_be_read_is_named(told: list[tuple[str, str]]) -> None:
    spoiled = "geometry/ca_congressional.topo.json"
    assert [text for table, text in told if table == spoiled] == [
        "the outlines of the districts cannot be read"
    ]

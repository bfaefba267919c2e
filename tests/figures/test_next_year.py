"""A later report of the state, synthetic, brought in by rows alone: every figure speaks of it."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from lib.derive import reports
from lib.figures import REGISTRY, build, defaults, options
from lib.store import assembled
from tests.frozen import DATA

if TYPE_CHECKING:
    from lib.store import Store

#: The year of the synthetic report, and the id of its synthetic source.
YEAR = "2026"
SOURCE = "synthetic-2026-hospital-utilization"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table as text."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def written(table: list[dict[str, str]]) -> bytes:
    """A table as the bytes of its file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(table[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode()


def with_next_year(name: str) -> bytes:
    """A table of the report with its newest rows once more, as of the synthetic year.

    Synthetic: the answers of the newest real year, as if nothing had changed.
    """
    table = rows(name)
    newest = max(row["year"] for row in table)
    later = [{**row, "year": YEAR, "source_id": SOURCE} for row in table if row["year"] == newest]
    return written(table + later)


#: Lists that cite a report because a row of theirs names it, not because they read its answers.
CITING = ("unknown_list", "conflict_list", "source_list")


@pytest.fixture(scope="module")
def later(store: Store) -> Store:
    """The real tables and a synthetic report of sites in a later year."""
    source = {
        **rows("sources")[0],
        "source_id": SOURCE,
        "title": "Synthetic report",
        "use": "cited",
    }
    reported = [
        {**row, "year": YEAR, "source_id": SOURCE, "note": ""}
        for row in {row["report"]: row for row in rows("reports")}.values()
    ]
    return assembled(
        {
            **store.files,
            "hospital_programs.csv": with_next_year("hospital_programs"),
            "hospital_license_years.csv": with_next_year("hospital_license_years"),
            "reports.csv": written([*rows("reports"), *reported]),
            "sources.csv": written([*rows("sources"), source]),
        }
    )


def test_the_newest_report_is_the_later_one(later: Store, store: Store) -> None:
    assert reports.newest(later) == int(YEAR)
    assert reports.years(later) == (*reports.years(store), int(YEAR))
    assert reports.spans(later)[0] == (reports.newest(store), int(YEAR))


@pytest.mark.parametrize("figure_id", REGISTRY)
def test_a_figure_of_the_newest_report_moves_to_the_later_one(
    later: Store, store: Store, figure_id: str
) -> None:
    before = build(store, figure_id, defaults(figure_id, store))
    now = build(later, figure_id, defaults(figure_id, later))
    old = reports.newest_source(store), reports.newest_source(store, reports.LICENSES)
    cited = {source.source_id for source in before.sources}
    if figure_id in CITING or not cited.intersection(old):
        return
    assert SOURCE in {source.source_id for source in now.sources}, now.sources
    year = str(reports.newest(store))
    if before.as_of == year:
        assert now.as_of == YEAR
    if year in before.headline:
        assert YEAR in now.headline, now.headline


@pytest.mark.parametrize("figure_id", REGISTRY)
def test_every_choice_of_a_year_has_the_later_one_first(
    later: Store, store: Store, figure_id: str
) -> None:
    for name, values in options(figure_id, later).items():
        if values == options(figure_id, store)[name]:
            continue
        assert any(YEAR in value for value in values)
        for value in values:
            assert re.search(YEAR, value) is None or build(later, figure_id, {name: value})


def test_a_number_over_people_does_not_vanish_with_a_report_newer_than_their_count(
    later: Store, store: Store
) -> None:
    newest = str(reports.newest(store))
    for figure_id in ("county_four", "county_numbers"):
        before, now = (build(each, figure_id, {"county": "06037"}) for each in (store, later))
        assert set(now.rows["measure_id"]) == set(before.rows["measure_id"])
        assert now.rows.set_index("measure_id")["county_at"].notna().loc["team_member_rate"]
        assert f"Divided by the residents of {newest}." in " ".join(now.caveats)
        assert "Divided by" not in " ".join(before.caveats)
    shown = build(later, "county_map", {"measure": "team_member_rate"})
    assert f"Divided by the residents of {newest}." in shown.subtitle


def test_districts_say_which_report_names_them_and_how_many_sites_it_lacks(
    later: Store, store: Store
) -> None:
    held = rows("hospital_districts")
    fewer = assembled({**store.files, "hospital_districts.csv": written(held[2:])})
    newest = reports.newest(store)
    said = f"2 hospital sites of {newest} are in no count by district: we do not know their"
    for figure_id in ("district_findings", "district_map", "district_years", "four_numbers"):
        assert said in " ".join(build(fewer, figure_id, {}).caveats), figure_id
        assert "in no count by district" not in " ".join(build(store, figure_id, {}).caveats)
    statewide = build(fewer, "district_findings", {}).subtitle.partition("(")[0]
    assert statewide == build(store, "district_findings", {}).subtitle.partition("(")[0]
    assert f"names the district of the sites of {newest} only" in " ".join(
        build(later, "district_years", {}).caveats
    )

"""The store: what it hands out, and that every broken bundle is refused with all its offences."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.check import main
from lib.model import DataError, Offence
from lib.store import Store, load
from tests.frozen import DATA

if TYPE_CHECKING:
    from pathlib import Path


class Bundle:
    """A copy of the real data whose files can be spoiled."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(DATA, folder)
        self.folder = folder

    def swap(self, name: str, old: str, new: str) -> None:
        """Replace the one place in a file where `old` stands."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old, text.count(old))
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def line(self, name: str, beginning: str) -> int:
        """The number of the first line that begins so."""
        lines = (self.folder / name).read_text("utf-8").splitlines()
        return next(n for n, line in enumerate(lines, 1) if line.startswith(beginning))

    def offences(self) -> list[Offence]:
        """Everything wrong with the bundle."""
        with pytest.raises(DataError) as caught:
            load(self.folder)
        return list(caught.value.offences)


def about(offences: list[Offence], table: str, column: str, value: str | None = None) -> Offence:
    """The one offence of that table and column (and value)."""
    found = [
        o for o in offences if o.table == table and o.column == column and value in (None, o.value)
    ]
    assert len(found) == 1, "\n".join(map(str, found or offences))
    return found[0]


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bundle, list[Offence]]:
    """A bundle with one bad cell or row of each kind, read once; and its offences."""
    bundle = Bundle(tmp_path_factory.mktemp("spoiled") / "data")
    region = "chis_region,Bay Area,06001,cdph-2025-county-link\n"
    bundle.swap("regions.csv", region, region + region)
    bundle.swap("observations/rural.csv", "total,all,0.786,11,14", "total,all,1.7,,")
    bundle.swap("observations/rural.csv", "total,all,22,22,58,count", "total,all,22,22,58,number")
    bundle.swap("coalition_counties.csv", "acca,06001,acca-our-story", "acca,6001,acca-our-story")
    bundle.swap(
        "cohort_counties.csv",
        "phc_pilot_2015,06023,californiahealthline-phc-pilot",
        "phc_pilot_2015,06023,no-such-source",
    )
    bundle.swap(
        "observations/policy.csv",
        "medi_cal_kaiser_direct_county_count,CA",
        "partners_for_children_place_count,CA",
    )
    bundle.swap("cohort_counties.csv", "phc_pilot_2015,06055", "phc_pilot_1999,06055")
    bundle.swap("milestone_counties.csv", "calaim_dsnp_2023,06019", "calaim_dsnp_1923,06019")
    bundle.swap("hospital_districts.csv", "106010735,18", "106999999,18")
    bundle.swap("observations/rural.csv", "county_any_palliative_share,CA", "county_no_share,CA")
    bundle.swap(
        "opportunity_links.csv",
        "driver,Policy Change,milestone,ab_1745_2006",
        "driver,Policy Change,milestone,ab_9999_2006",
    )
    bundle.swap(
        "opportunity_indicators.csv",
        "opportunity,Uptake,palliative_need_count",
        "driver,Uptake,palliative_need_count",
    )
    bundle.swap("milestones.csv", "cccc_1998,1998,year", "cccc_1998,1998,month")
    bundle.swap(
        "hospital_license_years.csv",
        "106010735,2019,06001,city or county,No,",
        "106010735,2019,06001,city or county,No,3",
    )
    bundle.swap("sources.csv", "us-atlas==3.0.1,own,geometry", "us-atlas==3.0.1,own,cited")
    bundle.swap("counties.csv", "06001,Alameda,", "06001,Alamida,")
    return bundle, bundle.offences()


@pytest.mark.parametrize(
    ("table", "column", "value", "problem", "remedy"),
    [
        ("observations/rural", "value", "1.7", "outside the range", "divided by 100"),
        ("observations/rural", "unit", "number", "allowed words", "Use one of: code, count"),
        ("observations/rural", "indicator_id", "county_no_share", "no such", "indicators.csv"),
        ("coalition_counties", "county_fips", "6001", "form", "text like 06001"),
        ("cohort_counties", "source_id", "no-such-source", "no such", "data/sources.csv"),
        ("cohort_counties", "cohort_id", "phc_pilot_1999", "no such", "data/cohorts.csv"),
        ("milestone_counties", "milestone_id", "calaim_dsnp_1923", "no such", "milestones.csv"),
        ("hospital_districts", "facility_id", "106999999", "no such", "hospital_programs.csv"),
        ("opportunity_links", "link_id", "ab_9999_2006", "no such", "data/milestones.csv"),
        ("opportunity_indicators", "opportunity_title", "Uptake", "no such title", "opportun"),
        ("milestones", "date_precision", "month", "precision", "year for YYYY"),
        ("hospital_license_years", "inpatient_team_reported", "No", "the team has more", "source"),
        ("sources", "source_id", "npm-us-atlas-3", "no row names", "background"),
        ("counties", "name", "Alamida", "no county", "agree"),
    ],
)
def test_each_fault_is_told_with_its_place_and_remedy(
    spoiled: tuple[Bundle, list[Offence]],
    table: str,
    column: str,
    value: str,
    problem: str,
    remedy: str,
):
    offence = about(spoiled[1], table, column, value)
    assert offence.row > 1
    assert problem in offence.problem
    assert remedy in offence.remedy


def test_two_rows_for_one_key(spoiled: tuple[Bundle, list[Offence]]):
    bundle, offences = spoiled
    offence = about(offences, "regions", "region_scheme, region, county_fips")
    assert offence.row == bundle.line("regions.csv", "chis_region,Bay Area,06001") + 1
    assert "same key" in offence.problem


def test_an_indicator_without_rows(spoiled: tuple[Bundle, list[Offence]]):
    bundle, offences = spoiled
    lost = "medi_cal_kaiser_direct_county_count"
    offence = about(offences, "indicators", "indicator_id", lost)
    assert offence.row == bundle.line("indicators.csv", lost)
    assert "no data point" in offence.problem


def test_the_row_is_the_line_of_the_file(spoiled: tuple[Bundle, list[Offence]]):
    bundle, offences = spoiled
    offence = about(offences, "observations/rural", "value", "1.7")
    assert offence.row == bundle.line("observations/rural.csv", "phc_low_use_county_share")


@pytest.fixture(scope="module")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> list[Offence]:
    """The offences of a bundle whose files are missing, cut, recoded, reordered, mistyped."""
    bundle = Bundle(tmp_path_factory.mktemp("unreadable") / "data")
    folder = bundle.folder
    (folder / "unknowns.csv").unlink()
    cut = (folder / "activities.csv").read_bytes()
    (folder / "activities.csv").write_bytes(cut[:-20])
    text = (folder / "field_agenda.csv").read_text("utf-8")
    recoded = text.replace("clinicians who care", "cliniciáns who care").encode("latin-1")
    (folder / "field_agenda.csv").write_bytes(recoded)
    plans = pd.read_csv(folder / "coalitions.csv", dtype=str, keep_default_na=False)
    plans[plans.columns[::-1]].to_csv(folder / "coalitions.csv", index=False)
    bundle.swap("hospital_districts.csv", "106010735,18,7", "106010735,eighteen,7")
    bundle.swap("regions.csv", "region_scheme,region,", "region_scheme,area,")
    (folder / "stray.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (folder / "edition.toml").write_text('version = "2026.11"\n', encoding="utf-8")
    (folder / "geometry" / "ca_counties.topo.json").write_text('{"objects": {}', "utf-8")
    (folder / "toolkit_resources.csv").write_text("", encoding="utf-8")
    cohorts = folder / "cohort_members.csv"
    head = cohorts.read_text("utf-8").splitlines()[0]
    cohorts.write_text(head + "\n", encoding="utf-8")
    return bundle.offences()


@pytest.mark.parametrize(
    ("table", "row", "problem", "remedy"),
    [
        ("unknowns", 0, "missing", "Restore"),
        ("activities", 37, "ends inside a line", "no rows are missing"),
        ("field_agenda", 6, "not UTF-8", "CSV UTF-8"),
        ("coalitions", 1, "declared order", "coalition_id,name"),
        ("hospital_districts", 2, "not a whole number", "digits only"),
        ("regions", 1, "columns are missing (region) or not expected (area)", "region_scheme"),
        ("stray", 0, "no contract", "lib/schema"),
        ("edition.toml", 0, "edition", "version"),
        ("geometry/ca_counties.topo.json", 0, "shapes", "make_geometry"),
        ("toolkit_resources", 1, "columns are missing", "resource_id"),
        ("cohort_members", 0, "no row", "Restore"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    unreadable: list[Offence], table: str, row: int, problem: str, remedy: str
):
    found = [o for o in unreadable if o.table == table and problem in o.problem]
    assert [o.row for o in found] == [row], "\n".join(map(str, unreadable))
    assert remedy in found[0].remedy


def test_a_cut_line_has_too_few_cells_as_well(unreadable: list[Offence]):
    said = [o.problem for o in unreadable if o.table == "activities"]
    assert len(said) in (1, 2)


def test_a_broken_file_sets_off_no_flood_in_other_tables(unreadable: list[Offence]):
    assert len(unreadable) <= 13, "\n".join(map(str, unreadable))


def test_an_empty_folder_names_every_file(tmp_path: Path):
    with pytest.raises(DataError) as caught:
        load(tmp_path)
    assert len(caught.value.offences) >= 37
    assert "sources" in str(caught.value)


def test_frames_handed_out_may_be_changed_without_harm(store: Store):
    mine = store.table("counties")
    mine.loc[:, "name"] = "changed"
    mine["extra"] = 1
    assert store.table("counties")["name"].iloc[0] == "Alameda"
    assert "extra" not in store.table("counties")
    rows = store.observed("hospital_inpatient_palliative_share_lghc")
    rows["value"] = 0.0
    assert store.observed("hospital_inpatient_palliative_share_lghc")["value"].iloc[0] == 0.373


def test_observed_is_sorted_and_narrowed(store: Store):
    rows = store.observed("hospital_inpatient_palliative_share_lghc", "CA")
    assert rows["period_start"].tolist() == ["2012", "2016"]
    assert rows["value"].tolist() == [0.373, 0.484]
    by_cohort = store.observed("cohort_participant_count", dimension=None)
    assert set(by_cohort["dimension"]) == {"cohort"}
    assert store.observed("cohort_participant_count").empty


def test_unknown_ids_raise(store: Store):
    with pytest.raises(KeyError):
        store.observed("no_such_indicator")
    with pytest.raises(KeyError):
        store.source("no-such-source")
    with pytest.raises(KeyError):
        store.table("no_such_table")


def test_the_store_names_places_sources_and_its_edition(store: Store):
    assert store.names["06001"] == "Alameda"
    assert store.source("npm-us-atlas-3").publisher == "Mike Bostock"
    assert store.indicator("county_any_palliative_share").unit == "share"
    assert store.edition.version == store.table("editions")["version"].iloc[-1]
    assert store.edition.date == store.table("editions")["date"].iloc[-1]


def test_the_store_is_frozen(store: Store):
    with pytest.raises(AttributeError):
        store.edition = None  # type: ignore[misc]  # the point of the test


def test_the_command_reports_sound_data(store: Store, capsys: pytest.CaptureFixture[str]):
    assert main([str(DATA)]) == 0
    said = capsys.readouterr().out
    for name in ("hospital_programs", "milestone_sources", "observations"):
        assert f"{name}: {len(store.table(name)):,} rows" in said


def test_the_command_reports_offences(
    spoiled: tuple[Bundle, list[Offence]], capsys: pytest.CaptureFixture[str]
):
    bundle, offences = spoiled
    assert main([str(bundle.folder)]) == 1
    said = capsys.readouterr().out
    assert f"{len(offences)} errors found." in said
    assert "value “1.7”" in said

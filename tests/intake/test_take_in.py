"""A synthetic report of a later year taken in by the command alone, on a copy of the tables."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lib import take_in
from lib.derive import editions, reports
from lib.figures import build, defaults
from lib.store import load
from tests.frozen import DATA
from tests.intake.workbooks import later_year

if TYPE_CHECKING:
    from pathlib import Path

    from lib.model import Figure
    from lib.store import Store

YEAR = 2025
TODAY = date(2026, 12, 1)


def seen(folder: Path) -> dict[str, str]:
    """Every file below a folder and the hash of its bytes."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SYNTHETIC preliminary workbook in the layout of the latest files."""
    folder = tmp_path_factory.mktemp("portal")
    return later_year(folder / f"hosp{YEAR % 100}_util_data_prelim.xlsx", YEAR)


@pytest.mark.timeout(400)
def test_a_later_report_is_a_new_edition_in_which_every_chart_speaks_of_it(
    store: Store,
    every_figure: dict[str, Figure],
    workbook: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    before, sources = seen(folder), seen(DATA)
    assert take_in.main([str(workbook), "--data", str(folder)], TODAY) == 0
    said = capsys.readouterr().out
    assert "headlines change:" in said
    assert "Written: edition 2026.12" in said
    changed = {name for name, digest in seen(folder).items() if before.get(name) != digest}
    assert changed == {
        "hospital_programs.csv", "hospital_license_years.csv", "sources.csv", "reports.csv",
        "editions.csv", "edition_changes.csv", "edition_headlines.csv", "edition.toml",
        "datapackage.json", "unknowns.csv",
    }  # fmt: skip
    assert seen(DATA) == sources

    later = load(folder)
    assert reports.newest(later) == reports.newest(later, reports.LICENSES) == YEAR
    assert later.edition.version == editions.versions(later)[-1] == "2026.12"
    own = {reports.newest_source(store), reports.newest_source(store, reports.LICENSES)}
    for figure_id, was in every_figure.items():
        if was.as_of == str(reports.newest(store)) and own & {s.source_id for s in was.sources}:
            now = build(later, figure_id, defaults(figure_id, later))
            assert now.as_of == str(YEAR), figure_id
            assert f"in {reports.newest(store)}" not in now.headline, now.headline


def test_a_dry_run_says_which_headlines_change_and_writes_nothing(
    workbook: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = iter([{"line": "Then"}, {"line": "Now"}])  # synthetic: building them takes a minute
    monkeypatch.setattr("lib.release.headlines", lambda _store, _tell: next(told))
    before = seen(DATA)
    assert take_in.main([str(workbook), "--dry-run"], TODAY) == 0
    said = capsys.readouterr().out
    assert "1 headline changes:\n  line\n    - Then\n    + Now" in said
    assert "Nothing was written" in said
    assert seen(DATA) == before

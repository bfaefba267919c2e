"""The bundle that readers take away: complete, stable, and without small counts of people."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from typing import TYPE_CHECKING

from lib.figures import stories
from lib.outputs.bundle import zipped
from lib.store import bundle_file, bundle_files, load
from tests.frozen import DATA

if TYPE_CHECKING:
    from pathlib import Path


def test_withheld_counts_do_not_travel(store) -> None:
    files = bundle_files(store)
    held = store.observations
    hidden = int(held["withheld"].sum())
    assert hidden > 0
    rows = [
        row
        for name, content in files.items()
        if name.startswith("observations/")
        for row in csv.DictReader(io.StringIO(content.decode("utf-8")))
    ]
    assert len(rows) == len(held)
    blank = [row for row in rows if row["value"] == ""]
    assert len(blank) == hidden
    assert all(row["numerator"] == "" and row["note"].startswith("Withheld") for row in blank)


def test_every_other_file_is_the_checked_one(store) -> None:
    files = bundle_files(store)
    assert {"sources.csv", "README.md", "datapackage.json", "edition.toml"} <= set(files)
    for name in ("hospital_programs.csv", "indicators.csv", "LICENSE.md"):
        assert files[name] == (DATA / name).read_bytes()


def test_the_same_edition_gives_the_same_bytes(store) -> None:
    files = bundle_files(store)
    one = zipped(files, "bundle")
    assert one == zipped(files, "bundle")
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.testzip() is None
        assert f"bundle/{next(iter(files))}" in archive.namelist()


def test_what_is_handed_out_is_what_was_checked_whatever_the_disk_holds_now(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    store = load(folder)
    told = stories.stories(store)
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.write_bytes(path.read_bytes()[:100])
    files = bundle_files(store)
    for name in ("cohorts.csv", "edition.toml", "README.md", "datapackage.json"):
        assert files[name] == bundle_file(store, name) == (DATA / name).read_bytes()
    assert (
        files["geometry/ca_counties.topo.json"]
        == (DATA / "geometry" / "ca_counties.topo.json").read_bytes()
    )
    assert stories.stories(store) == told
    assert not any(name.startswith("stories/") for name in files)

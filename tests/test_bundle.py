"""The bundle that readers take away: complete, stable, and without small counts of people."""

from __future__ import annotations

import csv
import io
import zipfile

from lib.outputs.bundle import zipped
from lib.store import DATA, bundle_files


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

"""Where the tables are kept: a folder, a ZIP, an address; a ZIP and memory stand in for the rest."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import fsspec
import pytest

from lib.store import folder_files
from lib.store.place import Place, PlaceError
from tests.frozen import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    return folder_files(DATA)


def zipped(files: Mapping[str, bytes], root: str = "") -> bytes:
    """The files as a ZIP, below one outer folder if it is named."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{root}{name}", content)
    return out.getvalue()


@pytest.fixture
def memory(files: Mapping[str, bytes]) -> Iterator[str]:
    """The tables in fsspec's file system in memory, as in a store of objects."""
    system = fsspec.filesystem("memory")
    for name, content in files.items():
        system.pipe_file(f"/bucket/data/{name}", content)
    system.pipe_file("/bucket/data/notes.docx", b"not ours")
    yield "memory://bucket/data"
    system.rm("/bucket", recursive=True)


def test_a_folder_gives_what_the_project_reads(files: Mapping[str, bytes]) -> None:
    place = Place(str(DATA))
    assert place.files() == files
    assert place.mark() == place.mark()


@pytest.mark.parametrize("root", ["", "california-palliative-care-progress-2026.11/"])
def test_a_zip_with_or_without_an_outer_folder_gives_the_same(
    tmp_path: Path, files: Mapping[str, bytes], root: str
) -> None:
    path = tmp_path / "edition.zip"
    path.write_bytes(zipped(files, root))
    assert Place(str(path)).files() == files


def test_an_address_gives_the_same_and_its_mark_tells_a_change(
    memory: str, files: Mapping[str, bytes]
) -> None:
    place = Place(memory)
    assert place.files() == files
    before = place.mark()
    fsspec.filesystem("memory").pipe_file("/bucket/data/cohorts.csv", b"cut short")
    assert place.mark() != before


def test_a_file_that_changes_changes_the_mark_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a\n")
    before = Place(str(tmp_path)).mark()
    (tmp_path / "a.csv").write_text("ab\n")
    assert Place(str(tmp_path)).mark() != before


@pytest.mark.parametrize(
    "address", ["no/such/folder", "memory://no/such/folder", "odd://x", "no.zip"]
)
def test_a_place_that_cannot_be_read_says_so(address: str) -> None:
    with pytest.raises(PlaceError):
        Place(address).mark()


def test_a_zip_that_climbs_out_or_is_no_bundle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    path.write_bytes(zipped({"../../etc/cohorts.csv": b"x", "cohorts.csv": b"y"}))
    assert list(Place(str(path)).files().values()) == [b"y"]
    path.write_bytes(zipped({f"{n}.csv": b"" for n in range(1_100)}))
    with pytest.raises(PlaceError, match="no bundle"):
        Place(str(path)).files()
    path.write_bytes(b"no zip")
    with pytest.raises(PlaceError):
        Place(str(path)).files()

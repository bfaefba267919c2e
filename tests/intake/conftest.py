"""The live tables, the two workbooks read once, and folders and copies that may be changed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from lib import intake
from lib.intake.known import TABLES
from lib.store import DATA
from tests.intake.workbooks import FILES, NEW, OLD, YEARS, held_only, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lib.intake import Known


@pytest.fixture(scope="session")
def known() -> Known:
    """The live tables, with three report years whatever else has joined them since."""
    return held_only(intake.read_known(DATA), (*YEARS, "2019", "2020", "2021", "2023"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that may be written to."""
    made = tmp_path / "data"
    made.mkdir()
    for name in TABLES:
        shutil.copy(DATA / f"{name}.csv", made)
    return made


@pytest.fixture(scope="session")
def old(known: Known) -> intake.Report:
    return read(known, FILES / OLD)


@pytest.fixture(scope="session")
def new(known: Known) -> intake.Report:
    return read(known, FILES / NEW)


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Path]:
    """Write a changed copy of a workbook: `edited(NEW, change, name)`."""

    def write(source: str, change: Callable[[Any], object], name: str = "") -> Path:
        book = openpyxl.load_workbook(FILES / source)
        change(book)
        path = tmp_path / (name or source)
        book.save(path)
        return path

    return write

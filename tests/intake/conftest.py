"""The live tables, the two workbooks read once, and folders and copies that may be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from lib import intake
from tests.intake.workbooks import FILES, NEW, OLD, YEARS, copied, held_only, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lib.intake import Known


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """The live tables, with three report years whatever else has joined them since."""
    held = intake.read_known(copied(tmp_path_factory.mktemp("known")))
    return held_only(held, (*YEARS, "2019", "2020", "2021", "2023"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that may be written to; `before`, beside it, stays as it was."""
    copied(tmp_path / "before")
    return copied(tmp_path / "data")


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

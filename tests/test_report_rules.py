"""The list of the state's reports and the rows read from them: nothing undeclared, nothing empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.model import DataError
from lib.store import assembled
from lib.store.files import folder_files
from tests.frozen import DATA

if TYPE_CHECKING:
    from lib.model import Offence


def offences(old: str, new: str) -> list[Offence]:
    """Everything wrong once the one place in reports.csv where `old` stands reads `new`."""
    text = (DATA / "reports.csv").read_text("utf-8")
    assert text.count(old) == 1
    with pytest.raises(DataError) as caught:
        assembled({**folder_files(DATA), "reports.csv": text.replace(old, new).encode()})
    return list(caught.value.offences)


def test_rows_of_a_year_that_no_report_declares_are_told_once() -> None:
    found = offences("sites,2024,", "sites,2025,")
    told = [(o.table, o.column, o.value) for o in found]
    assert told.count(("hospital_programs", "year", "2024")) == 1
    assert ("reports", "year", "2025") in told  # and the declared one has no row
    assert len(found) == 2


def test_a_report_that_names_another_source_is_told() -> None:
    found = offences(
        "sites,2022,hcai-2022-hospital-utilization", "sites,2022,hcai-2017-hospital-utilization"
    )
    assert ("hospital_programs", "source_id") in {(o.table, o.column) for o in found}


def test_licenses_added_up_need_the_sites_of_their_year() -> None:
    found = offences("licenses,2017,", "licenses,2018,")
    assert [(o.table, o.column, o.value) for o in found] == [("reports", "year", "2018")]


def test_a_word_that_the_list_does_not_have_is_told() -> None:
    assert any(o.column == "coverage" for o in offences("final,minimum,read", "final,about,read"))

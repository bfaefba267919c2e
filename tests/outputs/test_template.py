"""Templates: what their cells offer and refuse comes from the contract."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from lib.outputs import template
from lib.schema import Kind
from lib.store import bundle_files, folder_files

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture(scope="module")
def files(store: Any) -> Mapping[str, bytes]:
    return bundle_files(store)


def rules(sheet: Any) -> dict[int, Any]:
    """Column -> the check of its cells."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (cells,) = rule.sqref.ranges
        found[cells.min_col] = rule
    return found


@pytest.mark.parametrize("name", template.kept_by_hand(folder_files()))
def test_every_column_is_described_and_checked_by_its_contract(
    files: Mapping[str, bytes], name: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template.workbook(name, files, "2026-01-01")))
    for part in template.kept_by_hand(files)[name]:
        table, sheet = template.contract(part, files), book[part.replace("/", "_")]
        checks = rules(sheet)
        assert [cell.value for cell in sheet[1]] == list(table.header)
        for place, column in enumerate(table.columns, 1):
            about = column.about[:1].upper() + column.about[1:]
            assert about in sheet.cell(1, place).comment.text
            rule = checks[place]
            if column.allowed:
                assert (rule.type, rule.errorStyle or "stop") == ("list", "stop")
            elif column.refers and not column.many:
                assert (rule.type, rule.errorStyle) == ("list", "warning")
            elif column.kind is Kind.WHOLE:
                assert rule.type == "whole"
            elif column.kind is Kind.NUMBER:
                assert rule.type == "decimal"
            elif column.kind is Kind.DATE:
                assert rule.type == "custom"


def test_words_and_ids_stand_where_the_cells_look_for_them(files: Mapping[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template.workbook("milestones", files, "2026-01-01")))
    assert book[template.LISTS].sheet_state == "hidden"
    table = template.contract("milestone_counties", files)
    checks = rules(book["milestone_counties"])
    own = checks[table.header.index("milestone_id") + 1].formula1
    assert own.startswith("'milestones'!$A$2:$A$")  # a row added there is offered here
    county = checks[table.header.index("county_fips") + 1].formula1
    name, _mark, place = county.partition("!")
    first = place.split(":")[0].replace("$", "")
    assert book[name.strip("'")][first].value == "06001"


def test_the_same_edition_gives_the_same_file(files: Mapping[str, bytes]) -> None:
    first = template.workbook("coalitions", files, "2026-01-01")
    assert first == template.workbook("coalitions", files, "2026-01-01")

"""The index of what is no place: names before texts, beginnings of words, misspellings."""

from __future__ import annotations

import pytest

from lib.derive import seeking
from lib.derive.seeking import Entry, Fit

# Synthetic entries.
ENTRIES = (
    Entry("page", "Equity", "equity.py"),
    Entry("measure", "Palliative care visits at home", "data.py", text="counted by plans"),
    Entry("measure", "Beds", "data.py", text="palliative units"),
    Entry("milestone", "SB 1004 signed", "milestones.py", text="Medi-Cal palliative care"),
    Entry("source", "Atención paliativa en Cañada", "data.py"),
)


@pytest.fixture(scope="module")
def where() -> seeking.Index:
    return seeking.index(ENTRIES)


@pytest.mark.parametrize(
    ("typed", "names", "fit"),
    [
        ("equity", ["Equity"], Fit.NAMED),
        ("EQUITY ", ["Equity"], Fit.NAMED),
        ("sb 1004", ["SB 1004 signed"], Fit.IN_NAME),
        ("palliat visits", ["Palliative care visits at home"], Fit.IN_NAME),
        ("canada", ["Atención paliativa en Cañada"], Fit.IN_NAME),
        ("plans", ["Palliative care visits at home"], Fit.IN_TEXT),
        ("visists", ["Palliative care visits at home"], Fit.RESEMBLES),
        ("sb 1005", [], None),
        ("of the", [], None),
        ("x", [], None),
        ("", [], None),
        ("病院", [], None),
    ],
)
def test_what_is_found(where: seeking.Index, typed: str, names: list[str], fit: Fit | None) -> None:
    found = seeking.find(where, typed)
    assert [entry.name for _fit, entry in found] == names
    assert {each for each, _entry in found} <= {fit}


def test_a_group_with_a_hit_in_its_name_leaves_out_what_only_tells_of_it(
    where: seeking.Index,
) -> None:
    names = [entry.name for _fit, entry in seeking.find(where, "palliative")]
    assert names == ["Palliative care visits at home", "SB 1004 signed"]

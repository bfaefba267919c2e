"""A form is drawn when somebody looks, and is known by what it was asked for."""

from __future__ import annotations

import pytest

from lib import charts
from lib.charts.form import form

TIPS = (("group", "Group"),)


def test_nothing_is_drawn_until_somebody_looks_and_then_once() -> None:
    drawn: list[int] = []

    @form("bars")
    def counted(colors: dict[str, str], *, count: int) -> dict[str, object]:
        """A synthetic form that tells when it is drawn."""
        drawn.append(count)
        return {"mark": "bar", "colors": list(colors)}

    made = counted({"a": "@teal"}, count=3)
    assert (made.name, made.twin, made.colors) == ("counted", "bars", {"a": "@teal"})
    assert not drawn
    assert dict(made) == {"mark": "bar", "colors": ["a"]}
    assert len(made) == 2
    assert drawn == [3]


def test_a_wrong_argument_is_told_at_once() -> None:
    with pytest.raises(TypeError, match="count"):
        charts.bars({}, tooltip=TIPS)


def test_a_trend_knows_its_years_and_its_colors_under_milestones_too() -> None:
    line = charts.trend({"a": "@teal"}, years=[2019, 2017, 2024], tooltip=TIPS)
    assert charts.years_of(line) == (2017, 2024)
    over = charts.with_milestones(line, [], tooltip=TIPS)
    assert (over.twin, over.colors) == ("line", {"a": "@teal"})
    assert charts.years_of(over) == (2017, 2024)


def test_no_event_is_laid_over_years_to_come_nor_over_another_form() -> None:
    ahead = charts.trend({"a": "@teal"}, years=[2020, 2060], tooltip=TIPS, projected=True)
    assert charts.years_of(ahead) is None
    assert charts.years_of(charts.bars({}, count=1, tooltip=TIPS)) is None
    assert charts.years_of(None) is None

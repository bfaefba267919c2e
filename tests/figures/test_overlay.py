"""Milestones over a trend: dates as precise as they are known, words, sources, default off."""

from __future__ import annotations

from typing import Any

import pytest

from lib import charts, figures
from lib.subjects.milestones import overlay, words_overlay as words

TREND = "license_line"


def laid(store: Any, kind: str) -> Any:
    return figures.build(store, TREND, {"milestones": kind})


def test_the_default_lays_nothing(store: Any):
    plain = figures.build(store, TREND, {})
    assert laid(store, words.NONE).chart == plain.chart
    assert overlay.PARAMETER not in plain.params


def test_benefits_of_2017_to_2024(store: Any):
    """From milestones.csv: six benefits start or end in these years."""
    found = overlay.within(store, "benefit", 2017, 2024)
    assert list(found["milestone_id"]) == [
        "blue_shield_2017",
        "medi_cal_launch_2018",
        "blue_shield_2018",
        "pfc_end_2018",
        "dsnp_2024",
    ]


def test_a_date_known_to_the_year_spans_the_year_around_its_tick(store: Any):
    row = overlay.within(store, "benefit", 2017, 2024).iloc[0]
    assert (row["start"], row["end"], row["is_day"]) == (2016.5, 2017.5, False)


def test_a_day_is_a_point_in_its_year(store: Any):
    row = overlay.within(store, "benefit", 2017, 2024).iloc[1]  # January 1, 2018
    assert row["start"] == pytest.approx(2017.5)
    assert row["is_day"]


def test_numbers_of_one_row_keep_apart(store: Any):
    found = overlay.within(store, words.ALL, 2017, 2024)
    for _lane, row in found.groupby("lane"):
        assert row["middle"].diff().dropna().ge(8 * overlay.GAP - 1e-9).all()


def test_words_sources_and_the_caution_travel_with_the_figure(store: Any):
    figure = laid(store, "benefit")
    assert words.not_cause() in figure.caveats
    assert "January 1, 2018: Medi-Cal palliative care begins" in figure.alt
    assert {"dhcs-palliative-sb1004"} <= {source.source_id for source in figure.sources}
    assert figure.rows.equals(figures.build(store, TREND, {}).rows)


def test_the_specification_is_small_and_keeps_its_lines(store: Any):
    plain, over = figures.build(store, TREND, {}).chart, laid(store, words.ALL).chart
    assert over["layer"][2:-4] == plain["layer"]
    assert len(str(over)) < 40_000


@pytest.mark.parametrize("figure_id", [TREND, "surveys", "report_card"])
def test_all_kinds_can_be_laid_over_a_trend(store: Any, figure_id: str):
    assert "Milestones:" in figures.build(store, figure_id, {"milestones": words.ALL}).alt


def test_no_milestone_in_the_years_is_said(store: Any):
    assert words.nothing(2016, 2016) not in laid(store, "law").alt
    assert overlay.within(store, "law", 1970, 1975).empty


def test_other_forms_refuse(store: Any):
    assert charts.years_of(figures.build(store, "site_split", {}).chart) is None
    with pytest.raises(ValueError, match="no trend"):
        figures.build(store, "site_split", {"milestones": "law"})
    with pytest.raises(ValueError, match="not one of"):
        figures.build(store, TREND, {"milestones": "banana"})

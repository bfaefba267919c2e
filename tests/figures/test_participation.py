"""Participation: single dates stay single dates, and the disagreement stays one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.subjects.participation import (
    centers as leadership_centers,
    dates as participation_dates,
    networks as participation,
    words,
)

if TYPE_CHECKING:
    from lib.store import Store


def test_the_two_numbers_of_april_2023(store: Store) -> None:
    points = participation.participation_points(store)
    assert points.rows["value"].tolist()[:2] == ["135", "134"]
    assert words.headline_of(points) == (
        "In April 2023, 135 California organizations belonged to the Center to Advance Palliative "
        "Care (CAPC); 134 had its leadership training"
    )
    assert all("UCSF" not in note for note in points.rows["note"])


def test_each_card_names_its_own_date(store: Store) -> None:
    notes = participation.participation_points(store).rows["note"].tolist()
    assert notes[0] == "as of April 2023; one date, not a trend"
    assert "1998 to 2007" in notes[4]


def test_national_teams_are_floors_and_dated(store: Store) -> None:
    rows = leadership_centers.pclc_teams(store).rows
    assert rows["number"].tolist() == ["more than 1,240", "more than 1,300"]
    assert rows["precise"].tolist() == ["month", "day"]


def test_centers_are_counted_differently(store: Store) -> None:
    figure = leadership_centers.pclc_centers(store)
    assert figure.rows["value"].tolist() == [6, 9, 9, 8]
    assert len(figure.conflicts) == 2


def test_the_beginning_is_a_disagreement(store: Store) -> None:
    figure = leadership_centers.pclc_history(store)
    assert figure.rows["when"].tolist() == ["2002", "2003", "February 2, 2004", "March 31, 2004"]
    assert figure.headline.endswith("2002 to 2004")
    subjects = [conflict.subject for conflict in figure.conflicts]
    assert "First year of UCSF as a Palliative Care Leadership Center" in subjects


def test_four_challenges_and_the_word_that_there_is_no_evidence(store: Store) -> None:
    rows = participation.capc_challenges(store).rows
    assert len(rows) == 4
    assert rows["measures"].tolist() == [3, 0, 2, 4]
    assert rows.iloc[1]["evidence"] == "We found no California measure."
    assert "22 of 58 (2014)" in rows.iloc[3]["evidence"]
    assert "166 of 416 (2024)" in rows.iloc[3]["evidence"]
    assert "private 1.4" in rows.iloc[0]["evidence"]
    assert "public 1.2" in rows.iloc[0]["evidence"]


def test_what_a_yearly_series_needs(store: Store) -> None:
    rows = participation.participation_series(store).rows
    assert rows["need"].ne("").all()
    assert rows["holder"].ne("").all()
    assert rows.iloc[1]["held"] == "April 2023"


def test_every_count_is_a_dot_at_its_date_with_its_number(store: Store) -> None:
    figure = participation_dates.participation_dates(store)
    said = figure.rows.groupby("name", sort=False)["label"].agg(list)
    assert said["CAPC member organizations"] == ["135 (April 2023)"]
    assert said["Teams trained, United States"] == [
        "more than 1,240 (February 2018)",
        "more than 1,300 (December 5, 2023)",
    ]
    assert said["Institutions that worked with the Chinese American Coalition (CACCC)"] == [
        "more than 200 (August 9, 2025)"
    ]
    assert figure.headline.startswith("Six of nine counts")
    assert (figure.rows["lane"] != "").sum() == len(said) == 9
    # Two dots of one lane never cover each other.
    assert not figure.rows[["y", "middle"]].round(2).duplicated().any()


def test_two_dates_are_told_and_not_drawn_on_an_axis(store: Store) -> None:
    for figure in (
        leadership_centers.pclc_teams(store),
        leadership_centers.pclc_centers(store),
        leadership_centers.pclc_history(store),
    ):
        assert figure.chart is None

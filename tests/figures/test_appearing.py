"""Since which edition a chart's numbers are here: of each claim, and in a line under About."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.derive import editions
from lib.figures import appearing
from lib.schema import OBSERVATIONS
from lib.ui import provenance

if TYPE_CHECKING:
    from lib.store import Store


@pytest.mark.parametrize("figure_id", ["site_answers", "license_line", "source_list"])
def test_a_number_came_with_its_source_and_about_says_so(store: Store, figure_id: str) -> None:
    figure = figures.build(store, figure_id, {})
    named = [claim.source_id for claim in figure.claims] or [s.source_id for s in figure.sources]
    since = appearing.since(store, figure)
    assert since == tuple(editions.since(store, "sources", source_id) for source_id in named)
    said = provenance._about(figure)
    oldest, *later = [version for version in editions.versions(store) if version in since]
    assert f"In this dashboard since edition {oldest}." in said
    assert not later or f"the latest came with edition {later[-1]}." in said
    if figure.claims:  # where they differ, each row of the table has its own
        assert ("Since edition" in provenance._claims(figure)) is bool(later)


def test_a_later_report_joined_later(store: Store) -> None:
    assert len(set(appearing.since(store, figures.build(store, "site_answers", {})))) > 1


def test_an_observation_added_to_an_old_source_has_the_edition_that_added_it(store: Store) -> None:
    rows = store.observations
    parts = zip(*(rows[part].astype(str) for part in OBSERVATIONS.key), strict=True)
    added = [
        (row.indicator_id, row.source_id, row.locator, version)
        for row, key in zip(rows.itertuples(), parts, strict=True)
        if (
            version := editions.added(store).get(
                (f"{OBSERVATIONS.name}/{row.domain}", editions.key(key))
            )
        )
    ]
    assert added  # else this test says nothing: take it out
    for _indicator, source_id, locator, version in added:
        assert appearing._added(store)[source_id, locator] == version

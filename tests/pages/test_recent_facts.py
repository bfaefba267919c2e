"""What was read of 2025 and 2026 is on the pages: with every source, and with what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.test_first_pages import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    from lib.store import Store

PLANS = "medicare_advantage_home_palliative_plan_count"


def text(app: AppTest) -> str:
    """All words of a page, without the marks that keep Markdown from reading them as markup."""
    assert not app.exception
    return words(app).replace("\\", "")


def test_the_list_of_milestones_links_every_source(
    open_page: Callable[..., AppTest], store: Store
) -> None:
    shown = text(open_page("pages/milestones.py", listed="all"))
    for row in store.table("milestones").itertuples():
        line = next(line for line in shown.splitlines() if f"**{row.title}.**" in line)
        for source in store.milestone_sources(row):
            assert f"({source.url})" in line, row.milestone_id


@pytest.mark.parametrize(
    ("chain", "last"), [("polst", "SB 1088"), ("hospice_licensing", "Medicare stops")]
)
def test_the_paths_reach_the_newest_steps(
    open_page: Callable[..., AppTest], store: Store, chain: str, last: str
) -> None:
    shown = text(open_page("pages/milestones.py", chain=chain))
    steps = store.table("milestone_chains")
    n = int(steps.loc[steps["chain"] == chain, "order"].max())
    line = next(line for line in shown.splitlines() if line.startswith(f"{n}. "))
    assert last in line


@pytest.mark.parametrize(
    "asked",
    ["November 13, 2026", "SB 1088", "January 1, 2027", "POLST eRegistry opened", "meeting"],
)
def test_what_became_of_a_law_is_said_to_be_unknown(
    open_page: Callable[..., AppTest], asked: str
) -> None:
    app = open_page("pages/milestones.py")
    app.session_state["unknown_open"] = True
    unknown = [line for line in text(app.run()).splitlines() if "Who might know" in line]
    assert any(asked in line and "Whether" in line for line in unknown)


def test_the_catalog_finds_the_medicare_advantage_plans_with_both_counts(
    open_page: Callable[..., AppTest], store: Store
) -> None:
    app = open_page("pages/data_sources.py")
    app.text_input(key="subject").set_value("medicare advantage plans home palliative").run()
    assert app.selectbox(key="choose-indicator").value == PLANS
    shown = text(app)
    known = store.indicator(PLANS)
    assert known.name in shown
    assert known.caveat in shown
    assert "Milliman" in shown
    rows = store.observed(PLANS)
    assert set(rows["geo_id"]) == {"US"}
    for value in rows["value"]:
        assert f"{value:.0f}" in shown

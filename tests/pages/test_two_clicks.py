"""Every system that the evidence names is found from Overview within two clicks.

The first click opens a page from the navigation, which stands on Overview; the second, where
one is needed, opens a tab of the page or picks one effort from a list.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest

from lib import nav
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

# Name as a reader would look for it, page of the navigation and what is asked there, source that
# the page names for it. Written from the evidence, not from the code.
SYSTEMS = (
    (
        "Coalition for Compassionate Care of California",
        "community_action?tab=coalitions",
        "Coalition for",
    ),
    ("California Health Care Foundation", "learning_communities", "California Health Care"),
    ("Center to Advance Palliative Care", "participation", "Center to Advance"),
    ("CAPC", "participation", "Center to Advance"),
    ("PCLC", "participation", "California Health Care Foundation"),
    ("UCSF", "participation", "Center to Advance"),
    ("C-TAC", "community_action", "Coalition to Transform Advanced Care"),
    ("CACCC", "participation", "Center to Advance"),
    (
        "Chinese American Coalition for Compassionate Care",
        "community_action?tab=coalitions",
        "Coalition for",
    ),
    ("Alameda County Care Alliance", "community_action?tab=coalitions", "Coalition for"),
    ("SB 1004", "milestones?tab=paths", "Plural Policy"),
    ("POLST", "milestones?tab=paths&chain=polst", "California Health Care"),
)


READ: dict[str, str] = {}  # a page's text, read once for all tests


def page_text(opened: Callable[..., AppTest], path: str) -> str:
    """Everything readable on a page as it opens, tables included."""
    if path not in READ:
        page = urlsplit(path)
        READ[path] = _read(opened(f"pages/{page.path}.py", **dict(parse_qsl(page.query))))
    return READ[path]


def _read(app: AppTest) -> str:
    assert not app.exception
    texts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.metric]
    parts = [str(text.value) for text in texts] + [str(card.label) for card in app.metric]
    parts += [html.unescape(part.proto.body) for part in app.get("html")]
    for table in app.dataframe:
        parts += [str(cell) for cell in table.value.to_numpy().ravel()]
    return "\n".join(parts).replace("\\", "")


@pytest.mark.parametrize(("system", "path", "publisher"), SYSTEMS)
def test_one_click_shows_the_system_and_a_source(
    open_page: Callable[..., AppTest], system: str, path: str, publisher: str
) -> None:
    assert urlsplit(path).path in [entry.path for entry in nav.PAGES]
    text = page_text(open_page, path)
    assert system in text
    lines = [line for line in text.splitlines() if "Source:" in line]
    assert any(publisher in line for line in lines), lines


def test_every_coalition_is_listed_with_its_source(open_page: Callable[..., AppTest]) -> None:
    coalitions = pd.read_csv(ROOT / "data/coalitions.csv", dtype=str, keep_default_na=False)
    assert len(coalitions) >= 30
    text = page_text(open_page, "community_action?tab=coalitions")
    assert [name for name in coalitions["name"] if name not in text] == []


def test_every_effort_is_in_the_ledger_and_opens_whole_with_the_second_click(
    open_page: Callable[..., AppTest],
) -> None:
    cohorts = pd.read_csv(ROOT / "data/cohorts.csv", dtype=str, keep_default_na=False)
    by_foundation = cohorts[cohorts["funder"].str.contains("California Health Care Foundation")]
    kinds = by_foundation["kind"].value_counts()
    assert kinds["learning_community"] == 7
    text = page_text(open_page, "learning_communities?tab=details")
    assert [name for name in cohorts["name"] if name not in text] == []

    app = open_page("pages/learning_communities.py")
    chooser = app.selectbox(key="choose-cohort")
    assert sorted(chooser.options) == sorted(cohorts["name"])
    for cohort in ("pcac_2013", "ppp_2014", "caic_2016", "rural_2017"):
        app.selectbox(key="choose-cohort").set_value(cohort).run()
        assert not app.exception
        shown = "\n".join(str(text.value) for text in app.markdown)
        row = cohorts.set_index("cohort_id").loc[cohort]
        assert row["funder"].split(";")[0].split(",")[0][:20] in shown
        assert "Source:" in shown

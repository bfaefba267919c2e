"""The link that every file carries leads to the page that draws its figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from lib import figures, nav
from lib.outputs import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

FILES = {entry.path: entry.file for entry in nav.PAGES}
# A change of these choices is what a shared file of the figure depends on most.
CHOSEN = (
    ("equity_gap", {"gap": "polst_cpr_race"}),
    ("equity_life", {"life_county": "06075"}),
    ("equity_growth", {"older": "65"}),
    ("county_findings", {"county": "06003"}),
    ("rural_without", {}),
    ("cohort_facts", {}),
    ("opportunity_measures", {"opportunity": "Data"}),
    ("starter_facts", {"county": "06063"}),
    ("toolkit_list", {}),
    ("hospital_list", {}),
    ("site_split", {"split": "beds"}),
    ("district_sites", {"chamber": "senate", "district": "2"}),
)


def test_every_figure_has_a_page(store: Any) -> None:
    shown = words._shown_on()
    assert [figure_id for figure_id in figures.REGISTRY if figure_id not in shown] == []
    for path, ids in nav.DRAWN_BY_PARTS.items():
        assert path in FILES
        assert set(ids) <= set(figures.REGISTRY)


@pytest.mark.parametrize(("figure_id", "params"), CHOSEN, ids=[each for each, _ in CHOSEN])
def test_the_link_opens_the_figure(
    open_page: Callable[..., AppTest], store: Any, figure_id: str, params: dict[str, str]
) -> None:
    figure = figures.build(store, figure_id, {**figures.defaults(figure_id), **params})
    link = urlsplit(words.place_of(figure))
    assert link.fragment == figure_id
    app = open_page(FILES[link.path or "overview"], **dict(parse_qsl(link.query)))
    assert not app.exception
    assert not any("does not know" in str(info.value) for info in app.info)
    assert not any("not held" in str(info.value) for info in app.info)
    texts = [str(each.value).replace("\\", "") for each in [*app.title, *app.subheader]]
    assert figure.headline in [text.partition("\n")[0] for text in texts]

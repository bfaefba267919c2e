"""What a screen reader hears of the marks: words, never the workings of the drawing engine."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import vl_convert

from lib import figures, theme

if TYPE_CHECKING:
    from lib.model import Figure

#: What the engine says of a thing that it has no words for.
WORDLESS = re.compile(r"\[object|undefined|NaN|\bnull\b|spot_l(?:on|at)|Infinity")


def on_the_screen(part: Any, topology: dict[str, Any]) -> Any:
    """A specification as the browser gets it, with the shapes in place of their address."""
    if isinstance(part, list):
        return [on_the_screen(value, topology) for value in part]
    if not isinstance(part, dict):
        return part
    if "url" in part:
        file = str(part["url"]).rpartition("/ca_")[2].partition(".")[0]
        shapes = topology if file == "counties" else topology["districts"][file]
        return {"values": shapes, "format": part["format"]}
    return {name: on_the_screen(value, topology) for name, value in part.items()}


def heard(store: Any, figure: Figure) -> list[str]:
    painted = theme.paint(figure.chart or {}, theme.Mode.LIGHT, theme.Medium.SCREEN)
    spec = on_the_screen(painted, store.topology)
    rows = {"rows": json.loads(figure.rows.to_json(orient="records"))}
    spec |= {"data": {"name": "rows"}, "datasets": {**rows, **spec.get("datasets", {})}}
    if not {"hconcat", "vconcat", "facet"} & spec.keys():
        spec["width"] = 700
    svg = vl_convert.vegalite_to_svg(spec, vl_version="6.1")
    return re.findall(r'aria-label="([^"]*)"', svg)


@pytest.mark.parametrize("figure_id", sorted(figures.REGISTRY))
def test_every_mark_is_heard_in_words(store: Any, figure_id: str) -> None:
    figure = figures.build(store, figure_id, figures.defaults(figure_id))
    if figure.chart is None:
        assert figure.alt.strip()
        return
    assert [text for text in heard(store, figure) if WORDLESS.search(text)] == []


@pytest.mark.parametrize(
    ("figure_id", "params", "said"),
    [
        ("county_map", {"measure": "death_count", "year": "2012"}, "Withheld (small numbers)"),
        ("county_map", {"year": "2017"}, "Did not answer"),
        ("need_supply_map", {}, "No general acute care hospital"),
        ("county_status_map", {"year": "2017"}, "Did not answer"),
    ],
)
def test_a_countys_shape_is_heard_with_its_answer(
    store: Any, figure_id: str, params: dict[str, str], said: str
) -> None:
    texts = heard(store, figures.build(store, figure_id, params))
    counties = [text for text in texts if text.startswith("County: ")]
    assert len(counties) == 58
    assert any(said in text for text in counties)


def test_no_sentence_ends_with_two_full_stops(every_figure: dict[str, Figure]) -> None:
    for name, figure in every_figure.items():
        said = (figure.headline, figure.subtitle, figure.definition, *figure.caveats, figure.alt)
        assert [text for text in said if ".." in text.replace("...", "")] == [], name

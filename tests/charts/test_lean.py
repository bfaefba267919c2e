"""What all layers encode alike is said once, and the drawing stays the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import vl_convert

from lib import charts, figures, theme
from lib.outputs import described

if TYPE_CHECKING:
    from lib.store import Store

LAYERED = [
    ("site_split", {"split": "beds"}),
    ("team_make_up", {}),
    ("report_card", {"milestones": "all"}),
    ("rural_distance", {}),
]


def picture(spec: dict[str, object]) -> str:
    """The drawing without the numbers of its clip paths and the names of its layers."""
    drawn = vl_convert.vegalite_to_svg(spec, vl_version="6.1")
    return re.sub(r"(layer_[0-9]+_)+", "layer_", re.sub(r"clip[0-9]+", "clip", drawn))


@pytest.mark.parametrize(("figure_id", "params"), LAYERED)
def test_the_lean_specification_draws_the_same(store: Store, figure_id: str, params: dict) -> None:
    figure = figures.build(store, figure_id, params)
    spec = {
        **described.specification(figure, theme.Mode.LIGHT),
        "datasets": {
            described.ROWS: json.loads(figure.rows.to_json(orient="records")),
            described.SHAPES: store.topology,
        },
    }
    assert picture(charts.lean(spec)) == picture(spec)


def test_only_what_every_layer_says_alike_is_said_once() -> None:
    one, two = {"field": "a"}, {"field": "b"}
    spec = {"layer": [{"encoding": {"x": one, "y": one}}, {"encoding": {"x": one, "y": two}}]}
    assert charts.lean(spec) == {
        "encoding": {"x": one},
        "layer": [{"encoding": {"y": one}}, {"encoding": {"y": two}}],
    }
    aside = {"data": {"name": "milestones"}, "encoding": {"x": two}}
    assert charts.lean({"layer": [aside, *spec["layer"], aside]}) == {
        "layer": [
            aside,
            {"encoding": {"x": one}, "layer": [{"encoding": {"y": one}}, {"encoding": {"y": two}}]},
            aside,
        ]
    }
    unlike = {"layer": [{"encoding": {"x": one}}, {"mark": "rule"}]}
    assert charts.lean(unlike) == unlike


def test_a_text_that_is_shown_is_not_called_one() -> None:
    shown, drawn = {"field": "a", "type": "nominal"}, {"field": "b", "type": "nominal"}
    spec = {"encoding": {"text": shown, "tooltip": [shown], "color": drawn}}
    plain = {"field": "a"}
    assert charts.lean(spec)["encoding"] == {"text": plain, "tooltip": [plain], "color": drawn}

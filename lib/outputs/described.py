"""A figure's chart as a specification that needs no page: shapes by name, words on every mark."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lib import theme

if TYPE_CHECKING:
    from lib.model import Figure

#: The name under which a map finds the county shapes.
SHAPES = "shapes"
#: The member of the topology with the outlines of the districts.
DISTRICTS = "districts"
#: The name under which a form finds its rows.
ROWS = "rows"


def specification(figure: Figure, mode: theme.Mode, *, worded: bool = True) -> dict[str, Any]:
    """A complete Vega-Lite specification that names its rows and shapes but holds neither."""
    painted = theme.paint(figure.chart or {}, mode, theme.Medium.PAPER)
    config = {**painted.pop("config"), **({} if worded else {"aria": False})}
    drawn: Any = _with_shapes(_with_descriptions(painted) if worded else painted)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        **drawn,
        "config": config,
        "data": {"name": ROWS},
        "padding": 4,
    }


def _with_shapes(part: object) -> object:
    """The specification with the name of the bundled shapes in place of their address."""
    if isinstance(part, dict):
        if "url" in part and str(part["url"]).endswith(".topo.json"):
            file = str(part["url"]).rpartition("/ca_")[2].partition(".")[0]
            name = SHAPES if file == "counties" else f"{SHAPES}_{file}"
            return {"name": name, "format": part["format"]}
        return {key: _with_shapes(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_with_shapes(value) for value in part]
    return part


def _with_descriptions(part: object) -> object:
    """The specification in which every mark with a tooltip says the same as its description.

    A picture has no tooltip; its marks then carry the words for the pointer and the reader.
    """
    if isinstance(part, list):
        return [_with_descriptions(value) for value in part]
    if not isinstance(part, dict):
        return part
    out: dict[str, Any] = {key: _with_descriptions(value) for key, value in part.items()}
    if "mark" not in part:
        return out
    encoding = out.get("encoding", {})
    tips = encoding.get("tooltip")
    if isinstance(tips, list) and tips:
        out["transform"] = [
            *deepcopy(part.get("transform", [])),
            {"calculate": " + '\\n' + ".join(map(_line, tips)), "as": "_described"},
        ]
        described = {"field": "_described", "type": "nominal"}
        out["encoding"] = {**encoding, "description": described}
    else:
        # The engine would read out names of columns and places in pixels.
        mark = part["mark"] if isinstance(part["mark"], dict) else {"type": part["mark"]}
        out["mark"] = {**mark, "aria": False}
    return out


def _line(tip: dict[str, str]) -> str:
    """One line of a tooltip as an expression: its label, where it has one, and its field."""
    label = tip.get("title", tip["field"]).strip()
    value = f"datum[{json.dumps(tip['field'])}]"
    return f"{json.dumps(f'{label}: ')} + {value}" if label else f"'' + {value}"

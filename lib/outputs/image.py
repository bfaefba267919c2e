"""A figure as PNG or SVG with its headline, subtitle, source and date inside the picture."""

from __future__ import annotations

import textwrap
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import vl_convert

from lib import theme
from lib.i18n import _
from lib.outputs.tabular import citation

if TYPE_CHECKING:
    from lib.model import Figure

FONTS = Path(__file__).resolve().parent.parent.parent / "assets" / "fonts"

WIDTH = 820
VEGA_LITE = "6.1"


@lru_cache(maxsize=1)
def prepare() -> None:
    """Register the shipped fonts, once a process: the server's own fonts are never used."""
    vl_convert.register_font_directory(str(FONTS))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _footer(figure: Figure) -> str:
    return _("Source: {sources}. Period: {period}. As of {as_of}. Edition {edition}.").format(
        sources="; ".join(citation(source) for source in figure.sources),
        period=figure.period,
        as_of=figure.as_of,
        edition=figure.edition.version,
    )


def specification(
    figure: Figure, shapes: dict[str, Any], mode: theme.Mode, medium: theme.Medium
) -> dict[str, Any]:
    """A complete Vega-Lite specification: the chart between its title and its source line.

    Raises:
        ValueError: the figure has no chart; its table is what it has to give.
    """
    if figure.chart is None:
        raise ValueError(f"figure {figure.figure_id!r} is a table and has no picture")
    painted = theme.paint(figure.chart, mode, medium)
    config = painted.pop("config")
    values = figure.rows.to_json(orient="records")
    painted = _with_shapes(painted, shapes)
    painted["width"] = WIDTH
    source = {
        "data": {"values": [{}]},
        "width": WIDTH,
        "height": 14 * len(_wrapped(_footer(figure), 130)) + 8,
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "style": "quiet",
            "fontSize": 12,
            "lineHeight": 15,
            "text": _wrapped(_footer(figure), 130),
            "x": 0,
            "y": 4,
        },
    }
    painted["data"] = {"name": "rows"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {
            "text": _wrapped(figure.headline, 66),
            "subtitle": _wrapped(figure.subtitle, 110),
        },
        "padding": 24,
        "spacing": 12,
        "background": theme.PALETTES[mode]["paper"],
        "datasets": {"rows": _records(values)},
        "vconcat": [painted, source],
        "config": {**config, "background": theme.PALETTES[mode]["paper"]},
    }


def _records(text: str) -> list[dict[str, Any]]:
    import json

    records: list[dict[str, Any]] = json.loads(text)
    return records


def _with_shapes(part: Any, shapes: dict[str, Any]) -> Any:
    """The specification with the bundled shapes in place of their address."""
    if isinstance(part, dict):
        if "url" in part and str(part["url"]).endswith(".topo.json"):
            return {"values": shapes, "format": part["format"]}
        return {key: _with_shapes(value, shapes) for key, value in part.items()}
    if isinstance(part, list):
        return [_with_shapes(value, shapes) for value in part]
    return part


def png(figure: Figure, shapes: dict[str, Any]) -> bytes:
    """The figure as a PNG at twice the size of the screen."""
    prepare()
    spec = specification(figure, shapes, theme.Mode.LIGHT, theme.Medium.PAPER)
    return bytes(vl_convert.vegalite_to_png(spec, vl_version=VEGA_LITE, scale=2))


def svg(figure: Figure, shapes: dict[str, Any]) -> str:
    """The figure as SVG text."""
    prepare()
    spec = specification(figure, shapes, theme.Mode.LIGHT, theme.Medium.PAPER)
    return str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE))

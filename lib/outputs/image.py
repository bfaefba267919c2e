"""A figure as PNG or SVG with its headline, subtitle, source and date inside the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import vl_convert

from lib.outputs import card
from lib.outputs.drawing import prepare

if TYPE_CHECKING:
    from lib.model import Figure

__all__ = ["png", "prepare", "svg", "wide_png"]


def svg(figure: Figure, topology: dict[str, Any]) -> str:
    """The figure as SVG text."""
    return card.compose(figure, topology, card.DESK)


def png(figure: Figure, topology: dict[str, Any]) -> bytes:
    """The figure as a PNG at twice the size of the screen."""
    return raster(svg(figure, topology), 2.0)


def wide_png(figure: Figure, topology: dict[str, Any], headline: str = "") -> bytes:
    """The figure as a PNG of 1920 by 1080 pixels, to be put on a slide."""
    return raster(card.compose(figure, topology, card.SLIDE, headline=headline), 1.0)


def raster(picture: str, scale: float) -> bytes:
    """An SVG text as PNG, lettered with the shipped fonts only."""
    prepare()
    return bytes(vl_convert.svg_to_png(picture, scale=scale))

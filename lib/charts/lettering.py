"""Text over marks and grid lines: drawn twice, first in paper, so that lines do not cross it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUND: Mapping[str, Any] = {"stroke": "@paper", "strokeWidth": 4, "strokeJoin": "round"}


def grounded(
    base: alt.Chart, mark: Mapping[str, Any], *, x: str, field: str, ink: str = "@ink"
) -> list[alt.Chart]:
    """The text of `field` on a ground of paper, at an `x` of its own.

    Args:
        base: what the text is laid over; its height is kept.
        mark: properties of the text mark.
        x: an expression that gives pixels from the left.
        field: the column that holds the text.
        ink: the color token of the text.
    """
    at = alt.value(alt.expr(x))
    ground: dict[str, Any] = {**mark, **GROUND}
    plain: dict[str, Any] = dict(mark)
    return [
        base.mark_text(**ground).encode(x=at, text=f"{field}:N", color=alt.value("@paper")),
        base.mark_text(**plain).encode(x=at, text=f"{field}:N", color=alt.value(ink)),
    ]

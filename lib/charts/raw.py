"""Encodings of specifications that are written by hand, where no chart of Altair's will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def written(field: str) -> dict[str, Any]:
    """The words of a column."""
    return {"field": field, "type": "nominal"}


def pixels(field: str) -> dict[str, Any]:
    """A place that a column gives in pixels."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def at_the_top(field: str, years: tuple[int, int], margin: int, **axis: Any) -> dict[str, Any]:
    """Decimal years from the signal `edge` to `margin` pixels from the right, named at the top."""
    return {
        "field": field,
        "type": "quantitative",
        "scale": {
            "domain": list(years),
            "range": [{"expr": "edge"}, {"expr": f"width - {margin}"}],
            "nice": False,
            "zero": False,
        },
        "axis": {
            "orient": "top", "format": "d", "title": None, "tickMinStep": 1, "domain": False,
            "labelOverlap": "greedy", "labelSeparation": 12, **axis,
        },
    }  # fmt: skip


def tips(tooltip: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """The (field, label) pairs of a tooltip."""
    return [{**written(field), "title": label} for field, label in tooltip]


def by_kind(values: Mapping[str, Any], legend: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What each `kind` looks like: its color, shape or dashes."""
    scale = {"domain": list(values), "range": list(values.values())}
    return {**written("kind"), "scale": scale, "legend": legend}

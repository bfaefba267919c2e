"""A form that a reader unfolds on the screen, as a picture, which nobody unfolds."""

from __future__ import annotations

from typing import Any

#: A picture of a given height has room for type only where a list has as many columns as it may.
MOST_COLUMNS = 3


def still(spec: dict[str, Any], *, is_free: bool) -> dict[str, Any]:
    """`spec` as a picture, which nobody unfolds: whole where it may grow, else of the height given."""
    if "params" not in spec:
        return dict(spec)
    set_: dict[str, Any] = {"every": True} if is_free else {"every": False, "columns": MOST_COLUMNS}
    given = [
        {"name": param["name"], "value": set_[param["name"]]} if param["name"] in set_ else param
        for param in spec["params"]
        if is_free or param["name"] != "height"
    ]
    return {**spec, "params": given}

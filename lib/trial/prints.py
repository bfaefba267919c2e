"""What tells one state of a figure from another without drawing it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.model import Figure


@dataclass(frozen=True)
class Print:
    """A figure's headline, and a mark of all its rows."""

    headline: str
    rows: str


def print_of(figure: Figure) -> Print:
    """The print of a figure; the same in every process."""
    text = figure.rows.to_json(orient="split", default_handler=str)
    return Print(figure.headline, hashlib.sha256(text.encode("utf-8")).hexdigest())

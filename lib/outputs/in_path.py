"""Choices as a part of a path that is a file's name as well, such as ``reference=75~2B``.

A server takes a percent sign of an address for a sign that is written so: a file whose name has one
would not be found. ``~2B`` stands for what an address writes as ``%2B``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping


def written(choices: Mapping[str, str]) -> str:
    """The choices in order of their names; those without a value are left out."""
    asked = urlencode({name: value for name, value in sorted(choices.items()) if value})
    return asked.replace("~", "%7E").replace("%", "~")


def read(part: str) -> dict[str, str]:
    """The choices of `written`, or as an address writes them."""
    return dict(parse_qsl(part.replace("~", "%")))

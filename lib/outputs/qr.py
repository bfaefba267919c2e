"""A QR code of an address, for paper and for a slide."""

from __future__ import annotations

import io
from typing import Any

import segno

from lib.i18n import _

#: Light cells around the code, which readers need to find it.
MARGIN = 4

#: Pixels of one cell: the code of a long address is then some 600 wide, sharp on a slide.
CELL = 12

#: A longer address makes a code too fine for a telephone that reads it off a wall.
LONGEST = 1_200


def svg(text: str) -> str:
    """The code of `text` as a drawing, readable with 15% of it damaged (level M)."""
    return _drawn(text, kind="svg", xmldecl=False, nl=False).decode()


def png(text: str) -> bytes:
    """The same code as a picture."""
    return _drawn(text, kind="png", scale=CELL)


def _drawn(text: str, **how: Any) -> bytes:
    drawn = io.BytesIO()
    code = segno.make(text, error="m", micro=False, boost_error=False)
    code.save(drawn, border=MARGIN, light="#fff", **how)
    return drawn.getvalue()


def alt(link: str) -> str:
    """What the picture of a code says to those who do not see it."""
    return _("QR code that opens {link}").format(link=link)

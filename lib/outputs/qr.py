"""A QR code of an address, for paper and for a slide."""

from __future__ import annotations

import io

import segno

#: Light cells around the code, which readers need to find it.
MARGIN = 4


def svg(text: str) -> str:
    """The code of `text` as a drawing, readable with 15% of it damaged (level M)."""
    drawn = io.BytesIO()
    code = segno.make(text, error="m", micro=False, boost_error=False)
    code.save(drawn, kind="svg", border=MARGIN, xmldecl=False, nl=False, light="#fff")
    return drawn.getvalue().decode()


#: Pixels of one cell: the code of a long address is then some 600 wide, sharp on a slide.
CELL = 12


def png(text: str) -> bytes:
    """The same code as a picture."""
    drawn = io.BytesIO()
    code = segno.make(text, error="m", micro=False, boost_error=False)
    code.save(drawn, kind="png", border=MARGIN, scale=CELL, light="#fff")
    return drawn.getvalue()

"""A QR code of an address, for paper."""

from __future__ import annotations

import io

import segno

from lib.i18n import _

#: Light cells around the code, which readers need to find it.
MARGIN = 4


def svg(text: str) -> str:
    """The code of `text` as a drawing, readable with 15% of it damaged (level M)."""
    drawn = io.BytesIO()
    code = segno.make(text, error="m", micro=False, boost_error=False)
    code.save(drawn, kind="svg", border=MARGIN, xmldecl=False, nl=False, light="#fff")
    return drawn.getvalue().decode()


#: A longer address makes a code too fine for a telephone that reads it off a wall.
LONGEST = 1_200


def png(text: str) -> bytes:
    """The code of `text` as a picture for a slide, ten pixels a cell."""
    drawn = io.BytesIO()
    code = segno.make(text, error="m", micro=False, boost_error=False)
    code.save(drawn, kind="png", border=MARGIN, scale=10)
    return drawn.getvalue()


def alt(link: str) -> str:
    """What the picture of a code says to those who do not see it."""
    return _("QR code that opens {link}").format(link=link)

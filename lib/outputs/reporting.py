"""A message about a number that looks wrong: which chart, which number, and where it was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from lib.i18n import _
from lib.outputs import words

if TYPE_CHECKING:
    from lib.model import Claim, Figure

#: Longer addresses are cut by some programs for mail.
LONGEST = 1_800
#: As many numbers stand in a text to copy.
MOST = 8


def link(figure: Figure) -> str:
    """The message as a link that opens the reader's own mail; empty where no address is set.

    As many of the numbers as it has room for are named, for the reader to keep the one that is
    meant: nothing is sent but what the reader sends.
    """
    contact = words.contact()
    if not contact:
        return ""
    subject = _("A number on: {headline}").format(headline=figure.headline)
    start = f"mailto:{contact}?subject={quote(subject)}&body="
    named: list[str] = []
    for claim in figure.claims:
        if len(start) + len(quote(_body(figure, [*named, _line(claim)]))) > LONGEST:
            break
        named.append(_line(claim))
    return start + quote(_body(figure, named))


def message(figure: Figure) -> str:
    """The message as text to copy, for a copy of the dashboard that names no address for mail."""
    return _body(figure, [_line(claim) for claim in figure.claims[:MOST]]).replace("\r\n", "\n")


def _body(figure: Figure, named: list[str]) -> str:
    """The message, to be filled in."""
    asked = [
        _("Which number (keep the line you mean):") if named else _("Which number:"),
        *(named or [figure.summary]),
    ]
    return "\r\n".join(
        [
            _("Chart: {headline}").format(headline=figure.headline),
            _("Link: {link}").format(link=words.link_line(figure)),
            _("Edition: {version}").format(version=figure.edition.version),
            "",
            *asked,
            "",
            _("What it should say, and where that is written:"),
            "",
        ]
    )


def _line(claim: Claim) -> str:
    """A number of a chart, with the place in its source."""
    return f"- {claim.label}: {claim.value} ({claim.locator})"

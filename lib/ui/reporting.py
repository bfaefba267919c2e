"""Is a number wrong? A message that names it, or how to correct it, at the end of About."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.outputs import reporting, words
from lib.ui import address, provenance
from lib.wording import maker

if TYPE_CHECKING:
    from lib.model import Figure

#: Where the words on correcting a number are, seen from the dashboard's address.
HOW = "data_sources?tab=download"


def told(figure: Figure) -> None:
    """The way to report a number, or to correct it where nobody has an address for mail.

    It names the address by which the visitor came, and so is written anew for each.
    """
    with words.reached_at(address.reached()):
        mail, how = reporting.link(figure), words.link_of(HOW)
        message = "" if mail else reporting.message(figure)
    provenance.small(_mail(mail) if mail else _corrected(how))
    if message:
        provenance.small(maker.ready_message())
        st.code(message, language=None, wrap_lines=True)


def _mail(mail: str) -> str:
    # Brackets would end the link.
    safe = mail.replace("(", "%28").replace(")", "%29")
    return _(
        "**Does a number look wrong?** [Report a number]({mail}): this opens a message with the "
        "chart, its numbers and the link."
    ).format(mail=safe)


def _corrected(how: str) -> str:
    if not how:
        return _("**Does a number look wrong?** Data and sources says who to tell, under Download.")
    return _("**Does a number look wrong?** [Data and sources says who to tell]({how}).").format(
        how=how
    )

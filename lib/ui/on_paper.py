"""A brief that is made for printing: its button, and where it is for who prints the page instead."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.outputs import words
from lib.ui import address
from lib.ui.downloads import offer

if TYPE_CHECKING:
    from collections.abc import Callable


def brief(button: str, name: str, make: Callable[[], bytes], *, place: str, where: str) -> None:
    """The button of a brief, and a line that only paper shows (static/frame/print.css).

    `make` typesets it, when it is asked for; `where` is the address of the page, seen from where
    the dashboard starts.
    """
    offer(button, name, make, key=f"{where.partition('?')[0]}_brief")
    with words.reached_at(address.reached()):
        link = words.link_of(where) or where
    said = _(
        "There is a brief on {place} that is made for printing. Open {link} and press: {button}."
    ).format(place=place, link=link, button=button)
    st.html(f'<p class="on-paper">{escape(said)}</p>')

"""Words that only paper shows: where a brief that was made for printing is."""

from __future__ import annotations

from html import escape

import streamlit as st

from lib.i18n import _
from lib.outputs import words
from lib.ui import address


def brief_of(place: str, button: str, where: str) -> None:
    """A line for who prints the page of a place, which has a brief; static/frame/print.css shows it.

    Args:
        place: the name of the place.
        button: what the button says that gives the brief.
        where: the address of the page, seen from where the dashboard starts.
    """
    with words.reached_at(address.reached()):
        link = words.link_of(where) or where
    said = _(
        "There is a brief on {place} that is made for printing. Open {link} and press: {button}."
    ).format(place=place, link=link, button=button)
    st.html(f'<p class="on-paper">{escape(said)}</p>')

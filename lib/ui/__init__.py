"""The screen: the only room that imports streamlit."""

from lib.ui.chrome import (
    cards,
    end_page,
    frame,
    page_header,
    section,
    unknowns,
    ways_in,
)
from lib.ui.figure import show
from lib.ui.finder import hospital_finder
from lib.ui.library import finding

__all__ = [
    "cards",
    "end_page",
    "finding",
    "frame",
    "hospital_finder",
    "page_header",
    "section",
    "show",
    "unknowns",
    "ways_in",
]

"""The screen: the only room that imports streamlit."""

from lib.ui.chrome import frame
from lib.ui.page import draw, draw_county, draw_district

__all__ = ["draw", "draw_county", "draw_district", "frame"]

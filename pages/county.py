"""County: one of the 58, what its hospitals report, how it compares, what surrounds it."""

from lib import ui
from lib.pages import county

ui.draw_county(county.PAGE)

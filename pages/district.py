"""District: one of the 172, what its hospital sites report, and how it compares; or all of a chamber."""

from lib import ui
from lib.pages import district

ui.draw_district(district.PAGE)

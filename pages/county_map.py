"""County map: color the counties by services, need, context, or need and services together."""

from lib import ui
from lib.pages import county_map

ui.draw(county_map.PAGE)

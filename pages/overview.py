"""Overview: the finding, the search, the map that opens counties; then change, and ways on."""

from lib import ui
from lib.pages import overview

ui.draw(overview.PAGE)

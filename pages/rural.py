"""Rural coverage: rural by which definition, what is reported there, and how far it is."""

from lib import ui
from lib.pages import rural

ui.draw(rural.PAGE)

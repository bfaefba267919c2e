"""Drivers and opportunities: what the 2023 review named, and the evidence found for each."""

from lib import ui
from lib.pages import drivers

ui.draw(drivers.PAGE)

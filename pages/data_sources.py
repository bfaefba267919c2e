"""Data and sources: every number, source, disagreement and gap, and the files to download."""

from lib import ui
from lib.pages import data_sources

ui.draw(data_sources.PAGE)

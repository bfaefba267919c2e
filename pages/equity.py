"""Equity: who palliative care reaches, who it misses, and who has not been counted."""

from lib import ui
from lib.pages import equity

ui.draw(equity.PAGE)

"""Programs: which hospitals report palliative care, how that changed, and what else counts."""

from lib import ui
from lib.pages import programs

ui.draw(programs.PAGE)

"""Data and sources (being written below)."""

from lib import ui
from lib.i18n import _

ui.page_header(_("Data and sources"), "")

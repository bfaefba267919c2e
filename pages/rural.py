"""Rural coverage: rural by which definition, what is reported there, and how far it is."""

from lib import ui
from lib.i18n import _

ui.page_header(
    ui.rural_headline(),
    _("Choose who says what is rural: every chart on this page with two groups follows."),
)
ui.rural_parts()
ui.unknowns(["Rural", "County supply and need"])
ui.end_page()

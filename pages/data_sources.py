"""Data and sources: every indicator, table, disagreement, gap and source; take it with you."""

from lib import ui
from lib.i18n import _

ui.page_header(
    ui.catalog_headline(),
    _(
        "Says who? Search an indicator to see what it counts, what it must not be joined with, and "
        "where each number stands. Tables and the whole bundle can be taken away."
    ),
)

ui.section(_("Find an indicator"))
ui.indicators()

ui.section(_("Where sources disagree"))
ui.show("conflict_list")

ui.section(_("What is not known"))
ui.show("unknown_list")

ui.section(_("What changed"))
ui.what_changed()

ui.section(_("The tables"))
ui.tables()

ui.section(_("Take the whole bundle"))
ui.whole_bundle()

ui.section(_("Check new data"))
ui.check_new_data()

ui.section(_("Sources"))
ui.show("source_list")
ui.end_page()

"""Rural coverage: rural by which definition, what is reported there, and how far it is."""

from lib import ui
from lib.i18n import _

ui.page_header(
    ui.rural_headline(),
    _(
        "Rural is not one thing: choose a definition and see what it says and leaves out. Where a "
        "class rests on few hospitals, n of N says so."
    ),
)

ui.section(_("By definition"))
ui.by_definition()
ui.show("rural_definitions")

ui.section(_("Critical access hospitals"))
ui.show("rural_critical_access")

ui.section(_("Counties without a reporting hospital"))
ui.counties_without()
ui.show("rural_distance")

ui.section(
    _("Community-based care in 2014"),
    _(
        "Another measure, another source, another year: it is not to be compared with the hospital "
        "reports above."
    ),
)
ui.show("community_counties")

ui.section(_("The rural teams"))
ui.show("rural_teams")
ui.unknowns(["Rural", "County supply and need"])
ui.end_page()

"""Present: stories for a convening, on the projector and as files to take away."""

from lib import ui
from lib.i18n import _

ui.page_header(
    _("Present a story, online or offline"),
    _(
        "Slides made from this dashboard's charts, for a projector. Full screen hides "
        "everything else, and your notes can open in a second window."
    ),
)
ui.presenter()

ui.section(_("Make your own story"))
ui.adding_a_story()
ui.end_page()

"""Present: stories for a convening, on the projector and as files to take away."""

from lib import ui
from lib.i18n import _

ui.page_header(
    _("Present a story, with or without a network"),
    _(
        "Scenes made of the dashboard's own figures, for a room with a projector. Full screen "
        "hides everything else; notes can stand in a second window."
    ),
)
ui.tabs(
    "present",
    {"stories": ui.presenter, "mine": ui.my_slides},
    forget=("scene", "slides", "county"),
)
ui.end_page()

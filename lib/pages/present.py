"""Present: stories for a convening, on the projector and as files to take away."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Page, Special, Tab

PAGE = Page(
    "present",
    N_("Present a story, online or offline"),
    N_(
        "Slides made from this dashboard's charts, for a projector. Full screen hides "
        "everything else, and your notes can open in a second window."
    ),
    tabs=(
        Tab(
            "stories",
            N_("Ready stories"),
            (Special("presenter"),),
        ),
        Tab("mine", N_("My slides"), (Special("my_slides", choices=("county",)),)),
    ),
    forgets=("scene", "slides", "county"),
)

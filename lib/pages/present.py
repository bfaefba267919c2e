"""Present: stories for a convening, on the projector and as files to take away."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Page, Section, Special

PAGE = Page(
    "present",
    N_("Present a story, with or without a network"),
    N_(
        "Scenes made of the dashboard's own figures, for a room with a projector. Full screen "
        "hides everything else; notes can stand in a second window."
    ),
    items=(
        Special("presenter"),
        Section(N_("A story of your own"), (Special("adding_a_story"),)),
    ),
)

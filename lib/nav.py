"""The pages in reading order: pure data, read by the frame, the tests and the outputs."""

from __future__ import annotations

from dataclasses import dataclass

from lib.i18n import N_, _


@dataclass(frozen=True)
class PageEntry:
    """One page: its file, its path in the URL, the messages of its title and group, its icon.

    A wide page fills the window (a presenter's screen); the others keep a reading width.
    """

    file: str
    path: str
    title_message: str
    group_message: str
    icon: str
    is_wide: bool = False

    @property
    def title(self) -> str:
        """The page's name in the language in use."""
        return _(self.title_message)

    @property
    def group(self) -> str:
        """The name of its group in the language in use; empty for a page that stands alone."""
        return _(self.group_message) if self.group_message else ""

    @property
    def is_default(self) -> bool:
        """True for the page that opens at the root of the site."""
        return self.path == "overview"


PAGES: tuple[PageEntry, ...] = (
    PageEntry("pages/overview.py", "overview", N_("Overview"), "", "home"),
    PageEntry("pages/programs.py", "programs", N_("Programs"), N_("Statewide"), "local_hospital"),
    PageEntry(
        "pages/participation.py", "participation", N_("Participation"), N_("Statewide"), "groups"
    ),
    PageEntry(
        "pages/learning_communities.py",
        "learning_communities",
        N_("Learning communities"),
        N_("Statewide"),
        "school",
    ),
    PageEntry("pages/milestones.py", "milestones", N_("Milestones"), N_("Statewide"), "flag"),
    PageEntry("pages/drivers.py", "drivers", N_("Drivers"), N_("Statewide"), "hub"),
    PageEntry("pages/county_map.py", "county_map", N_("County map"), N_("Places"), "map"),
    PageEntry("pages/county.py", "county", N_("County"), N_("Places"), "location_on"),
    PageEntry("pages/district.py", "district", N_("District"), N_("Places"), "account_balance"),
    PageEntry("pages/rural.py", "rural", N_("Rural coverage"), N_("Places"), "landscape"),
    PageEntry("pages/equity.py", "equity", N_("Equity"), N_("Equity and toolkits"), "diversity_3"),
    PageEntry(
        "pages/community_action.py",
        "community_action",
        N_("Community action"),
        N_("Equity and toolkits"),
        "handshake",
    ),
    PageEntry(
        "pages/present.py",
        "present",
        N_("Present"),
        N_("Present and data"),
        "slideshow",
        is_wide=True,
    ),
    PageEntry(
        "pages/data_sources.py",
        "data_sources",
        N_("Data and sources"),
        N_("Present and data"),
        "database",
    ),
)

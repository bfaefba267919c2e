"""The pages in reading order: pure data, read by the frame, the tests and the outputs."""

from __future__ import annotations

from dataclasses import dataclass

from lib.i18n import N_, _


@dataclass(frozen=True)
class PageEntry:
    """One page: its path in the URL, the messages of its title and group, its icon.

    The path also names its file in `pages/` and its declaration in `lib/pages/`. The icon is the
    name of a Material symbol. A wide page fills the window (a presenter's screen); the others keep
    a reading width.
    """

    path: str
    title_message: str
    group_message: str
    icon: str
    is_wide: bool = False

    @property
    def file(self) -> str:
        """The file that draws the page."""
        return f"pages/{self.path}.py"

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
    PageEntry("overview", N_("Overview"), "", "home"),
    PageEntry("programs", N_("Programs"), N_("Statewide"), "local_hospital"),
    PageEntry("participation", N_("Participation"), N_("Statewide"), "groups"),
    PageEntry(
        "learning_communities",
        N_("Learning communities"),
        N_("Statewide"),
        "school",
    ),
    PageEntry("milestones", N_("Milestones"), N_("Statewide"), "flag"),
    PageEntry("drivers", N_("Drivers"), N_("Statewide"), "hub"),
    PageEntry("county_map", N_("County map"), N_("Places"), "map"),
    PageEntry("county", N_("County"), N_("Places"), "location_on"),
    PageEntry("district", N_("District"), N_("Places"), "account_balance"),
    PageEntry("rural", N_("Rural coverage"), N_("Places"), "landscape"),
    PageEntry("equity", N_("Equity"), N_("Equity and toolkits"), "diversity_3"),
    PageEntry(
        "community_action",
        N_("Community action"),
        N_("Equity and toolkits"),
        "handshake",
    ),
    PageEntry(
        "present",
        N_("Present"),
        N_("Present and data"),
        "slideshow",
        is_wide=True,
    ),
    PageEntry(
        "data_sources",
        N_("Data and sources"),
        N_("Present and data"),
        "database",
    ),
)

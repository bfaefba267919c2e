"""Data and sources: every number, source, disagreement and gap, and the files to download."""

from lib import ui
from lib.i18n import _

ui.page_header(
    ui.catalog_headline(),
    _("Search a number to see what it counts, where it comes from, and what not to join it with."),
)


def sources() -> None:
    """Every source that a row cites."""
    ui.show("source_list")


def conflicts() -> None:
    """Where two sources say two things."""
    ui.show("conflict_list")


def unknown() -> None:
    """What is not known, and who might know."""
    ui.show("unknown_list")


def download() -> None:
    """The data package, then each table for itself."""
    ui.whole_bundle()
    ui.section(_("One table"))
    ui.tables()


ui.tabs(
    "data_sources",
    {
        "find": ui.indicators,
        "sources": sources,
        "conflicts": conflicts,
        "unknown": unknown,
        "download": download,
        "check": ui.check_new_data,
        "changed": ui.what_changed,
    },
)
ui.end_page()

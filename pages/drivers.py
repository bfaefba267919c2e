"""Drivers and opportunities: what the 2023 review named, and the evidence found for each."""

from lib import ui
from lib.i18n import _
from lib.wording import drivers

ui.page_header(
    drivers.page_headline(ui.finding("drivers_board")),
    _("Each square is one measure. Choose a row by name to see its values and what is missing."),
)


def evidence() -> None:
    """One matrix of all of them; one of its rows opens its evidence."""
    ui.one_opportunity()


def board() -> None:
    """All of them as a table: latest value, direction, what is missing."""
    ui.show("drivers_board")


def numbers() -> None:
    """The field in a few numbers, each of its own date."""
    ui.cards("headline_numbers")


ui.tabs("drivers", {"evidence": evidence, "board": board, "numbers": numbers})
ui.unknowns(["Medi-Cal palliative care", "Workforce"])
ui.end_page()

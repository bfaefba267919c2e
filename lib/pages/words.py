"""The one-sentence headline of each page, made from the rows of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import ngettext
from lib.subjects.equity import words as equity
from lib.subjects.equity.held import uncounted

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store


def overview_headline(cards: Figure) -> str:
    """Sites that report and counties without, from the headline numbers."""
    values = dict(zip(cards.rows["label"], cards.rows["value"], strict=True))
    sites, counties = list(values.values())[:2]
    return ngettext(
        "{sites} California hospital sites reports an inpatient palliative care program in {year}; in "
        "{counties} counties, no hospital does",
        "{sites} California hospital sites report an inpatient palliative care program in {year}; in "
        "{counties} counties, no hospital does",
        int(cards.rows["n"].iloc[0]),
    ).format(sites=sites, counties=counties, year=cards.as_of)


def programs_headline(answers: Figure) -> str:
    """The latest site answers beside the earliest that are whole: a minimum is not compared."""
    rows = answers.rows
    held = rows[rows["series"].eq("inpatient_palliative") & rows["is_whole"]]
    first, last = held.iloc[0], held.iloc[-1]
    return ngettext(
        "{last} California hospital sites reports an inpatient palliative care program in "
        "{last_year}, compared with {first} in {first_year}",
        "{last} California hospital sites report an inpatient palliative care program in "
        "{last_year}, compared with {first} in {first_year}",
        int(last["reporting"]),
    ).format(
        last=last["n_of_n"],
        last_year=last["year"],
        first=first["n_of_n"],
        first_year=first["year"],
    )


def equity_headline(store: Store, coverage: Figure) -> str:
    """The groups that no measure of care speaks of: it holds over every tab, and repeats none."""
    rows = coverage.rows
    return equity.page_headline(
        len(uncounted(store, rows)), rows["people"].nunique(), int(store.edition.date[:4])
    )

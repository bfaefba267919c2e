"""The hospital finder: search, filter and sort every site; take away what is left."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import spelling
from lib.i18n import _, ngettext
from lib.ui import address, library, listing, parameters, provenance, slides
from lib.ui.downloads import offer_rows
from lib.ui.edition import per_edition
from lib.ui.heading import head
from lib.ui.kept import kept
from lib.ui.listing import ALL
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

parameters.own("find", "county", "answer", "sort", "list_page")

#: Rows on a page of the list, sent to the browser at once; the file holds all that fit.
ROWS_SHOWN = 25

#: The choice of a page, which another search forgets.
TURNED = "list_page"

#: The controls stand in a row where there is room, and what fits them under it. A container for
#: them would be one more thing that each change draws again.
IN_A_ROW = """<style>
[data-testid="stVerticalBlock"]:has(> .st-key-find) { flex-flow: row wrap; }
[data-testid="stVerticalBlock"]:has(> .st-key-find) > :has(.stHtml) { flex-basis: 100%; }
</style>"""


@dataclass(frozen=True, slots=True)
class _Site:
    """What a site is found by: plain values, since a search reads a few hundred of them."""

    place: int
    words: str
    county: str
    answer: str


@per_edition(maxsize=3)
def _sites(order: str) -> tuple[_Site, ...]:
    """Every site of the list in this order."""
    rows = library.figure("hospital_list").rows
    by = {"name": "name", "beds": "general_acute_beds"}.get(order)
    if by:
        rows = rows.sort_values(by, ascending=by == "name", na_position="last")
    words = (rows["name"] + " " + rows["city"]).map(spelling.plain)
    columns = (rows.index, words, rows["county_fips"], rows[_answer()])
    return tuple(_Site(int(place), *texts) for place, *texts in zip(*columns, strict=True))


@per_edition(maxsize=1)
def _choices() -> dict[str, dict[str, str]]:
    """Filter -> what it offers, by its id in the address; the first keeps everything."""
    rows = library.figure("hospital_list").rows
    known, held = (_("Yes"), _("No")), set(rows[_answer()])
    answers = [*(a for a in known if a in held), *sorted(held - set(known))]
    counties = rows[["county_fips", "county"]].drop_duplicates().sort_values("county")
    return {
        "county": {ALL: _("All"), **dict(counties.itertuples(index=False, name=None))},
        "answer": {ALL: _("All"), **{answer: answer for answer in answers}},
        "sort": {"county": _("County"), "name": _("Name"), "beds": _("Acute beds")},
    }


@per_edition(maxsize=1)
def _answer() -> str:
    """The column with the newest inpatient answers."""
    return f"inpatient_{int(library.figure('hospital_list').rows['last_year'].max())}"


def hospital_finder() -> None:
    """The list of hospitals behind a search box, two filters and an order, all in the URL."""
    figure = library.figure("hospital_list")
    head(figure)
    st.html(IN_A_ROW)
    found = _Found()
    _controls(found)
    # Outside the fragment, where no change draws it again: what is found is read at the click.
    offer_rows(
        _("CSV (hospitals listed)"),
        figure,
        lambda: replace(
            figure,
            rows=figure.rows.loc[list(found.places)],
            page_choices={**figure.page_choices, **found.choices},
        ),
    )
    provenance.source_line(figure)
    slides.no_room()


@dataclass
class _Found:
    """What one visitor's controls have found last: the places of the rows, and by which choices."""

    places: tuple[int, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)


@st.fragment
def _controls(found: _Found) -> None:
    """The controls and what fits them; the words around them stay as they are."""
    asked = _asked()
    found.places = _fitting(*asked)
    words, *filters = asked
    usual = [next(iter(offered)) for offered in _choices().values()]
    found.choices = {"find": " ".join(words)} | {
        name: value
        for name, value, first in zip(_choices(), filters, usual, strict=True)
        if value != first
    }
    pages = -(-len(found.places) // ROWS_SHOWN)
    page = address.turned(TURNED, pages)
    kept(f"hospital_list {asked} {page}", lambda: st.html(_listed(found.places, page)))
    address.paged(TURNED, pages)


@per_edition(maxsize=1024)
def _counted(fits: int, first: int, last: int) -> str:
    """How many sites fit, and which of them are listed."""
    if not fits:
        return _("No hospital matches. Try part of the name, a city, or another county.")
    if fits > last - first + 1:
        return _("{n} hospital sites match. You see {first} to {last}.").format(
            n=numbers.count(fits), first=numbers.count(first), last=numbers.count(last)
        )
    return ngettext("{n} hospital site matches.", "{n} hospital sites match.", fits).format(
        n=numbers.count(fits)
    )


def _asked() -> tuple[tuple[str, ...], str, str, str]:
    """What the controls say: words, county, answer and order."""
    offered, again = _choices(), (TURNED,)
    words = address.sought("find", _("Name or city"), width=260, forget=again)
    county = address.listed(
        "county", _("County"), offered["county"], width=200, key="county", forget=again
    )
    label = _("Inpatient program, {year}").format(year=_answer().rpartition("_")[2])
    answer = address.buttons("answer", label, offered["answer"], key="answer", forget=again)
    order = address.buttons("sort", _("Sort by"), offered["sort"], key="sort", forget=again)
    return words, county, answer, order


#: Searches kept: every county with every answer, and what visitors typed last.
SEARCHES_KEPT = 512


@per_edition(maxsize=SEARCHES_KEPT)
def _fitting(words: tuple[str, ...], county: str, answer: str, order: str) -> tuple[int, ...]:
    """The places, in order, of the rows that fit the search box and the filters."""
    return tuple(
        site.place
        for site in _sites(order)
        if county in (ALL, site.county)
        and answer in (ALL, site.answer)
        and all(word in site.words for word in words)
    )


@per_edition(maxsize=SEARCHES_KEPT)
def _listed(places: tuple[int, ...], page: int = 1) -> str:
    """How many rows fit, and those of one page of the list as a table."""
    first = (page - 1) * ROWS_SHOWN
    shown = places[first : first + ROWS_SHOWN]
    counted = listing.said(_counted(len(places), first + 1, first + len(shown)))
    if not shown:
        return counted
    rows = library.tabled("hospital_list", {}).take(shown).to_pandas()
    return counted + listing.written(rows, _("Table of hospitals and what each reported"))

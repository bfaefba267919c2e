"""The lines that every file carries: source, period, date, edition and the way back."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from lib import pages
from lib.i18n import _
from lib.outputs.slide_link import OWN
from lib.subjects.milestones import overlay

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.model import Edition, Figure, Source

#: More sources than this are named by the first ones and a count.
NAMED = 3


def citation(source: Source) -> str:
    """Publisher, title, date and address of a source on one line."""
    parts = (source.publisher, source.title, source.published, source.url)
    return ", ".join(part for part in parts if part)


def named(figure: Figure, most: int = NAMED) -> str:
    """The first sources by publisher and title, and how many more there are."""
    name = _("{publisher}, {title}")
    names = [name.format(publisher=each.publisher, title=each.title) for each in figure.sources]
    return _first(names, most)


def _first(names: Sequence[str], most: int) -> str:
    first, more = "; ".join(names[:most]), len(names) - most
    return _("{named}; and {more} more").format(named=first, more=more) if more > 0 else first


def source_line(figure: Figure, most: int = NAMED) -> str:
    """Sources by name, period, as of and edition: the line under every picture."""
    return _line(figure, named(figure, most))


def _line(figure: Figure, sources: str) -> str:
    return _("Source: {sources}. Period: {period}. As of {as_of}. Edition {edition}.").format(
        sources=sources,
        period=figure.period,
        as_of=figure.as_of,
        edition=figure.edition.version,
    )


def short_line(figure: Figure, most: int = NAMED) -> str:
    """As `source_line`, with the short names of the sources and their years: for a small frame."""
    years: dict[str, set[str]] = {}
    for source in figure.sources:
        years.setdefault(source.short or source.publisher, set()).add(source.published[:4])
    dated = _("{publisher} ({year})")
    names = [
        dated.format(publisher=name, year=", ".join(sorted(of - {""}))) if any(of) else name
        for name, of in years.items()
    ]
    return _line(figure, _first(names, most))


def edition_line(figure: Figure) -> str:
    """Title, version and date of the edition."""
    return edition_line_of(figure.edition)


def edition_line_of(edition: Edition) -> str:
    """Title, version and date of an edition."""
    return _("{title}, {version}, {date}").format(
        title=edition.title, version=edition.version, date=edition.date
    )


#: Where the visitor for whom a file is made reached the dashboard.
_visited: ContextVar[str] = ContextVar("visited", default="")


@contextmanager
def reached_at(visited: str) -> Iterator[None]:
    """While a file is made: the address that its visitor used, such as ``https://host/base``."""
    token = _visited.set(visited.rstrip("/"))
    try:
        yield
    finally:
        _visited.reset(token)


def address() -> str:
    """Where the dashboard stands: ``PUBLIC_ADDRESS`` or, where not said, as its visitor came.

    Empty where there is neither, as in files that a command makes.
    """
    return os.environ.get("PUBLIC_ADDRESS", "").strip().rstrip("/") or _visited.get()


#: An address for mail that can stand in a link as it is.
MAIL = re.compile(r"[A-Za-z0-9._+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+")


def contact() -> str:
    """The address to which a wrong number may be reported (``CONTACT_ADDRESS``), or nothing."""
    given = os.environ.get("CONTACT_ADDRESS", "").strip()
    return given if MAIL.fullmatch(given) else ""


#: A longer name is cut: it stands in a line.
LONGEST_NAME = 120


def operator() -> str:
    """The name of who runs this copy (``OPERATOR_NAME``), or nothing."""
    given = " ".join(os.environ.get("OPERATOR_NAME", "").split())
    return "".join(letter for letter in given if letter.isprintable())[:LONGEST_NAME]


def query_of(figure: Figure) -> dict[str, str]:
    """What the address must say for the figure's page to show this very variant."""
    tab = pages.tabs_of().get(figure.figure_id, "")
    special = pages.special_of().get(figure.figure_id)
    named = {overlay.PARAMETER: f"{figure.figure_id}_{overlay.PARAMETER}"}
    named |= special.named if special else {}
    own = {named.get(name, name): value for name, value in figure.params.items()}
    return {
        name: value for name, value in {**own, "tab": tab, **figure.page_choices}.items() if value
    }


def place_of(figure: Figure) -> str:
    """The figure's place on the site: page, choices and anchor, without the host."""
    figure_id = figure.figure_id
    query = urlencode(query_of(figure))
    special = pages.special_of().get(figure_id)
    anchor = special.under.get(figure_id, figure_id) if special else figure_id
    return f"{pages.address_of(figure_id)}{'?' + query if query else ''}#{anchor}"


def place_of_story(story_id: str) -> str:
    """The place on the site where a story is shown, without the host."""
    return f"present?{urlencode({'story': story_id})}"


def way_to(story_id: str, place: str) -> str:
    """The link to slides on the site; empty where there is none.

    `place` is where slides of a presenter's own are; empty where no link takes them all.
    """
    if place or story_id == OWN:
        return link_of(place) if place else ""
    return link_of(place_of_story(story_id))


def link_of(place: str) -> str:
    """A place on the site as a link; empty where nobody said where the dashboard stands."""
    return f"{address()}/{place}" if address() else ""


#: Letters of a link that are read; more of a long one would fill a page or a slide.
READ = 80


def shortened(link: str) -> str:
    """A link as it is read: of a long one the beginning."""
    return link if len(link) <= READ else f"{link[:READ]}\u2026"


def link_line(figure: Figure) -> str:
    """The way back to the live figure, as a line of text."""
    if address():
        return link_of(place_of(figure))
    return _("{title}: {place}").format(title=figure.edition.title, place=place_of(figure))

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
from lib.subjects.milestones import overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.model import Edition, Figure, Source

#: More sources than this are named by the first ones and a count.
NAMED = 3


def citation(source: Source) -> str:
    """Publisher, title, date and address of a source on one line."""
    parts = (source.publisher, source.title, source.published, source.url)
    return ", ".join(part for part in parts if part)


def named(figure: Figure, most: int = NAMED) -> str:
    """The first sources by publisher and title, and how many more there are."""
    names = "; ".join(
        _("{publisher}, {title}").format(publisher=source.publisher, title=source.title)
        for source in figure.sources[:most]
    )
    more = len(figure.sources) - most
    return _("{named}; and {more} more").format(named=names, more=more) if more > 0 else names


def source_line(figure: Figure, most: int = NAMED) -> str:
    """Sources by name, period, as of and edition: the line under every picture."""
    names = named(figure, most)
    return _("Source: {sources}. Period: {period}. As of {as_of}. Edition {edition}.").format(
        sources=names,
        period=figure.period,
        as_of=figure.as_of,
        edition=figure.edition.version,
    )


def short_line(figure: Figure, most: int = NAMED) -> str:
    """As `source_line`, with the short names of the sources and their years: for a small frame."""
    years: dict[str, list[str]] = {}
    for source in figure.sources:
        years.setdefault(source.short or source.publisher, []).append(source.published[:4])
    names = [
        _("{publisher} ({year})").format(
            publisher=name, year=", ".join(sorted(filter(None, set(of))))
        )
        if any(of)
        else name
        for name, of in years.items()
    ]
    named_ = "; ".join(names[:most])
    more = len(names) - most
    if more > 0:
        named_ = _("{named}; and {more} more").format(named=named_, more=more)
    return _("Source: {sources}. Period: {period}. As of {as_of}. Edition {edition}.").format(
        sources=named_,
        period=figure.period,
        as_of=figure.as_of,
        edition=figure.edition.version,
    )


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


#: Parameters that have another name in the address, where a control of the page has theirs.
NAMED_OTHERWISE = {("cohort_timeline", "cohort_kind"): "timeline_kind"}


#: Figures that stand under another one's headline.
ANCHORED_AT = {"county_bars": "county_map", "need_supply_bars": "need_supply_map"}


def query_of(figure: Figure) -> dict[str, str]:
    """What the address must say for the figure's page to show this very variant."""
    tab = pages.tabs_of().get(figure.figure_id, "")
    own = {
        f"{figure.figure_id}_{name}"
        if name == overlay.PARAMETER
        else NAMED_OTHERWISE.get((figure.figure_id, name), name): value
        for name, value in figure.params.items()
    }
    return {
        name: value for name, value in {**own, "tab": tab, **figure.page_choices}.items() if value
    }


def place_of(figure: Figure) -> str:
    """The figure's place on the site: page, choices and anchor, without the host."""
    path = pages.address_of(figure.figure_id)
    query = urlencode(query_of(figure))
    anchor = ANCHORED_AT.get(figure.figure_id, figure.figure_id)
    return f"{path}{'?' + query if query else ''}#{anchor}"


def place_of_story(story_id: str) -> str:
    """The place on the site where a story is shown, without the host."""
    return f"present?{urlencode({'story': story_id})}"


def link_of(place: str) -> str:
    """A place on the site as a link; empty where nobody said where the dashboard stands."""
    return f"{address()}/{place}" if address() else ""


def link_line(figure: Figure) -> str:
    """The way back to the live figure, as a line of text."""
    if address():
        return link_of(place_of(figure))
    return _("{title}: {place}").format(title=figure.edition.title, place=place_of(figure))

"""What frames every page: navigation, headline, odd addresses, gaps and the footer."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from lib import nav
from lib.i18n import _, ngettext
from lib.model import DataError
from lib.outputs.words import operator
from lib.ui import (
    address,
    editions,
    heading,
    library,
    listing,
    look,
    masthead,
    parameters,
    provenance,
    seekbox,
    slides,
    taking_turns,
    titles,
)
from lib.ui.figure import mode
from lib.ui.heading import MEASURE
from lib.ui.kept import kept
from lib.ui.warm import warm
from lib.wording import maker, numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit.navigation.page import StreamlitPage

#: The widest a page runs, in pixels: on a projector a chart must not become a banner.
PAGE_WIDTH = 1180
#: The first page has words and a map side by side.
DOOR_WIDTH = 1280
CARD_WIDTH = 310

#: At most this many broken tables are named; the rest are in the steward's report.
TABLES_SHOWN = 8


def frame() -> None:
    """Set the page up, run the chosen page, and show broken tables as words."""
    with taking_turns.TURNS.turn():
        _framed()


def _framed() -> None:
    # The picture comes first: a page's own icon would be fetched from an outside host.
    # By the address under which it is served: a file would be read and handed over in each run.
    st.set_page_config(page_icon="/app/static/icon.png", layout="wide")
    # Streamlit notes in each of these which one may run: every run has its own.
    entries = {entry: copy(_page(entry, entry.title)) for entry in nav.PAGES}
    groups: dict[str, list[st.Page]] = {}
    for entry, page in entries.items():
        groups.setdefault(entry.group, []).append(page)
    chosen = st.navigation(groups, position="top")
    address.turn(chosen.url_path)
    entry = entry_of(chosen)
    # Not a container of this width: each fragment copies all that it stands in, at each change.
    width = None if entry.is_wide else DOOR_WIDTH if entry.is_default else PAGE_WIDTH
    listing.style(heading.STYLE, look.style(mode()), width=width)
    titles.show(entry.path)
    _heal()
    try:
        warm()
        library.store()
        editions.shared_from(entry.path)
        seekbox.follow()
        masthead.draw(entry)
        if seekbox.asked():
            seekbox.results()
            end_page()
        else:
            chosen.run()
    except DataError as error:
        broken(error)


@lru_cache(maxsize=2 * len(nav.PAGES))
def _page(entry: nav.PageEntry, title: str) -> StreamlitPage:
    """A page as Streamlit knows it: looking for its file takes longer than what is drawn there."""
    return st.Page(
        entry.file,
        title=title,
        icon=f":material/{entry.icon}:" if entry.group else None,
        url_path=entry.path,
        default=entry.is_default,
    )


#: Seconds between two runs of nothing: a day. A browser's timer takes 24 days at most.
NOW_AND_THEN = 86_400


@st.fragment(run_every=NOW_AND_THEN)
def _heal() -> None:
    """Bring an open page back to life after its server was restarted, or another took its place.

    When the connection is back, Streamlit's page asks for a run only if one was under way, the
    last one was a fragment's, or a timer runs. A page that nobody had touched would stay a
    picture: the new server knows nothing of its controls and files. This is the timer.
    """


def entry_of(page: st.Page) -> nav.PageEntry:
    """The entry of the navigation that a page was made from."""
    return next(entry for entry in nav.PAGES if entry.title == page.title)


def broken(error: DataError) -> None:
    """What a visitor reads while tables break their contract: which they are, and what to do.

    Row, value and remedy are a steward's: they are in the log (`lib.ui.edition`), and
    `python -m lib.check` lists them.
    """
    st.title(_("This page cannot be shown until a data error is fixed"))
    tables = sorted({offence.table.replace("/", ", ") for offence in error.offences})
    named = [f"**{provenance.plain(table.replace('_', ' '))}**" for table in tables[:TABLES_SHOWN]]
    st.markdown(
        ngettext(
            "We found a mistake in this table: {tables}.",
            "We found mistakes in these tables: {tables}.",
            len(named),
        ).format(tables="; ".join(named))
    )
    st.markdown(
        _(
            "Until it is fixed, we show no numbers rather than wrong ones. Nothing is wrong with "
            "your browser or your link. Please come back later: your link will still work."
        )
    )
    st.caption(_("Source: the check of these data, made when the page was opened."))


def failed(error: Exception) -> bool:
    """What a visitor reads where a page or a part of it could not be drawn.

    Returns:
        True: Streamlit's own box, which speaks of a log of its cloud, is not shown as well.
    """
    if isinstance(error, DataError):
        broken(error)
        return True
    st.error(
        _(
            "Something went wrong here, and this part cannot be shown. That is a fault of the "
            "dashboard and not of yours; it has been written down. Reload the page, or open it "
            "without what follows the question mark in its address."
        ),
        icon=":material/error:",
    )
    return True


def page_header(headline: str, introduction: str) -> None:
    """The page's one h1 and its opening words; unknown address parts are named, not obeyed."""
    if PagesManager.uses_pages_directory:
        # The first visitor of a cold process came by a deep link before any `st.navigation`
        # had run: Streamlit took pages/ for its older kind of app. Start again in the frame.
        PagesManager.uses_pages_directory = False
        st.rerun()
    st.title(provenance.heading(headline), anchor=False)
    st.markdown(introduction)  # as wide as the sentence under a headline: few lines
    odd_address(parameters.odd(st.query_params.to_dict()))


def odd_address(parts: Sequence[str]) -> None:
    """Say which parts of the address are not known here: the page is as it is without them."""
    if not parts:
        return
    st.info(
        ngettext(
            "This address asks for something this page does not know ({parts}). The page is "
            "shown as it is without that part.",
            "This address asks for things this page does not know ({parts}). The page is shown "
            "as it is without those parts.",
            len(parts),
        ).format(parts=provenance.plain(numbers.listing(parts))),
        icon=":material/link_off:",
    )


def section(title: str, words: str = "", *, anchor: str = "") -> None:
    """A part of the page: an h2 and, where it helps, a sentence on how to read it.

    A link within the page names its `anchor` (`parts`).
    """
    st.space("small")
    st.header(title, anchor=anchor or False)
    if words:
        st.markdown(words, width=MEASURE)


def parts(titles: Mapping[str, str]) -> None:
    """One line of links to the parts of a page: anchor -> title."""
    links = [f"[{provenance.heading(title)}](#{anchor})" for anchor, title in titles.items()]
    st.markdown(" · ".join(links))


def cards(figure_id: str) -> None:
    """The rows of a figure with `label`, `value` and `note` as cards, three in a row."""
    figure = library.figure(figure_id)
    with st.container(horizontal=True, key=f"cards-{figure_id}"):
        for row in figure.rows.itertuples():
            with st.container(border=True, width=CARD_WIDTH, height="stretch"):
                label, value = (provenance.heading(str(text)) for text in (row.label, row.value))
                st.metric(label, value)
                provenance.small(provenance.plain(str(row.note)))
    provenance.folded(figure, _("Where these numbers come from"), f"{figure_id}_open")
    slides.beside_sources(figure, {})


def _terms(named: str) -> str:
    """What the edition is, on what terms it may be used, and who makes it."""
    edition = library.store().edition
    return _(
        "{title}, edition {version} of {date}. Facts come from public sources under their "
        "own terms. Free to use with a citation. {who}"
    ).format(
        title=edition.title,
        version=edition.version,
        date=numbers.date(edition.date),
        who=maker.who(provenance.plain(named)),
    )


def end_page() -> None:
    """The footer: edition, date, terms, who makes it, and the way to report a number."""
    named = operator()
    kept(f"footer {named}", lambda: _footer(named))


def _footer(named: str) -> None:
    st.markdown(f"---\n\n{provenance.quiet(_terms(named))}", width="stretch")
    st.page_link(
        "pages/data_sources.py",
        label=_("Data and sources: check or report a number"),
        query_params={"tab": "download"},
    )

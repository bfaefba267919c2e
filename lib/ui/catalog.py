"""The catalog on the screen: find an indicator, look into a table, take the bundle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib.derive import spelling, vocabulary
from lib.i18n import _, ngettext
from lib.outputs import bundle, words
from lib.schema import OBSERVATIONS, TABLES
from lib.store import bundle_file, bundle_files
from lib.subjects.sources import words as catalog
from lib.ui import address, library, listing, parameters, provenance
from lib.ui.downloads import offer, offer_rows
from lib.ui.edition import per_edition
from lib.ui.heading import MEASURE
from lib.ui.kept import kept
from lib.ui.listing import ALL
from lib.wording import maker, numbers

if TYPE_CHECKING:
    from lib.schema import Table

parameters.own("subject", "domain", "table")

#: Rows of a table that are shown before it is downloaded.
PREVIEW_ROWS = 10

#: Searches and looks that are kept once made.
KEPT = 256


@st.fragment
def indicators() -> None:
    """Search the indicators; the chosen one opens as a card with every row it has."""
    with st.container(horizontal=True):
        words = address.sought("subject", _("Search by name, definition or caution"))
        domain = address.listed("domain", _("Subject area"), _domain_names(), width=200)
    names = _fitting(words, domain)
    counted = _counted(len(names))
    if not names:
        st.markdown(counted)
        return
    _card(address.listed("indicator", counted, names, width=MEASURE))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an indicator is found by: plain values, since a search reads them all."""

    indicator_id: str
    name: str
    domain: str
    words: str


@per_edition(maxsize=1)
def _entries() -> tuple[_Entry, ...]:
    held = library.store().table("indicators")
    columns = ("indicator_id", "name", "domain", "definition", "caveat")
    return tuple(
        _Entry(indicator_id, name, domain, spelling.plain(" ".join((indicator_id, name, *rest))))
        for indicator_id, name, domain, *rest in zip(*(held[c] for c in columns), strict=True)
    )


@per_edition(maxsize=1)
def _domains() -> tuple[str, ...]:
    """Every domain by its id."""
    return tuple(sorted({entry.domain for entry in _entries()}))


@per_edition(maxsize=1)
def _domain_names() -> dict[str, str]:
    """The choices of the domain; the first keeps everything."""
    labels = vocabulary.labels(library.store(), "domain")
    return {ALL: _("All"), **{each: labels[each] for each in _domains()}}


@per_edition(maxsize=KEPT)
def _fitting(words: tuple[str, ...], domain: str) -> dict[str, str]:
    """Id -> name of the indicators that hold every word and belong to the domain."""
    return {
        entry.indicator_id: entry.name
        for entry in _entries()
        if domain in (ALL, entry.domain) and all(word in entry.words for word in words)
    }


@per_edition(maxsize=KEPT)
def _counted(fits: int) -> str:
    if not fits:
        return _("No indicator matches. Try fewer or different words, or choose All.")
    return ngettext("{n} indicator matches", "{n} indicators match", fits).format(
        n=numbers.count(fits)
    )


@per_edition(maxsize=KEPT)
def _read_so(indicator_id: str) -> str:
    """The headline of an indicator, what it counts and how it may be read, as Markdown."""
    known = library.store().indicator(indicator_id)
    figure = library.figure("indicator_card", indicator=indicator_id)
    lines = [
        f"### {provenance.heading(figure.headline)}",
        provenance.plain(figure.subtitle),
        _("**What a higher value means.** {text}").format(text=catalog.direction(known)),
        _("**Read with care.** {text}").format(
            text=provenance.plain(known.caveat or _("No cautions noted."))
        ),
        _("**Do not compare or combine with.** {text}").format(
            text=provenance.plain(known.comparability or _("No cautions noted."))
        ),
    ]
    return "\n\n".join(lines)


#: Observations of so many letters are a table of the page, as in `figure.PLAIN`; a card brings
#: more words of its own.
LISTED = 4_500


def _card(indicator_id: str) -> None:
    """One indicator: what it counts, how it may be read, and its rows."""
    figure = library.figure("indicator_card", indicator=indicator_id)
    listed = _listed(indicator_id)

    def write() -> None:
        st.markdown(_read_so(indicator_id), width=MEASURE)
        if len(listed) <= LISTED:
            st.html(listed)
        else:
            rows = library.tabled("indicator_card", {"indicator": indicator_id})
            st.dataframe(rows, hide_index=True, alt=_named(indicator_id), key="indicator_rows")
        provenance.sources(figure)

    if len(listed) <= LISTED:
        kept(f"indicator {indicator_id}", write)
    else:
        write()
    offer_rows(_("CSV (these data points)"), figure)


def _named(indicator_id: str) -> str:
    return _("Data points: {name}").format(name=library.store().indicator(indicator_id).name)


@per_edition(maxsize=KEPT)
def _listed(indicator_id: str) -> str:
    """The observations of an indicator as a table of the page."""
    rows = library.tabled("indicator_card", {"indicator": indicator_id})
    return listing.written(rows.to_pandas(), _named(indicator_id))


@per_edition(maxsize=1)
def _paths() -> dict[str, Table]:
    """File of the bundle -> its contract."""
    named = {f"{name}.csv": table for name, table in TABLES.items()}
    return named | {f"observations/{domain}.csv": OBSERVATIONS for domain in _domains()}


@dataclass(frozen=True)
class _Look:
    """A look into one table: what a row is; its columns and first rows as HTML."""

    about: str
    tables: str


@per_edition(maxsize=KEPT)
def _look(path: str) -> _Look:
    table, held = _paths()[path], library.store()
    frame = (
        held.observations[held.observations["domain"] == path.split("/")[1].removesuffix(".csv")]
        if "/" in path
        else held.table(table.name)
    )
    about = _("{about} {n} rows. Each row is identified by: {key}.").format(
        about=provenance.plain(table.row),
        n=numbers.count(len(frame)),
        key=provenance.plain(numbers.listing(list(table.key))),
    )
    columns = pd.DataFrame(
        [{_("Column"): c.name, _("What it contains"): c.about} for c in table.columns]
    )
    first = frame[list(table.header)].head(PREVIEW_ROWS).astype(object)
    return _Look(
        about,
        listing.written(columns, _("Columns of {table}").format(table=path))
        + listing.written(
            first.where(first.notna(), ""), _("Sample rows of {table}").format(table=path)
        ),
    )


@st.fragment
def tables() -> None:
    """Look into one table: what a row is, its columns, its first rows, its file."""
    path = address.listed("table", _("Table"), {each: each for each in _paths()}, width=340)

    def write() -> None:
        look = _look(path)
        st.markdown(look.about, width=MEASURE)
        st.html(look.tables)

    kept(f"table {path}", write)
    offer(
        _("CSV (full table)"),
        path.replace("/", "_"),
        lambda: bundle.for_excel(bundle_file(library.store(), path)),
        key="table_csv",
    )


def by_address() -> str:
    """That programs and spreadsheets read the same by address, with the way to the list."""
    with words.reached_at(address.reached()):
        listed = words.link_of("data/")
    where = _("[the list of addresses]({link})").format(link=listed) if listed else "`/data/`"
    return _(
        "**For programs and spreadsheets.** Every table, every indicator and the data in every "
        "chart have an address that does not change, as CSV and JSON: see {where}."
    ).format(where=where)


def wrong_number() -> None:
    """What a reader does about a number that looks wrong; the steps of the keeper are folded."""
    operator = provenance.plain(words.operator())
    asked = _("**Does a number look wrong?** {send} {where}").format(
        send=maker.what_to_send(), where=maker.where_to_send(operator, words.contact())
    )
    st.markdown(asked, width=MEASURE)
    st.markdown(f"**{maker.title()}.** {maker.who(operator)}", width=MEASURE)
    with st.expander(maker.for_the_keeper()):
        st.markdown(
            _(
                "Change the row in the table, and keep its source and location accurate. Then check "
                "the file under Check new data (or run `python -m lib.check`). The check names each "
                "error by table, row, column and value, and says how to fix it. The data dictionary "
                "in the download explains every column."
            ),
            width=MEASURE,
        )


def whole_bundle() -> None:
    """The data package, how to cite it and how to correct it."""
    edition = library.store().edition
    root = f"california-palliative-care-progress-{edition.version}"
    offer(
        _("Download everything (ZIP: all tables, data dictionary, county map shapes)"),
        f"{root}.zip",
        lambda: bundle.zipped(bundle_files(library.store()), root),
        key="bundle_zip",
    )
    st.markdown(by_address(), width=MEASURE)
    st.markdown(
        _("**How to cite.** {text}").format(text=provenance.heading(catalog.citation(edition))),
        width=MEASURE,
    )
    wrong_number()
    st.markdown(
        _(
            "**Terms of use.** The code has an MIT license. Facts come from public sources, each "
            "under its own terms. You may use this collection freely if you cite it as shown "
            "above."
        ),
        width=MEASURE,
    )

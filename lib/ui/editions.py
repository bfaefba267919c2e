"""What changed between editions, and what a link from an earlier edition must say."""

from __future__ import annotations

import streamlit as st

from lib import pages
from lib.derive import editions
from lib.i18n import _
from lib.outputs import cells, changed
from lib.ui import address, library, listing, parameters, provenance
from lib.ui.downloads import offer
from lib.ui.edition import per_edition
from lib.ui.heading import MEASURE
from lib.wording import editions as words

#: The part of an address that names the edition a link was made with.
PARAMETER = "from_edition"

parameters.own("since", PARAMETER)


@st.fragment
def what_changed() -> None:
    """What later editions added, revised and withdrew since one that the reader chooses."""
    held = library.store()
    earlier = editions.versions(held)[:-1][::-1]
    if not earlier:
        st.markdown(words.nothing())
        return
    since = address.listed("since", _("Since edition"), {version: version for version in earlier})
    st.markdown("\n\n".join(_brought(since)), width=MEASURE)
    headlines = editions.headlines_since(held, since)
    changes = editions.changes_since(held, since)
    st.markdown(words.counts(editions.by_kind(changes), len(headlines)), width=MEASURE)
    if len(headlines):
        shown = changed.headlines(headlines)
        st.html(listing.written(shown, _("Chart headlines that changed")))
    if len(changes):
        st.html(listing.written(changed.by_table(changes), _("Changes by table")))
        offer(
            _("CSV (every change, row by row)"),
            f"changes-since-{since}.csv",
            lambda: cells.text(changes, cells.safe),
            key="changes_csv",
        )


def _brought(since: str) -> list[str]:
    """The editions after `since` and what each brought, the newest first."""
    table = library.store().table("editions").set_index("version")
    return [
        provenance.plain(words.brought(v, str(table.at[v, "date"]), str(table.at[v, "note"])))
        for v in editions.later(library.store(), since)[::-1]
    ]


@per_edition(maxsize=64)
def _lines(version: str, figure_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The headlines of these charts that changed after an edition, then and now."""
    rows = editions.headlines_since(library.store(), version)
    rows = rows[rows["figure_id"].isin(figure_ids)]
    return tuple(
        words.was_and_is(str(row.before).rstrip("."), str(row.after).rstrip("."))
        for row in rows.itertuples(index=False)
    )


def shared_from(path: str) -> None:
    """Where the address names an earlier edition: what reads differently on the page since."""
    version = st.query_params.get(PARAMETER, "")
    if not version:
        return
    held = editions.versions(library.store())
    if version == held[-1]:
        return
    if version not in held:
        st.info(provenance.plain(words.not_known(version[:20])), icon=":material/link_off:")
        return
    lines = _lines(version, tuple(pages.figures_of(path)))
    if not lines:
        st.info(words.shared_from(version), icon=":material/history:")
        return
    listed = "\n".join(f"- {provenance.plain(line)}" for line in lines)
    said = f"{words.changed_since(version, len(lines))}\n\n{listed}"
    st.info(said, icon=":material/history:")

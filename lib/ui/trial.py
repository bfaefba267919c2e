"""Check a file: a table tried in place of the one held, before it goes into an edition."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import figures, trial
from lib.i18n import _
from lib.outputs import tabular
from lib.store import file_names
from lib.store.sheets import SheetError, as_csv
from lib.ui import library, listing
from lib.ui.downloads import offer
from lib.ui.heading import MEASURE
from lib.wording import trial as words

if TYPE_CHECKING:
    from lib.trial import Changes, Trial

#: Rows of a list on the page; the files hold all.
LISTED = 100

#: Megabytes of a file; the largest table has a quarter of them.
LARGEST = 5

#: The result of a visitor's last file, so that no other control makes it again.
HELD = "trial_held"

#: Only the terminal may try these: which counts of people are protected is not for a visitor.
NOT_HERE = ("people_counts",)


@st.fragment
def check_a_file() -> None:
    """Take one table as CSV or XLSX; show what is wrong with it, or what it would change."""
    given = st.file_uploader(
        _("One table of this edition as CSV or XLSX"),
        type=["csv", "xlsx"],
        max_upload_size=LARGEST,
        key="trial_file",
        width=MEASURE,
    )
    st.markdown(words.purpose(), width=MEASURE)
    if given is None:
        _say_if_lost()
        return
    try:
        content = given.getvalue()
        if given.name.lower().endswith(".xlsx"):
            content = as_csv(content)
    except SheetError as error:
        st.error(str(error), icon=":material/error:")
        return
    name = _meant(given.name, content)
    if not name:
        return
    found = _found(name, content)
    if found is None:
        return
    if found.offences:
        _wrong(found)
    else:
        _sound(name, content, found)


def _say_if_lost() -> None:
    """Say so when the browser still names a file that the server does not have any more."""
    if st.session_state.get("trial_file") is not None:
        st.info(words.lost(), icon=":material/info:")


def _meant(file_name: str, content: bytes) -> str:
    """The table that the file is meant for: told by the file, or chosen."""
    names = [name for name in file_names() if name not in NOT_HERE]
    told = trial.recognized(file_name, content)
    picked = st.selectbox(
        _("The table it is meant for"),
        names,
        index=names.index(told) if told in names else None,
        placeholder=_("Neither its name nor its first line tells: choose"),
        key=f"trial_table_{file_name}",
        width=340,
    )
    return picked if picked in names else ""


def _found(name: str, content: bytes) -> Trial | None:
    """What came of the file: from this visitor's last trial, or made now."""
    token = (name, hashlib.sha256(content).hexdigest())
    held: tuple[tuple[str, str], Trial] | None = st.session_state.get(HELD)
    if held and held[0] == token:
        return held[1]
    bar = st.progress(0.0, text=words.progress(0))
    try:
        found = trial.tried(
            name, content, lambda share: bar.progress(share, text=words.progress(share))
        )
    except trial.BusyError:
        st.info(words.busy(), icon=":material/hourglass_top:")
        st.button(_("Check again"), key="trial_again")
        return None
    finally:
        bar.empty()
    st.session_state[HELD] = (token, found)
    return found


def _wrong(found: Trial) -> None:
    """Every offence, the first ones on the page and all in a file."""
    rows = pd.DataFrame(
        [
            {
                _("Table"): offence.table,
                _("Row"): str(offence.row) if offence.row else _("whole table"),
                _("Column"): offence.column,
                _("Value"): offence.value,
                _("What is wrong"): offence.problem,
                _("How to mend it"): offence.remedy,
            }
            for offence in found.offences
        ]
    )
    st.error(words.wrong(len(rows), LISTED), icon=":material/error:")
    st.html(listing.written(rows.head(LISTED), _("What is wrong with the file")))
    offer(
        _("CSV (everything that is wrong)"),
        "report.csv",
        lambda: rows.map(tabular.safe).to_csv(index=False, lineterminator="\n"),
        key="trial_report",
    )


def _sound(name: str, content: bytes, found: Trial) -> None:
    """What a table that keeps its contract would change."""
    path = f"{name}.csv"
    differ = trial.changes(library.store(), name, content)
    st.success(
        words.sound(path, len(differ.added), len(differ.removed), len(differ.cells)),
        icon=":material/check_circle:",
    )
    _headlines(found)
    _changes(differ)
    st.markdown(words.next_step(path), width=MEASURE)
    offer(_("CSV (the table as data/ holds it)"), path.replace("/", "_"), lambda: content,
          key="trial_csv")  # fmt: skip


def _headlines(found: Trial) -> None:
    """The headlines that would read differently, old beside new."""
    now = {
        figure_id: library.figure(figure_id, **figures.defaults(figure_id)).headline
        for figure_id in found.headlines
    }
    changed = pd.DataFrame(
        [
            {_("Figure"): figure_id, _("Now"): now[figure_id], _("With this file"): headline}
            for figure_id, headline in found.headlines.items()
            if headline != now[figure_id]
        ]
    )
    st.markdown(words.headlines(len(changed), len(now)), width=MEASURE)
    if len(changed):
        st.html(listing.written(changed, _("Headlines that would change")))


def _changes(differ: Changes) -> None:
    """The rows and cells that differ, the first ones listed."""
    changed = pd.DataFrame(
        [
            {_("Row"): each.key, _("Column"): each.column, _("Now"): each.before,
             _("With this file"): each.after}
            for each in differ.cells[:LISTED]
        ]
    )  # fmt: skip
    if len(changed):
        st.markdown(
            _("**Cells that would change.** {cut}").format(
                cut=words.first_listed(LISTED, len(differ.cells))
            )
        )
        st.html(listing.written(changed, _("Cells that would change")))
    for title, keys in (
        (_("Rows that would come in"), differ.added),
        (_("Rows that would go"), differ.removed),
    ):
        if keys:
            rows = pd.DataFrame({_("Row, by its key"): list(keys[:LISTED])})
            st.markdown(f"**{title}.** {words.first_listed(LISTED, len(keys))}")
            st.html(listing.written(rows, title))

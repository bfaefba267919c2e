"""Check a file: a table tried in place of the one held, before it goes into an edition."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import figures, trial
from lib.i18n import _
from lib.outputs import cells
from lib.store import bundle_files, file_names
from lib.trial.model import NOT_HERE, NoteKind
from lib.trial.turns import Visitor
from lib.ui import library, listing, provenance
from lib.ui.downloads import offer
from lib.ui.heading import MEASURE
from lib.wording import trial as words

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from lib.trial import Changes, Trial

#: Rows of a list on the page; the files hold all.
LISTED = 100

#: Megabytes of a file; the largest table has a quarter of them.
LARGEST = 5

#: The result of a visitor's last file, so that no other control makes it again.
HELD = "trial_held"

#: Tells one visit from another while files wait for their turn.
VISIT = "trial_visit"


@dataclass(frozen=True)
class _Held:
    """What came of a file, and the table that it was tried for ("" where the file tells)."""

    file_id: str
    chosen: str
    found: Trial

    def answers(self, file_id: str, chosen: str) -> bool:
        """True where this is what came of that file, tried for that table."""
        return self.file_id == file_id and chosen in (self.chosen, self.found.table)


@st.fragment
def check_a_file() -> None:
    """Take one table as CSV or XLSX; show what is wrong with it, or what it would change."""
    given = st.file_uploader(
        _("One table of this edition as CSV or XLSX"),
        type=["csv", "tsv", "txt", "xlsx", "xls"],
        max_upload_size=LARGEST,
        key="trial_file",
        width=MEASURE,
    )
    st.markdown(words.purpose(), width=MEASURE)
    if given is None:
        _say_if_lost()
        return
    key = f"trial_table_{given.file_id}"
    found = _found(given, st.session_state.get(key) or "")
    if found is not None:
        _answer(found, key)


def _answer(found: Trial, key: str) -> None:
    """What came of a file, and the choice of its table."""
    if not found.refusal or st.session_state.get(key):
        _meant(found, key)
    if found.refusal:
        st.error(provenance.plain(found.refusal), icon=":material/error:")
        return
    if not found.table:
        return
    if found.causes:
        _wrong(found)
    else:
        _sound(found)


def _say_if_lost() -> None:
    """Say so when the browser still names a file that the server does not have any more."""
    if st.session_state.get("trial_file") is not None:
        st.info(words.lost(), icon=":material/info:")


def _meant(found: Trial, key: str) -> None:
    """The table that the file is meant for: told by the file, or chosen; a change tries it anew."""
    names = [name for name in file_names(library.store().files) if name not in NOT_HERE]
    st.selectbox(
        _("The table it is meant for"),
        names,
        index=names.index(found.table) if found.table in names else None,
        placeholder=_("Neither its name nor its rows tell: choose"),
        key=key,
        width=340,
    )


def _found(given: UploadedFile, chosen: str) -> Trial | None:
    """What came of the file: from this visitor's last trial, or made now."""
    held: _Held | None = st.session_state.get(HELD)
    if held and held.answers(given.file_id, chosen):
        return held.found
    bar = st.progress(0.0, text=words.progress(0))
    try:
        found = trial.tried(
            trial.Given(given.name, given.getvalue(), chosen),
            bundle_files(library.store()),
            lambda share: bar.progress(share, text=words.progress(share)),
            _visitor(),
            lambda before: bar.progress(0.0, text=words.waiting(before)),
        )
    except trial.BusyError:
        st.info(words.busy(), icon=":material/hourglass_top:")
        st.button(_("Check again"), key="trial_again")
        return None
    finally:
        bar.empty()
    st.session_state[HELD] = _Held(given.file_id, chosen, found)
    return found


def _visitor() -> Visitor:
    """Who gives the file, as far as a fair turn needs it; kept for the visit only."""
    visit = st.session_state.setdefault(VISIT, uuid.uuid4().hex)
    return Visitor(visit, st.context.ip_address or "")


def _notes(found: Trial, kind: NoteKind, title: str) -> None:
    """The sentences of one kind as a list, nothing where there is none."""
    told = found.told(kind)
    if told:
        lines = [f"**{title}**", "", *(f"- {provenance.plain(text)}" for text in told)]
        st.markdown("\n".join(lines), width=MEASURE)


def _how_read(found: Trial) -> None:
    _notes(found, NoteKind.MENDED, _("Mended on the way, in the copy below"))
    _notes(found, NoteKind.DOUBT, _("Look twice"))
    _notes(found, NoteKind.READ, _("How the file was read"))


def _wrong(found: Trial) -> None:
    """Every cause on the page, and every offence in a file."""
    rows = pd.DataFrame(
        [
            {
                _("What is wrong"): cause.problem,
                _("How to mend it"): cause.remedy,
                _("Column"): cause.column,
                _("Value"): ", ".join(cause.values),
                _("Row"): words.rows(cause.rows, cause.count),
                _("Table"): cause.table,
            }
            for cause in found.causes
        ]
    )
    st.error(words.wrong(len(rows), len(found.offences), LISTED), icon=":material/error:")
    st.html(listing.written(rows.head(LISTED), _("What is wrong with the file")))
    offer(
        _("CSV (everything that is wrong)"), "report.csv", lambda: _report(found),
        key="trial_report",
    )  # fmt: skip
    _how_read(found)
    if found.told(NoteKind.MENDED):
        offer(
            _("CSV (the copy with what was mended; what is wrong is still in it)"),
            f"{found.table}.csv".replace("/", "_"),
            lambda: found.mended,
            key="trial_copy",
        )


def _report(found: Trial) -> str:
    """Every offence, row by row."""
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
    # A value stands as the visitor typed it.
    return cells.text(rows, cells.safe)


def _sound(found: Trial) -> None:
    """What a table that keeps its contract would change."""
    path = f"{found.table}.csv"
    differ, mended = found.changes, len(found.told(NoteKind.MENDED))
    said = words.sound(
        path, differ.added_count, differ.removed_count, differ.cells_count, mended=mended
    )
    if mended:
        st.warning(said, icon=":material/build:")
    else:
        st.success(said, icon=":material/check_circle:")
    _how_read(found)
    _headlines(found)
    _changes(found.changes)
    st.markdown(words.next_step(path), width=MEASURE)
    offer(_("CSV (the table as data/ holds it)"), path.replace("/", "_"), lambda: found.mended,
          key="trial_csv")  # fmt: skip


def _headlines(found: Trial) -> None:
    """The headlines that would read differently, old beside new."""
    now = {
        figure_id: library.figure(
            figure_id, **figures.defaults(figure_id, library.store())
        ).headline
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
            for each in differ.cells
        ]
    )  # fmt: skip
    if len(changed):
        st.markdown(
            _("**Cells that would change.** {cut}").format(
                cut=words.first_listed(len(changed), differ.cells_count)
            )
        )
        st.html(listing.written(changed, _("Cells that would change")))
    for title, keys, count in (
        (_("Rows that would come in"), differ.added, differ.added_count),
        (_("Rows that would go"), differ.removed, differ.removed_count),
    ):
        if keys:
            rows = pd.DataFrame({_("Row, by its key"): list(keys)})
            st.markdown(f"**{title}.** {words.first_listed(len(keys), count)}")
            st.html(listing.written(rows, title))

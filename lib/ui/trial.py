"""Check new data: files tried in place of the tables we have, before they make an edition."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from lib import figures, trial
from lib.derive import reports
from lib.i18n import _
from lib.store import bundle_files, file_names
from lib.trial import limits
from lib.trial.model import NOT_HERE, Step
from lib.trial.prints import print_of
from lib.trial.turns import Visitor
from lib.ui import library, provenance, templates, trial_found
from lib.ui.edition import per_edition
from lib.ui.figure import mode
from lib.ui.heading import MEASURE
from lib.wording import trial as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from lib.trial import Piece, Trial
    from lib.trial.prints import Print

T = TypeVar("T")

#: The result of a visitor's last files, so that no other control makes it again.
HELD = "trial_held"

#: How many uploaders this visit has had, and whether files of the last one were lost.
UPLOADERS, LOST = "trial_uploaders", "trial_lost"

#: Tells one visit from another while files wait for their turn.
VISIT = "trial_visit"

#: Where in the whole of a trial each step begins and ends.
SPANS = {
    Step.READING: (0.0, 0.15),
    Step.CHECKING: (0.15, 0.2),
    Step.FIGURES: (0.2, 0.8),
    Step.PICTURES: (0.8, 1.0),
}


@dataclass(frozen=True)
class _Choice:
    """What a visitor said of a file that did not tell: its table, its report year."""

    table: str = ""
    year: int | None = None


@dataclass(frozen=True)
class _Held:
    """What came of files, what was chosen for each, and against which edition."""

    files: tuple[str, ...]
    choices: tuple[_Choice, ...]
    found: Trial
    names: tuple[str, ...]
    edition: str

    @property
    def is_of_today(self) -> bool:
        """True where the edition that the files were held against is still in force."""
        return self.edition == library.store().edition.version

    def answers(self, files: tuple[str, ...], choices: tuple[_Choice, ...]) -> bool:
        """True where this is what came of these files with these choices."""
        return (
            self.is_of_today
            and self.files == files
            and all(
                now == then or (not then.table and now == replace(then, table=self._told(place)))
                for place, (then, now) in enumerate(zip(self.choices, choices, strict=True))
            )
        )

    def _told(self, file: int) -> str:
        """The table that a file was read as by itself."""
        return next((piece.table for piece in self.found.pieces if piece.file == file), "")


@st.fragment
def check_new_data() -> None:
    """Take tables, a ZIP or the state's workbook; show what is wrong, or what would change."""
    key = f"trial_file_{st.session_state.get(UPLOADERS, 0)}"
    given = st.file_uploader(
        _("Tables (CSV or XLSX), a ZIP of tables, or the state's hospital workbook"),
        type=None,  # the reader says of a file of another kind what to save it as
        accept_multiple_files=True,
        max_upload_size=limits.LARGEST,
        key=key,
        on_change=_forget,
        width=MEASURE,
    )
    lost = len(st.session_state.get(key) or ()) > len(given)
    if lost and not given:
        # The browser lists files of which none is here: another uploader lists none.
        st.session_state[UPLOADERS] = st.session_state.get(UPLOADERS, 0) + 1
        st.session_state[LOST] = True
        st.rerun()
    answer = st.container()
    st.markdown(f"{words.purpose()} {_workbook()}", width=MEASURE)
    templates.offered()
    with answer:  # right under the files; what it is about is drawn before the check takes its time
        _of_files(given, lost=lost)


def _workbook() -> str:
    """Where the state's next workbook will be: where its latest one is."""
    store = library.store()
    source = store.source(reports.newest_source(store))
    return words.workbook(source.url, reports.newest(store))


def _of_files(given: Sequence[UploadedFile], *, lost: bool) -> None:
    """What came of the files that were dropped, or of those dropped earlier."""
    if given and not lost:
        st.session_state.pop(LOST, None)
    if lost or st.session_state.get(LOST):
        st.info(words.some_lost() if given else words.lost(), icon=":material/info:", width=MEASURE)
    if not given:
        _earlier()
        return
    found = _found(given)
    if found is not None:
        _answer(found, given)


def _forget() -> None:
    """Drop what came of the last files: the visitor has changed them."""
    st.session_state.pop(HELD, None)


def _earlier() -> None:
    """What came of files dropped earlier in this visit: another tab or page has taken them."""
    held: _Held | None = st.session_state.get(HELD)
    if held is None or not held.is_of_today:
        return
    names = [provenance.plain(name) for name in held.names]
    st.info(words.earlier(names), icon=":material/history:", width=MEASURE)
    st.button(_("Clear this answer"), on_click=_forget, key="trial_forget")
    _answer(held.found)


def _answer(found: Trial, given: Sequence[UploadedFile] = ()) -> None:
    """What came of the files, and, while they are here, what those do not tell."""
    if found.refusal:
        st.error(provenance.plain(found.refusal), icon=":material/error:")
        return
    trial_found.refused(found)
    for piece in found.pieces if given else ():
        _ask(piece, given[piece.file], alone=len(found.pieces) == 1)
    if found.refused or any(piece.asks for piece in found.pieces):
        return
    if found.causes:
        trial_found.wrong(found)
    else:
        trial_found.sound(found, _more)


def _key(kind: str, file: UploadedFile) -> str:
    return f"trial_{kind}_{file.file_id}"


def _ask(piece: Piece, file: UploadedFile, *, alone: bool) -> None:
    """The table or the year of a file, where it does not tell; a change tries it anew."""
    if piece.years:
        st.selectbox(
            _("Report year of {file}").format(file=provenance.plain(piece.name)),
            piece.years,
            index=None,
            placeholder=_("Choose the year"),
            key=_key("year", file),
            width=340,
        )
        return
    key = _key("table", file)
    chosen = st.session_state.get(key)
    if not (piece.asks or chosen or (alone and piece.table)):
        return
    names = [name for name in file_names(library.store().files) if name not in NOT_HERE]
    st.selectbox(
        _("Which table is this?")
        if alone
        else _("Which table is {file}?").format(file=provenance.plain(piece.name)),
        names,
        index=names.index(piece.table) if piece.table in names else None,
        placeholder=_("Neither its name nor its rows tell: choose"),
        key=key,
        width=340,
    )


def _choices(given: Sequence[UploadedFile]) -> tuple[_Choice, ...]:
    """What was chosen for each file, remembered also while its control is not drawn."""
    return tuple(
        _Choice(
            st.session_state.get(_key("table", file)) or "",
            st.session_state.get(_key("year", file)),
        )
        for file in given
    )


def _found(given: Sequence[UploadedFile]) -> Trial | None:
    """What came of the files: from this visitor's last trial, or made now."""
    files, choices = tuple(file.file_id for file in given), _choices(given)
    held: _Held | None = st.session_state.get(HELD)
    if held and held.answers(files, choices):
        return held.found
    asked = trial.Request(
        [
            trial.Given(file.name, file.getvalue(), choice.table, choice.year)
            for file, choice in zip(given, choices, strict=True)
        ],
        handed(),
        mode=mode().value,
        prints=_prints(),
    )
    found = _waited(lambda tell, waiting: trial.tried(asked, tell, _visitor(), waiting))
    if found is not None:
        names, edition = tuple(file.name for file in given), library.store().edition.version
        st.session_state[HELD] = _Held(files, choices, found, names, edition)
    return found


def _waited(
    work: Callable[[Callable[[Step, float], object], Callable[[int], object]], T],
) -> T | None:
    """What `work` gives, with a bar while it goes on; None where others take too long."""
    bar = st.progress(0.0, text=words.reading(0))
    said = {
        Step.READING: words.reading,
        Step.CHECKING: lambda _share: words.checking(),
        Step.FIGURES: words.building,
        Step.PICTURES: words.drawing,
    }

    def tell(step: Step, share: float) -> None:
        first, last = SPANS[step]
        bar.progress(first + share * (last - first), text=said[step](share))

    try:
        return work(tell, lambda before: bar.progress(0.0, text=words.waiting(before)))
    except trial.BusyError:
        st.info(words.busy(), icon=":material/hourglass_top:")
        st.button(_("Check again"), key="trial_again")
        return None
    finally:
        bar.empty()


def _more(found: Trial) -> Trial:
    """`found` with the next charts that would look different; kept for the next time."""
    names = found.changed[len(found.pictures) :][: trial_found.AT_ONCE]
    asked = trial.Request([], handed(), found.files, names, mode().value)
    drawn = _waited(lambda tell, waiting: trial.drawn(asked, tell, _visitor(), waiting))
    more = replace(found, pictures=(*found.pictures, *(drawn or ())))
    held: _Held | None = st.session_state.get(HELD)
    if held and drawn:
        st.session_state[HELD] = replace(held, found=more)
    return more


def handed() -> dict[str, bytes]:
    """The files of this edition as everybody may take them away, its stories among them."""
    return trial_found.handed(bundle_files(library.store()))


@per_edition(maxsize=1)
def _prints() -> dict[str, Print]:
    """What tells the figures of this edition from those of the files."""
    return {figure_id: print_of(library.figure(figure_id)) for figure_id in figures.REGISTRY}


def _visitor() -> Visitor:
    """Who gives the files, as far as a fair turn needs it; kept for the visit only."""
    visit = st.session_state.setdefault(VISIT, uuid.uuid4().hex)
    return Visitor(visit, st.context.ip_address or "")

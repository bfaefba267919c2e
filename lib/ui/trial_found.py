"""What came of a visitor's files, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib.i18n import _
from lib.outputs import bundle, cells
from lib.store import bundle_files
from lib.trial.model import NoteKind
from lib.ui import library, listing, provenance
from lib.ui.downloads import offer
from lib.ui.heading import MEASURE
from lib.wording import trial as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lib.trial.model import Cause, Changes, Picture, Trial

#: Rows of a list on the page; the files have all.
LISTED = 100

#: Charts that are drawn at a time.
AT_ONCE = 6

#: Tables that are offered one by one.
MOST_COPIES = 6

#: Parts of a report that stand open: what was read, and who answered what.
OPEN = 2


def refused(found: Trial) -> None:
    """Each file that cannot be read, and why."""
    several = len(found.pieces) > 1
    for piece in found.refused:
        said = provenance.plain(piece.refusal)
        if several:
            said = f"**{provenance.plain(piece.name)}**: {said}"
        st.error(said, icon=":material/error:")


def wrong(found: Trial) -> None:
    """Every cause on the page, and every error in a file."""
    rows = _listed_causes(found.causes)
    said = words.wrong(len(rows), len(found.offences), LISTED, len(found.pieces))
    st.error(said, icon=":material/error:")
    st.html(listing.written(rows.head(LISTED), _("What is wrong with the files")))
    offer(_("CSV (all errors)"), "report.csv", lambda: _report(found), key="trial_report")
    accounts(found)
    _how_read(found)
    if found.told(NoteKind.MENDED):
        _copies(found, _("CSV ({table}, repaired; what is wrong is still in it)"))


def _report(found: Trial) -> str:
    """Every error, row by row; of a report, by cause."""
    told = {offence.table for offence in found.offences}
    names = [
        _("Table"), _("Row"), _("Column"), _("Value"), _("What is wrong"), _("How to fix it"),
    ]  # fmt: skip
    rows = [
        (o.table, str(o.row) if o.row else _("whole table"), o.column, o.value, o.problem, o.remedy)
        for o in found.offences
    ]
    causes = _listed_causes([cause for cause in found.causes if cause.table not in told])
    every = pd.concat([pd.DataFrame(rows, columns=names), causes])[names]
    return cells.text(every, cells.safe)  # a value stands as the visitor typed it


def _listed_causes(causes: Sequence[Cause]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("What is wrong"): [cause.problem for cause in causes],
            _("How to fix it"): [cause.remedy for cause in causes],
            _("Column"): [cause.column for cause in causes],
            _("Value"): [", ".join(cause.values) for cause in causes],
            _("Row"): [words.rows(cause.rows, cause.count) for cause in causes],
            _("Table"): [cause.table for cause in causes],
        }
    )


def sound(found: Trial, more: Callable[[Trial], Trial]) -> None:
    """What files that pass every check would change; `more` draws the next charts."""
    mended = len(found.told(NoteKind.MENDED))
    names = list(dict.fromkeys(provenance.plain(piece.name) for piece in found.pieces))
    files = len({piece.file for piece in found.pieces})
    said = words.sound(names, len(found.changes), mended=mended, files=files)
    if mended:
        st.warning(said, icon=":material/build:")
    else:
        st.success(said, icon=":material/check_circle:")
    if found.files:
        _taken(found)
    accounts(found)
    _how_read(found)
    if found.files:
        _changes(found.changes)
        _headlines(found)
        _pictures(found, more)
    _copies(found, _("CSV ({table}, ready for data/)"))


def accounts(found: Trial) -> None:
    """What the state's reports say, as the terminal prints it."""
    for piece in found.pieces:
        for place, part in enumerate(piece.account):
            if place < OPEN:
                st.markdown(_listed(part), width=MEASURE)
            else:
                with st.expander(provenance.plain(part[0])):
                    st.markdown(_listed(part, head=False))


def _listed(part: Sequence[str], *, head: bool = True) -> str:
    """A part of a report as a list; a line with more spaces before it stands under the one above."""
    lines = [f"**{provenance.plain(part[0])}**", ""] if head else []
    for line in part[1:]:
        text = line.lstrip()
        deep = (len(line) - len(text)) // 2 - 1
        lines.append(f"{'    ' if deep > 0 else ''}- {provenance.plain(text)}")
    return "\n".join(lines)


def _notes(found: Trial, kind: NoteKind, title: str) -> None:
    """The sentences of one kind as a list, nothing where there is none."""
    told = found.told(kind)
    if told:
        lines = [f"**{title}**", "", *(f"- {provenance.plain(text)}" for text in told)]
        st.markdown("\n".join(lines), width=MEASURE)


def _how_read(found: Trial) -> None:
    _notes(found, NoteKind.MENDED, _("Repaired on the way, in the copy below"))
    _notes(found, NoteKind.DOUBT, _("Look twice"))
    _notes(found, NoteKind.READ, _("How the files were read"))


def _headlines(found: Trial) -> None:
    """The headlines that would read differently, old beside new."""
    st.markdown(words.headlines(len(found.headlines), found.figures), width=MEASURE)
    if found.headlines:
        rows = pd.DataFrame(
            [
                {_("Now"): each.before, _("With the new data"): each.after}
                for each in found.headlines
            ]
        ).drop_duplicates()  # some charts share a headline
        st.html(listing.written(rows, _("Headlines that would change")))


def _pictures(found: Trial, more: Callable[[Trial], Trial]) -> None:
    """The charts that would look different, as they are and as they would be."""
    if not found.changed:
        return
    head, first = st.empty(), 0
    while True:
        shown = len(found.pictures)
        head.markdown(words.pictured(shown, len(found.changed)), width=MEASURE)
        for picture in found.pictures[first:]:
            _pair(picture)
        left = len(found.changed) - shown
        if not left or not _asked(left, shown):
            return
        first, found = shown, more(found)
        if len(found.pictures) == first:
            return


def _asked(left: int, shown: int) -> bool:
    """A button for the next charts, which goes when it was pressed."""
    place = st.empty()
    label, key = words.more_pictures(min(left, AT_ONCE)), f"trial_more_{shown}"
    pressed = place.button(label, key=key, icon=":material/compare:")
    if pressed:
        place.empty()
    return pressed


def _pair(picture: Picture) -> None:
    """One chart twice, side by side; on a phone one above the other."""
    halves = (
        (_("Now"), picture.before, picture.alt_before),
        (_("With the new data"), picture.after, picture.alt_after),
    )
    for column, (title, drawn, alt) in zip(st.columns(2, border=True), halves, strict=True):
        with column:
            provenance.small(f"**{title}**")
            st.image(drawn, alt=alt, width="stretch")


def _changes(changes: Mapping[str, Changes]) -> None:
    """The rows and cells that differ, table by table, the first ones listed."""
    for table, differ in changes.items():
        counts = differ.added_count, differ.removed_count, differ.cells_count
        with st.expander(provenance.plain(words.table_changes(table, *counts))):
            _table(table, differ)


def _table(table: str, differ: Changes) -> None:
    if differ.cells:
        cut = words.first_listed(len(differ.cells), differ.cells_count)
        rows = pd.DataFrame(
            [
                {_("Row"): each.key, _("Column"): each.column, _("Now"): each.before,
                 _("With the new data"): each.after}
                for each in differ.cells
            ]
        )  # fmt: skip
        st.markdown(_("**Cells that would change.** {cut}").format(cut=cut))
        named = _("Cells of {table} that would change").format(table=table)
        st.html(listing.written(rows, named))
    for title, keys, count in (
        (_("Rows that would be added"), differ.added, differ.added_count),
        (_("Rows that would be removed"), differ.removed, differ.removed_count),
    ):
        if keys:
            rows = pd.DataFrame({_("Row, by its identifier"): list(keys)})
            st.markdown(f"**{title}.** {words.first_listed(len(keys), count)}")
            st.html(listing.written(rows, f"{title}: {table}"))


def _taken(found: Trial) -> None:
    """The new data to take away."""
    st.markdown(words.next_step(found.version), width=MEASURE)
    offer(
        _("ZIP (the new data folder, edition {version})").format(version=found.version),
        f"data-{found.version}.zip",
        lambda: new_data(found),
        key="trial_zip",
    )


def new_data(found: Trial) -> bytes:
    """The data folder with the new files in it, as a ZIP."""
    return bundle.folder({**handed(bundle_files(library.store())), **found.files})


def handed(public: Mapping[str, bytes]) -> dict[str, bytes]:
    """The public files of this edition and its stories."""
    held = library.store().files
    return {**public, **{name: held[name] for name in held if name.startswith("stories/")}}


def _copies(found: Trial, label: str) -> None:
    """Each table that was given, as `data/` has it."""
    tables = [piece for piece in found.pieces if piece.table and piece.mended]
    if len(tables) > MOST_COPIES:
        return  # the ZIP has them all
    with st.container(horizontal=True):
        for piece in tables:
            offer(
                label.format(table=piece.table),
                f"{piece.table}.csv".replace("/", "_"),
                lambda content=piece.mended: content,  # type: ignore[misc]
                key=f"trial_csv_{piece.table}",
            )

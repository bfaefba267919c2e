"""What was mended, in one sentence for each cause and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.trial.model import Note, NoteKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.trial.cells import Repair

#: Examples that a sentence gives.
SHOWN = 3


def repairs(found: Mapping[str, Sequence[Repair]], numbers: Sequence[int]) -> list[Note]:
    """A sentence for each cause.

    Args:
        found: column -> its repairs, each with the row of the table.
        numbers: the row of the file on which each row of the table starts.
    """
    kinds: dict[str, dict[str, list[Repair]]] = {}
    for column, repaired in found.items():
        for repair in repaired:
            kinds.setdefault(repair.kind, {}).setdefault(column, []).append(repair)
    return [_note(kind, columns, numbers) for kind, columns in kinds.items()]


def _note(kind: str, columns: Mapping[str, Sequence[Repair]], numbers: Sequence[int]) -> Note:
    group = [repair for repaired in columns.values() for repair in repaired]
    pairs = list(dict.fromkeys((repair.before, repair.after) for repair in group))
    cause = _causes()[kind].format(
        column=", ".join(columns),
        pairs=", ".join(
            _("“{before}” is read as {after}").format(before=_seen(before), after=after)
            for before, after in pairs[:SHOWN]
        ),
    )
    where = rows_in_words(sorted({numbers[repair.row] for repair in group}))
    counted = ngettext("({n} cell, {rows})", "({n} cells, {rows})", len(group)).format(
        n=f"{len(group):,}", rows=where
    )
    return Note(NoteKind.MENDED, f"{cause} {counted}")


def rows_in_words(rows: Sequence[int]) -> str:
    """The first rows by number, and how many more there are."""
    said = ", ".join(str(row) for row in rows[:SHOWN])
    if len(rows) <= SHOWN:
        return ngettext("row {rows}", "rows {rows}", len(rows)).format(rows=said)
    return _("rows {rows} and {n} more").format(rows=said, n=f"{len(rows) - SHOWN:,}")


#: What a reader would not see, and the signs of what breaks a line or jumps in it.
UNSEEN = "\u00a0\u202f\u2007\u2009\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"
WRITTEN = str.maketrans(
    {letter: f"[U+{ord(letter):04X}]" for letter in UNSEEN} | {"\n": "↵", "\t": "⇥"}
)


def _seen(text: str) -> str:
    """`text` with the spaces and letters that nobody sees written out."""
    shown = text.translate(WRITTEN)
    return shown if len(shown) <= 60 else shown[:60] + "…"


def _causes() -> Mapping[str, str]:
    """Kind of repair -> what happened, with the place for examples."""
    return {
        "unseen": _(
            "{column}: spaces that do not break, or letters that cannot be seen, make a value "
            "that looks like another one and is not: {pairs}."
        ),
        "spaces": _("{column}: spaces or line breaks too many: {pairs}."),
        "zero": _(
            "{column}: a leading zero was lost, as spreadsheets take codes for numbers: {pairs}."
        ),
        "serial": _("{column}: dates are day numbers of a spreadsheet: {pairs}."),
        "local": _("{column}: a spreadsheet rewrote the dates in local form: {pairs}."),
        "assumed": _(
            "{column}: dates are in local form, and nothing tells whether the day or the month "
            "comes first; the month is taken to, as in the United States: {pairs}."
        ),
        "digits": _("{column}: digits or signs of another script: {pairs}."),
        "form": _("{column}: a code or number is in another form: {pairs}."),
        "exponent": _(
            "{column}: a spreadsheet wrote numbers with an exponent and may have rounded them: {pairs}."
        ),
        "thousands": _("{column}: numbers with marks between thousands, or a currency: {pairs}."),
        "comma": _("{column}: numbers with a comma before decimals: {pairs}."),
        "retyped": _(
            "{column}: a spreadsheet took words for a number, a date or a percentage: {pairs}."
        ),
        "alike": _(
            "{column}: values that look like one on this dashboard and are written with other "
            "letters: {pairs}."
        ),
    }

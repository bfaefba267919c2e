"""Cells that a spreadsheet spoiled: what each was meant to be, or why nobody can tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lib.schema import Kind
from lib.trial import dates, digits, faults
from lib.trial.spoiled import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lib.schema import Column
    from lib.trial.faults import Words

#: Letters that nobody sees, and spaces that look like the usual one.
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-",
                       "—": "-", "−": "-"})  # fmt: skip


@dataclass(frozen=True)
class Repair:
    """One cell that is read as another text; `kind` names the cause."""

    kind: str
    row: int
    before: str
    after: str


@dataclass
class Mended:
    """One column: its cells as they are meant, what was mended, and what nobody can mend."""

    cells: list[str]
    repairs: list[Repair] = field(default_factory=list)
    faults: list[faults.Fault] = field(default_factory=list)

    def accuse(self, row: int, column: Column, words: Words) -> None:
        """Say of a cell that nobody can mend it."""
        self.faults.append(faults.Fault(row, column.name, self.cells[row], *words))

    def read(self, row: int, kind: str, after: str) -> None:
        """Read a cell as another text; without a kind of repair it is not told."""
        if kind:
            self.repairs.append(Repair(kind, row, self.cells[row], after))
        self.cells[row] = after


@dataclass(frozen=True)
class Setting:
    """What helps to tell what a cell means.

    `held` are the texts that the column has in this edition. `precise` holds the cells of
    `date_precision` of the same rows, where the table has it; `order` is that of all local dates
    of the file.
    """

    held: frozenset[str] = frozenset()
    comma_free: bool = False
    precise: Sequence[str] = ()
    order: dates.Order = dates.Order.ASSUMED


def mended(column: Column, cells: Sequence[str], setting: Setting) -> Mended:
    """One column of a file as its contract writes it, as far as its cells tell."""
    out = Mended(list(cells))
    _each(out, _spaces)
    errors = [row for row, cell in enumerate(out.cells) if faults.ERROR.fullmatch(cell)]
    for row in errors:
        out.accuse(row, column, faults.error())
    if column.kind in (Kind.WHOLE, Kind.NUMBER):
        _numbers(out, column, setting)
    elif column.kind is Kind.DATE:
        _dates(out, column, setting)
    elif column.pattern:
        _codes(out, column)
    else:
        _words(out, column, setting)
    return out


def _each(out: Mended, step: Callable[[str], tuple[str, str]]) -> None:
    """Apply a step, text -> (kind, text), to each different cell once; kind "" is not told."""
    done: dict[str, tuple[str, str]] = {}
    for row, cell in enumerate(out.cells):
        if not cell:
            continue
        if cell not in done:
            done[cell] = step(cell)
        kind, after = done[cell]
        if after != cell:
            out.read(row, kind, after)


def _spaces(cell: str) -> tuple[str, str]:
    """A cell without letters that nobody sees, and with usual spaces, one at a time."""
    bare = UNSEEN.sub("", cell)
    usual = SPACES.sub(" ", bare)
    plain = re.sub(r"\s+", " ", usual).strip()
    if usual != cell and plain != cell:
        return "unseen", plain
    return "spaces", plain


def _numbers(out: Mended, column: Column, setting: Setting) -> None:
    comma = digits.comma_is_point(out.cells, comma_free=setting.comma_free)
    done: dict[str, digits.Reading] = {}
    for row, cell in enumerate(out.cells):
        if not cell or faults.ERROR.fullmatch(cell):
            continue
        reading = done.setdefault(cell, digits.read(cell, column, comma_is_point=comma))
        if reading.fault:
            out.accuse(row, column, faults.number(reading.fault, column))
        elif reading.text != cell:
            out.read(row, reading.kind, reading.text)


def _dates(out: Mended, column: Column, setting: Setting) -> None:
    order = setting.order
    for row, cell in enumerate(out.cells):
        if not cell or faults.ERROR.fullmatch(cell):
            continue
        precision = setting.precise[row] if row < len(setting.precise) else ""
        reading = dates.read(cell, order, precision)
        if reading.text != cell:
            out.read(row, reading.kind, reading.text)
        elif not re.fullmatch(column.pattern, cell):
            out.accuse(row, column, faults.date(order))


def _codes(out: Mended, column: Column) -> None:
    """Ids of a fixed form: lost zeros, numbers written as 6001.0, digits of another script."""

    def step(cell: str) -> tuple[str, str]:
        if re.fullmatch(column.pattern, cell):
            return "", cell
        bare = digits.ascii_digits(cell).lstrip("'")
        bare = re.sub(r"^([0-9]+)\.0+$", r"\1", bare)
        if re.fullmatch(column.pattern, bare):
            return "form", bare
        if re.fullmatch(r"[0-9]+", bare):
            for zeros in ("0", "00", "000"):
                if re.fullmatch(column.pattern, zeros + bare):
                    return "zero", zeros + bare
        return "", cell

    _each(out, step)
    for row, cell in enumerate(out.cells):
        if re.fullmatch(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+", cell):
            out.accuse(row, column, faults.lost_digits(column))


def _words(out: Mended, column: Column, setting: Setting) -> None:
    """Texts that a spreadsheet retyped, or that only look like one this edition holds."""
    known = setting.held | set(column.allowed)
    retyped = _told_apart((form, text) for text in known for form in forms(text))
    alike = _told_apart((_skeleton(text), text) for text in known)

    def step(cell: str) -> tuple[str, str]:
        if cell in known:
            return "", cell
        bare = cell.removeprefix("'")
        if bare in known:
            return "form", bare
        if cell in retyped:
            word = retyped[cell]
            return ("zero" if word.lstrip("0") == cell else "retyped"), word
        like = alike.get(_skeleton(cell), cell)
        return ("alike", like) if like != cell else ("", cell)

    _each(out, step)


def _skeleton(text: str) -> str:
    """A text with all letters that look alike made one."""
    return unicodedata.normalize("NFKC", text).translate(ALIKE)


def _told_apart(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Form -> text, without the forms that two texts share."""
    listed = set(pairs)
    counted = Counter(form for form, _text in listed)
    return {form: text for form, text in listed if counted[form] == 1}

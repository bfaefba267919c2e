"""The process's store of the edition in force and its finished figures, handed out frozen."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from lib import charts, figures, theme
from lib.figures.shelved import shelved
from lib.outputs import tabular
from lib.ui import edition
from lib.ui.edition import per_edition

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

#: Everything in a specification that could be the name of a column.
NAMES = re.compile(r"\w+")

#: The name under which a chart finds its rows.
ROWS = "rows"

#: Texts that stand in this many rows, on average, are written once and counted by one byte.
MANY_TIMES = 4
FEW = 127

#: Enough for every variant of every figure and the most visited counties.
FIGURES_KEPT = 1024
#: A specification on the way to its drawing; a map's is asked for with each county marked.
PAINTED_KEPT = 48


def store() -> Store:
    """The validated tables of the edition in force (`lib.ui.edition`).

    Raises:
        DataError: the tables break their contract, and no sound ones were read before.
    """
    return edition.store()


@per_edition(maxsize=FIGURES_KEPT)
def _built(figure_id: str, params: tuple[tuple[str, str], ...]) -> Figure:
    return shelved(store(), edition.shelf(), figure_id, dict(params))


def figures_kept() -> int:
    """How many figures are held in memory."""
    return len(_built)  # type: ignore[arg-type]


@per_edition(maxsize=4 * FIGURES_KEPT)
def _full(figure_id: str, given: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Every parameter of a variant: a default that is named is not another variant."""
    return tuple(sorted({**figures.defaults(figure_id, store()), **dict(given)}.items()))


def _variant(figure_id: str, params: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return _full(figure_id, tuple(params.items()))


def figure(figure_id: str, **params: str) -> Figure:
    """The figure with these parameters, built once a process."""
    return _built(figure_id, _variant(figure_id, params))


@per_edition(maxsize=PAINTED_KEPT)
def _painted(
    figure_id: str, params: tuple[tuple[str, str], ...], mode: theme.Mode
) -> dict[str, Any]:
    chart = _built(figure_id, params).chart
    return theme.paint(chart, mode, theme.Medium.SCREEN) if chart is not None else {}


def _short(column: pa.Field[pa.DataType]) -> pa.Field[pa.DataType]:
    """A column of texts with offsets of four bytes in place of eight."""
    return column.with_type(pa.string()) if pa.types.is_large_string(column.type) else column


def _stream(table: pa.Table) -> bytes:
    """A table as the browser gets it."""
    lean = _lean(table)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, lean.schema) as writer:
        writer.write_table(lean)
    return bytes(sink.getvalue())


def _lean(table: pa.Table) -> pa.Table:
    """`table` without pandas' notes on it, its texts with offsets of four bytes."""
    plain = table.replace_schema_metadata()
    return plain.cast(pa.schema([_short(column) for column in plain.schema]))


def _sent(built: Figure, painted: dict[str, Any]) -> dict[str, bytes]:
    """The rows of a figure, only columns that its chart names, and what it draws beside them."""
    named = set(NAMES.findall(json.dumps({**painted, "datasets": None})))
    kept = [column for column in built.rows.columns if column in named]
    beside = {
        name: _stream(pa.Table.from_pylist(rows))
        for name, rows in painted.get("datasets", {}).items()
    }
    rows = pa.Table.from_pandas(built.rows[kept], preserve_index=False)
    return {**beside, ROWS: _stream(_packed(rows))}


def _packed(table: pa.Table) -> pa.Table:
    """`table` in fewer bytes: repeated texts written once, whole numbers no wider than needed."""
    return pa.table({name: _pack(table[name]) for name in table.column_names})


def _pack(column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        texts = column.cast(pa.string())
        if len(texts.unique()) <= min(FEW, len(texts) // MANY_TIMES):
            return texts.dictionary_encode().cast(pa.dictionary(pa.int8(), pa.string()))
        return texts
    if pa.types.is_integer(kind):
        return _narrow(column)
    return column


def _narrow(column: pa.ChunkedArray) -> pa.ChunkedArray:
    for kind in (pa.int8(), pa.int16(), pa.int32()):
        try:
            return column.cast(kind)
        except pa.ArrowInvalid:  # a number does not fit
            continue
    return column


@per_edition(maxsize=FIGURES_KEPT)
def _drawn(figure_id: str, params: tuple[tuple[str, str], ...], mode: theme.Mode) -> dict[str, Any]:
    built = _built(figure_id, params)
    painted = charts.roomy(_painted(figure_id, params, mode), built.chart or {})
    sent = _sent(built, painted)
    return {**charts.lean(painted), "data": {"name": ROWS}, "datasets": sent}


def drawn(figure_id: str, params: dict[str, str], mode: theme.Mode) -> dict[str, Any]:
    """The specification of a figure with its rows in it, written once; never write to it."""
    return _drawn(figure_id, _variant(figure_id, params), mode)


@per_edition(maxsize=FIGURES_KEPT)
def _marked(
    figure_id: str, params: tuple[tuple[str, str], ...], mode: theme.Mode, fips: str
) -> dict[str, Any]:
    built, painted = _built(figure_id, params), _painted(figure_id, params, mode)
    rows = built.rows.assign(selected=built.rows["county_fips"].eq(fips))
    return {
        **painted,
        "data": {"name": ROWS},
        "datasets": _sent(replace(built, rows=rows), painted),
    }


def marked(figure_id: str, params: dict[str, str], mode: theme.Mode, fips: str) -> dict[str, Any]:
    """As `drawn`, with one county marked in the column `selected`; "" marks none.

    Its layers stay as they are: what a click picks is found by their place.
    """
    return _marked(figure_id, _variant(figure_id, params), mode, fips)


@per_edition(maxsize=FIGURES_KEPT)
def _tabled(figure_id: str, params: tuple[tuple[str, str], ...]) -> pa.Table:
    built = _built(figure_id, params)
    rows = tabular.written(tabular.table_rows(built), built.columns)
    return _lean(pa.Table.from_pandas(rows, preserve_index=False))


def tabled(figure_id: str, params: dict[str, str]) -> pa.Table:
    """The table of a figure as a reader sees it, written once."""
    return _tabled(figure_id, _variant(figure_id, params))

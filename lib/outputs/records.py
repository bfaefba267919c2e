"""Rows as JSON records and as Parquet: what a program reads without being told how."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lib.outputs import bundle, cells
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def kept(cell: object) -> object:
    """`cell` as JSON has it: a number without needless decimals, null where there is nothing."""
    if isinstance(cell, str):
        return cell or None
    if numbers.is_missing(cell):
        return None
    value = cell.item() if isinstance(cell, np.generic) else cell
    if isinstance(value, float) and value.is_integer() and abs(value) < cells.EXACT:
        return int(value)
    return value if isinstance(value, (bool, int, float)) else str(value)


def told(cell: object) -> object:
    """As `kept`, with a number that is written for readers ("1,234", "+18") as that number."""
    if isinstance(cell, str) and cells.WRITTEN.fullmatch(cells.plain_minus(cell)):
        written = cells.written(cell)
        if isinstance(written, str) and not cells.CODE.match(written):
            return float(written) if "." in written else int(written)
    return kept(cell)


def json_bytes(rows: pd.DataFrame, write: Callable[[object], object] = kept) -> bytes:
    """The rows as a list of records, one a line: name of a column, which it has alone -> cell."""
    names = [str(name) for name in rows.columns]
    lines = [
        json.dumps(
            dict(zip(names, map(write, row), strict=True)), ensure_ascii=False, allow_nan=False
        )
        for row in rows.itertuples(index=False, name=None)
    ]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def plain(cell: object) -> object:
    """A cell of a table as CSV has it: text disarmed and else untouched, 12.0 as 12."""
    return cells.safe(cell) if isinstance(cell, str) else cells.written(cell)


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """The rows as CSV, their texts as they are typed."""
    return cells.text(rows, plain).encode()


def disarmed(content: bytes) -> bytes:
    """A table of the bundle byte for byte, but for texts that a spreadsheet could run."""
    text = content.decode("utf-8-sig")
    lines = csv.reader(io.StringIO(text, newline=""))
    if all(cells.safe(cell) == cell for line in lines for cell in line):
        return bundle.for_excel(content)
    rows = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    return cells.text(rows, cells.safe).encode()


def parquet_bytes(rows: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """The rows as Parquet: codes stay text, an empty text is null; the file says `about` of itself."""
    texts = {
        name: rows[name].where(rows[name].ne(""), None)
        for name in rows.columns
        if rows[name].dtype == "str"
    }
    table = pa.Table.from_pandas(rows.assign(**texts), preserve_index=False)
    sink = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(dict(about)), sink)
    return sink.getvalue()

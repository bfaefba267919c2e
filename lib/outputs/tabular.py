"""A figure's exact rows as CSV text with a header that says what they are."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.outputs.words import citation, edition_line, link_line
from lib.wording import numbers, states

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from lib.model import Column, Figure

#: A cell that begins so could run as a formula in a spreadsheet; it gets an apostrophe.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: object) -> object:
    """`cell`, or its text behind an apostrophe when a spreadsheet might run it."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return "'" + cell
    return "" if numbers.is_missing(cell) else cell


def table_rows(figure: Figure) -> pd.DataFrame:
    """The figure's table: its columns in order, one row a fact, without repeats.

    A form such as squares draws one fact several times; its table says it once.
    """
    fields = [column.field for column in figure.columns]
    return figure.rows[fields].drop_duplicates().reset_index(drop=True)


def written(rows: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """`rows` with labels for names and every number as a reader sees it."""
    writers: dict[str, Callable[[float], str]] = {
        "share": numbers.exact_percent,
        "count": numbers.count,
        "number": numbers.number,
        "rate": numbers.number,
    }
    out = rows.copy()
    why = _reasons(rows)
    for column in columns:
        write = writers.get(column.kind)
        out[column.field] = [
            reason
            if write and numbers.is_missing(value)
            else (write(value) if write else str(value))
            for value, reason in zip(rows[column.field], why, strict=True)
        ]
    return out.rename(columns={column.field: column.label for column in columns})


def _reasons(rows: pd.DataFrame) -> list[str]:
    """Why a number of each row is missing: what another cell of the row says, else not collected."""
    absent = states.absent()
    return [
        next((cell for cell in row if isinstance(cell, str) and cell in absent), "")
        or states.not_collected()
        for row in rows.itertuples(index=False, name=None)
    ]


def header_lines(figure: Figure) -> list[tuple[str, str]]:
    """(label, text) pairs that stand above the rows of a download."""
    return [
        (_("Title"), figure.headline),
        (_("Subtitle"), figure.subtitle),
        (_("Place"), figure.place),
        (_("Period"), figure.period),
        (_("As of"), figure.as_of),
        (_("Source"), "; ".join(citation(source) for source in figure.sources)),
        (_("Edition"), edition_line(figure)),
        (_("Link"), link_line(figure)),
        *((_("Caution"), caveat) for caveat in figure.caveats),
    ]


def csv_text(figure: Figure) -> str:
    """The rows drawn as CSV; header lines begin with ``# ``, then labels, then rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for label, text in header_lines(figure):
        writer.writerow([f"# {label}: {text}"])
    writer.writerow([column.label for column in figure.columns])
    for row in table_rows(figure).itertuples(index=False):
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue()


def file_name(figure: Figure, ending: str) -> str:
    """Figure, place, period and edition in a file name, for example ``license-line_...csv``."""
    variant = [value for value in figure.params.values() if value]
    parts = [figure.figure_id, *variant, figure.place, figure.period, figure.edition.version]
    slugs = ["-".join("".join(c if c.isalnum() else " " for c in part).split()) for part in parts]
    return "_".join(slug.lower() for slug in slugs if slug) + f".{ending}"

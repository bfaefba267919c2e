"""A figure's exact rows as CSV text, and the lines that say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.i18n import _
from lib.outputs import cells, saving
from lib.outputs.words import citation, edition_line, link_line
from lib.wording import numbers, states

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.model import Column, Figure


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
    """(label, text) pairs that say what the rows of a download are."""
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


def taken_rows(figure: Figure) -> pd.DataFrame:
    """The rows as they leave, under their labels; with the source where it differs by row.

    A figure whose table names its sources already gets no second column of them.
    """
    columns = {column.field: column.label for column in figure.columns}
    named = _source_column(figure, tuple(columns.values()))
    rows = figure.rows.assign(**{SOURCE_FIELD: named}) if named is not None else figure.rows
    kept = columns | ({SOURCE_FIELD: _("Source")} if named is not None else {})
    return rows[list(kept)].drop_duplicates().reset_index(drop=True).rename(columns=kept)


#: The field of the column that `taken_rows` adds; no form has one of that name.
SOURCE_FIELD = "_taken_source"


def _source_column(figure: Figure, labels: Sequence[str]) -> list[str] | None:
    """Each row's own source, or None where all have the same or the table says it."""
    if "source_id" not in figure.rows or _("Source") in labels:
        return None
    known = {source.source_id: citation(source) for source in figure.sources}
    named = [known.get(str(given), "") for given in figure.rows["source_id"]]
    return named if len(set(named)) > 1 else None


def csv_text(figure: Figure) -> str:
    """The rows drawn as CSV: labels in the first line, then rows, and nothing else."""
    return cells.text(taken_rows(figure))


def stacked_rows(figures: Sequence[Figure]) -> pd.DataFrame:
    """The tables of several figures as one; each row says from which table it is.

    The columns are those of all tables. What is said of a table as a whole differs by row here
    and travels as columns.
    """
    last = [_("Source"), _("Period"), _("Edition"), _("Link")]
    stacked: list[dict[str, object]] = []
    for figure in figures:
        own = taken_rows(figure)
        sources = "; ".join(citation(source) for source in figure.sources)
        said = (sources, figure.period, edition_line(figure), link_line(figure))
        around = {_("Table"): figure.headline, **dict(zip(last, said, strict=True))}
        stacked += [
            {**around, **{str(label): cell for label, cell in row.items()}}
            for row in own.to_dict("records")
        ]
    labels = list(dict.fromkeys(label for row in stacked for label in row))
    ordered = [*(label for label in labels if label not in last), *last]
    return pd.DataFrame(stacked, columns=ordered)


def stacked_text(figures: Sequence[Figure]) -> str:
    """The tables of several figures as one CSV."""
    return cells.text(stacked_rows(figures))


def file_name(figure: Figure, ending: str) -> str:
    """Figure, place, period and edition in a file name, for example ``license-line_...csv``."""
    variant = [value for value in figure.params.values() if value]
    parts = [figure.figure_id, *variant, figure.place, figure.period, figure.edition.version]
    return f"{saving.stem(parts)}.{ending}"

"""Rows to take along with what they are: a ZIP of the CSV and a short text to read first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.outputs import bundle, cells, tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.model import Figure

README = "README.txt"


def label() -> str:
    """The words on what hands out the ZIP."""
    return _("ZIP (CSV and a README)")


def zipped(figure: Figure) -> bytes:
    """The rows drawn and what they are; the same figure gives the same bytes."""
    name = tabular.file_name(figure, "csv")
    text = readme([figure], name, tabular.taken_rows(figure))
    return _packed(name, tabular.csv_text(figure), text)


def stacked(figures: Sequence[Figure], name: str) -> bytes:
    """Several tables as the one CSV called `name`, and what each of them is."""
    text = readme(figures, name, tabular.stacked_rows(figures))
    return _packed(name, tabular.stacked_text(figures), text)


def _packed(name: str, rows: str, about: str) -> bytes:
    folder = name.removesuffix(".csv")
    return bundle.zipped({name: rows.encode(), README: (cells.BOM + about).encode()}, folder)


def readme(figures: Sequence[Figure], name: str, rows: pd.DataFrame) -> str:
    """What the file `name` holds: its tables with their sources, its columns, how to open it."""
    parts = [
        "\n".join(f"{label}: {text}" for label, text in tabular.header_lines(figure) if text)
        + (f"\n{_('What is counted')}: {figure.definition}" if figure.definition else "")
        for figure in figures
    ]
    listed = "\n".join(f"- {label}" for label in rows.columns)
    columns = _("Columns of {file}:").format(file=name)
    return "\n\n".join([*parts, f"{columns}\n{listed}", how_to_open(name, rows)]) + "\n"


def how_to_open(name: str, rows: pd.DataFrame) -> str:
    """How spreadsheets and programs read the file, and which columns are codes."""
    said = _(
        "The file is UTF-8 with a byte order mark, separated by commas; line 1 has the names of "
        "the columns. A share without a percent sign is between 0 and 1. An empty cell means that there is no number. "
        "Text that a spreadsheet could run as a formula begins with an apostrophe."
    )
    opened = _("In Python: pandas.read_csv({file})").format(file=f'"{name}"')
    codes = [
        str(label)
        for label in rows.columns
        if any(isinstance(cell, str) and cells.CODE.match(cell) for cell in rows[label])
    ]
    if codes:
        kinds = "{" + ", ".join(f'"{label}": str' for label in codes) + "}"
        opened = _(
            "Codes keep their leading zero when they are read as text. In Python: "
            "pandas.read_csv({file}, dtype={kinds}). In Excel: Data, From Text/CSV, and choose "
            "Text for these columns."
        ).format(file=f'"{name}"', kinds=kinds)
    return f"{said}\n{opened}"

"""Table columns and tooltips that the hospital figures share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.model import Column
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd


def share_columns() -> tuple[Column, ...]:
    """The columns of a share: how many report, of how many, and the share."""
    return (
        Column("reporting", _("Reporting"), "count"),
        Column("answered", _("Answered"), "count"),
        Column("share", _("Share"), "share"),
    )


def share_tips() -> tuple[tuple[str, str], ...]:
    """What a touched share says."""
    return (("n_of_n", _("Reporting")), ("percent", _("Share")))


def newest_apart(rows: pd.DataFrame, **more: pd.Series) -> pd.DataFrame:
    """Rows of `with_words` for a chart whose newest `year` carries the labels.

    Adds `value`, `when` (current or earlier), the columns `more` and `label`.
    """
    now = rows["year"].eq(rows["year"].max())
    when = now.map({True: "current", False: "earlier"})
    return rows.assign(value=rows["share"], when=when, **more, label=rows["n_of_n"].where(now, ""))


def with_words(table: pd.DataFrame) -> pd.DataFrame:
    """`table` with `n_of_n` and `percent` written out for labels and tooltips.

    Needs `reporting`, `answered` and `share`.
    """
    pairs = zip(table["reporting"], table["answered"], strict=True)
    return table.assign(
        n_of_n=[numbers.n_of_n(n, total) for n, total in pairs],
        percent=[numbers.percent(share) for share in table["share"]],
    )

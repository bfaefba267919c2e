"""Rows of a frame, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of `frame` as named tuples.

    The type of a cell is known to the table's contract, not to the type checker: here, and
    only here, a row is `Any`.
    """
    yield from frame.itertuples()


def one(frame: pd.DataFrame, key: str) -> pd.Series[Any]:
    """The row of a unique index of `frame`.

    Raises:
        KeyError: no such row, or more than one.
    """
    found = frame.loc[[key]]
    if len(found) != 1:
        raise KeyError(key)
    return found.iloc[0]

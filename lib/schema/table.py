"""One table: its name, its key and its columns in file order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.schema.columns import Column


@dataclass(frozen=True)
class Table:
    """The contract of one table; `row` says what one row is."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, name: str, row: str, key: tuple[str, ...], *columns: Column) -> Table:
        """A table with these columns, in file order."""
        return cls(name, row, key, columns)

    @property
    def header(self) -> tuple[str, ...]:
        """The column names in file order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The contract of one column."""
        return next(column for column in self.columns if column.name == name)

"""The contract of every table: columns, types, keys, allowed values, references."""

from lib.schema.columns import Column, Kind
from lib.schema.frames import check, typed
from lib.schema.lists import DOMAINS, UNITS
from lib.schema.tables import OBSERVATIONS, TABLES, Table

__all__ = [
    "DOMAINS",
    "OBSERVATIONS",
    "TABLES",
    "UNITS",
    "Column",
    "Kind",
    "Table",
    "check",
    "typed",
]

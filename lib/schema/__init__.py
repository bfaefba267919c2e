"""The contract of every table: columns, types, keys, allowed values, references."""

from lib.schema.columns import Column, Kind
from lib.schema.frames import check
from lib.schema.lists import DOMAINS, UNIT_RANGES, UNITS
from lib.schema.tables import OBSERVATIONS, TABLES, Table

__all__ = [
    "DOMAINS",
    "OBSERVATIONS",
    "TABLES",
    "UNITS",
    "UNIT_RANGES",
    "Column",
    "Kind",
    "Table",
    "check",
]

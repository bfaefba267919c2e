"""The contract of every table: columns, types, keys, allowed values, references."""

from lib.schema.columns import Column, Kind
from lib.schema.frames import check
from lib.schema.tables import OBSERVATIONS, TABLES, Table, contract
from lib.schema.vocabulary import VOCABULARY, Words, filled, words_of

__all__ = [
    "OBSERVATIONS",
    "TABLES",
    "VOCABULARY",
    "Column",
    "Kind",
    "Table",
    "Words",
    "check",
    "contract",
    "filled",
    "words_of",
]

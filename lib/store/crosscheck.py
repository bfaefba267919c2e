"""Offences that only show when tables are held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.model import Offence


def crosscheck(tables: Mapping[str, pd.DataFrame], topology: Mapping[str, Any]) -> list[Offence]:
    """Every offence between tables, in table and row order."""
    return []

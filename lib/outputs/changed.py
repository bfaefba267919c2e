"""What later editions changed, as tables: for the page, and for the static edition."""

from __future__ import annotations

import pandas as pd

from lib.i18n import _
from lib.wording import editions as words


def headlines(rows: pd.DataFrame) -> pd.DataFrame:
    """The headlines that read differently, then and now."""
    return pd.DataFrame({_("Then"): rows["before"], _("Now"): rows["after"]})


def by_table(changes: pd.DataFrame) -> pd.DataFrame:
    """Changes counted by table and kind, in the order of the tables."""
    counted = changes.groupby(["table", "kind"], sort=False).size().rename("n").reset_index()
    return pd.DataFrame(
        {
            _("Table"): counted["table"],
            _("What happened"): counted["kind"].map(words.kind_label),
            _("Tables, columns, rows or cells"): counted["n"].astype(str),
        }
    )

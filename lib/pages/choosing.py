"""The words of choices that the tables hold and more than one page offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import told
from lib.subjects.programs import splits as program_splits

if TYPE_CHECKING:
    from lib.store import Store


def split_names(store: Store) -> dict[str, str]:
    """Split of hospital sites -> the word on its button."""
    labels = program_splits.splits(store)["label"]
    return {str(split): told(str(label)) for split, label in labels.items()}

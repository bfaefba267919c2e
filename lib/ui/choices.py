"""The words on the buttons of choices that the tables hold."""

from __future__ import annotations

from lib.figures import program_splits
from lib.i18n import told
from lib.ui import library
from lib.wording import milestones


def milestone_kinds() -> dict[str, str]:
    """Kind of milestones -> the words on its button, all of them first."""
    return milestones.category_choices(library.store())


def split_names() -> dict[str, str]:
    """Split of hospital sites -> the word on its button."""
    labels = program_splits.splits(library.store())["label"]
    return {str(split): told(str(label)) for split, label in labels.items()}

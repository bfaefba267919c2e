"""The one vocabulary of answers: what stands behind a number, or in place of it.

Every chart, table, tooltip, alternative text and file takes its word from here, so that
withheld, not answered and not collected are never told as one another, nor as zero.
"""

from __future__ import annotations

from lib.i18n import _
from lib.model import DataState


def label(state: str) -> str:
    """The word of an answer state; of an unknown one, that nothing was collected."""
    return {
        DataState.REPORTED.value: _("Reported"),
        DataState.ZERO.value: _("Zero"),
        DataState.WITHHELD.value: withheld(),
        DataState.NOT_ANSWERED.value: _("Did not answer"),
        DataState.NOT_YET_UPDATED.value: _("Not yet updated"),
        DataState.NO_HOSPITAL.value: _("No general acute care hospital"),
    }.get(state, not_collected())


def withheld() -> str:
    """The word for a number that is known and not told, to protect a small group of people."""
    return _("Withheld (small numbers)")


def not_collected() -> str:
    """The word for a number that is not held."""
    return _("Not collected here")


def absent() -> frozenset[str]:
    """Every word that stands in place of a number."""
    valued = {DataState.REPORTED, DataState.ZERO}
    return frozenset(label(state.value) for state in DataState if state not in valued)

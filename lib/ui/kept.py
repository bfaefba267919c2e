"""Charts, words and lists that come out alike for every visitor: made once, then sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import edition
from lib.ui.provenance import KEPT

if TYPE_CHECKING:
    from collections.abc import Callable


def kept(token: str, write: Callable[[], object]) -> None:
    """Put on the page what `write` puts there; what it returns is not read.

    Streamlit keeps the messages that it makes of it and sends them the next time: making those of
    a chart takes longer than everything else a change of the chart's view costs.

    Args:
        token: names all that the outcome depends on, the light or dark of the page included.
        write: writes charts, words and lists; no control, which has a state for each visitor.
    """
    # By name: an argument by place is looked up in the signature at each call.
    _written(token=f"{edition.number()} {token}", _write=write)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _written(*, token: str, _write: Callable[[], object]) -> None:
    _write()

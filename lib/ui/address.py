"""Choices whose id, not whose label, stands in the address of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.ui.provenance import heading, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def given(name: str, values: Sequence[str], default: str) -> str:
    """The value that the address names, or `default` when it names none of `values`."""
    value = st.query_params.get(name, default)
    return value if value in values else default


def odd(name: str, values: Sequence[str]) -> str:
    """The part of the address that names none of `values`, or an empty text."""
    value = st.query_params.get(name, "")
    return "" if not value or value in values else f"{name}={value}"[:40]


def remember(name: str, value: str, default: str) -> None:
    """Write a choice to the address; the default leaves it clean."""
    if value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def tell(parts: Sequence[str]) -> None:
    """A visible word on parts of the address that name no choice."""
    held = [part for part in parts if part]
    if held:
        st.info(
            _(
                "This address names something that is not held ({parts}). You see the usual view."
            ).format(parts=plain(", ".join(held))),
            icon=":material/link_off:",
        )


def _follow(key: str, value: str) -> None:
    """Set a control to what the address says: a step back in the browser changes only that."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def keeper(name: str, key: str, default: str) -> Callable[[], None]:
    """The callback of a control with `key` that keeps its value in the address."""

    def keep() -> None:
        remember(name, str(st.session_state[key] or default), default)

    return keep


def chosen(name: str, values: Sequence[str], default: str = "") -> str:
    """The value that `buttons` or an ungrouped list of this name will show, before it is drawn.

    The control's callback has written a change to the address before the page runs again.
    """
    return given(name, values, default or values[0])


def buttons(
    name: str, label: str, names: Mapping[str, str], *, default: str = "", hidden: bool = False
) -> str:
    """One of `names` by a row of buttons; the first is the default unless one is named."""
    values = list(names)
    usual = default or values[0]
    key = f"choose-{name}"
    _follow(key, chosen(name, values, usual))
    picked = st.segmented_control(
        label,
        values,
        required=True,
        format_func=lambda value: heading(names.get(value, value)),  # it is read as Markdown
        key=key,
        on_change=keeper(name, key, usual),
        label_visibility="collapsed" if hidden else "visible",
        wrap=True,
    )
    return picked if picked in values else usual


#: Letters that a search box takes.
LONGEST_SEARCH = 60


def sought(name: str, label: str, *, width: int = 320) -> tuple[str, ...]:
    """What is typed into a search box, as words in small letters; the text stands in the URL."""
    typed = st.text_input(
        label, key=name, bind="query-params", max_chars=LONGEST_SEARCH, width=width
    )
    return tuple((typed or "").lower().split())


#: Wide enough for the longest measure, in pixels.
LIST_WIDTH = 470


def listed(name: str, label: str, names: Mapping[str, str], *, group: str = "") -> str:
    """One of `names` from a list; `group` tells lists of one name apart."""
    values = list(names)
    key = f"choose-{name}-{group}" if group else f"choose-{name}"
    _follow(key, chosen(name, values))
    picked = st.selectbox(
        label,
        values,
        format_func=lambda value: names.get(value, value),
        key=key,
        on_change=keeper(name, key, values[0]),
        width=LIST_WIDTH,
    )
    return picked if picked in values else values[0]

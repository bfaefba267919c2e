"""Choices that live in the address of the page: their ids there, their words on the screen.

Every control goes this way, so that a link, a reload, Back and Forward give the same view. The
address is the record: a control is set to it before it is drawn, and a change is written to it
before the page runs again. (Streamlit can bind a control to the address itself; it then takes
away, on the way Back, what a control of the same name on the page just left was bound to.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from lib.derive import spelling
from lib.i18n import _
from lib.ui import parameters
from lib.ui.provenance import heading, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: Letters that are read of a value, and digits of a number: the longest of ours are shorter.
LONGEST_VALUE = 200
MOST_DIGITS = 6


def reached() -> str:
    """Where the visitor's browser reached the dashboard, base path and all, or an empty text.

    The browser says it itself, so a proxy before the server changes nothing; where it says
    nothing, the request's own headers do.
    """
    parts = urlsplit(st.context.url or "")
    scheme, host = parts.scheme, parts.netloc
    if scheme not in ("http", "https") or not host:
        headers = st.context.headers
        scheme = _first(headers.get("X-Forwarded-Proto", "")) or "http"
        host = _first(headers.get("X-Forwarded-Host", "") or headers.get("Host", ""))
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{host}{'/' + base if base else ''}" if host else ""


def _first(header: str) -> str:
    """What the first of several proxies has said."""
    return header.partition(",")[0].strip()


def asked(name: str) -> str:
    """What the address says under this name, cut to what any choice of ours needs."""
    return st.query_params.get(name, "").strip()[:LONGEST_VALUE]


def carried(name: str, longest: int) -> str:
    """All that the address says under a name that carries more than a choice; cut to `longest`."""
    return st.query_params.get(name, "").strip()[:longest]


def number(name: str) -> int | None:
    """The whole number that the address names, or None where it names none that is usable.

    Read by its digits first: Python refuses to read a number of some thousand digits.
    """
    given_ = asked(name)
    return int(given_) if re.fullmatch(rf"[0-9]{{1,{MOST_DIGITS}}}", given_) else None


def meant(value: str, values: Sequence[str] | Mapping[str, str]) -> str:
    """The one of `values` that `value` means, or an empty text.

    A value may be named in any case, by its words where `values` has words, and without the
    zero that a spreadsheet takes from the front of a code.
    """
    if value in values:
        return value
    small = spelling.plain(value)
    words: Mapping[str, str] = values if isinstance(values, Mapping) else {}
    for each in values:
        if small in (each.lower(), spelling.plain(words.get(each, each))):
            return each
    return f"0{value}" if value.isdecimal() and f"0{value}" in values else ""


def given(name: str, values: Sequence[str] | Mapping[str, str], default: str) -> str:
    """The value that the address names, or `default` when it names none of `values`."""
    value = asked(name)
    return (meant(value, values) if value else "") or default


def remember(name: str, value: str, default: str) -> None:
    """Write a choice to the address; the default leaves it clean."""
    if value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def say_odd(name: str, values: Sequence[str] | Mapping[str, str], shown: str) -> None:
    """Say so where the address asks for a value that a control does not offer.

    `values` are what the control offers; `shown` are the words of what is shown instead.
    """
    value = asked(name)
    if value and not meant(value, values) and not parameters.is_told(name, value):
        st.info(
            _(
                'This address names something that we do not have ({part}). You see "{shown}" '
                "instead."
            ).format(part=plain(parameters.part(name, value)), shown=plain(shown)),
            icon=":material/link_off:",
        )


#: The keys of all controls that follow the address, and where a session keeps its page.
_followed: set[str] = set()
PAGE = "page-shown"


def turn(page: str) -> None:
    """Forget the controls of the page before: one of the same key here is another control.

    Streamlit still gives the old one's value under the key, and none to the new one.
    """
    if st.session_state.get(PAGE) != page:
        st.session_state[PAGE] = page
        for key in _followed.intersection(st.session_state):
            del st.session_state[key]


def _follow(key: str, value: str | int | None) -> None:
    """Set a control to what the address says: a step back in the browser changes only that."""
    _followed.add(key)
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def keeper(name: str, key: str, default: str, forget: Sequence[str] = ()) -> Callable[[], None]:
    """The callback of a control with `key` that keeps its value in the address.

    `default` leaves the address clean; `forget` are choices made within the earlier value, which a
    new one takes out.

    Raises:
        KeyError: no page has declared a choice of this name (`parameters.own`).
    """
    if not parameters.is_known(name):
        raise KeyError(f"no figure and no part of lib.ui declares the choice {name!r}")

    def keep() -> None:
        if key not in st.session_state:
            return  # it was drawn away in the moment in which it was changed
        remember(name, str(st.session_state[key] or default), default)
        for each in forget:
            st.query_params.pop(each, None)

    return keep


def chosen(name: str, values: Sequence[str] | Mapping[str, str], default: str = "") -> str:
    """The value that `buttons` or an ungrouped list of this name will show, before it is drawn.

    The control's callback has written a change to the address before the page runs again.
    """
    return given(name, values, default or next(iter(values)))


def buttons(
    name: str,
    label: str,
    names: Mapping[str, str],
    *,
    default: str = "",
    hidden: bool = False,
    forget: Sequence[str] = (),
    key: str = "",
    tell: bool = True,
) -> str:
    """One of `names` by a row of buttons; the first is the default unless one is named."""
    values = list(names)
    usual = default or values[0]
    key = key or f"choose-{name}"
    now = chosen(name, names, usual)
    _follow(key, now)
    picked = st.segmented_control(
        label,
        values,
        required=True,
        format_func=lambda value: heading(names.get(value, value)),  # it is read as Markdown
        key=key,
        on_change=keeper(name, key, usual, forget),
        label_visibility="collapsed" if hidden else "visible",
        wrap=True,
    )
    if tell:
        say_odd(name, names, names[now])
    return picked if picked in values else usual


def opened(
    name: str, label: str, names: Mapping[str, str], *, closed: str, also: Sequence[str] = ()
) -> str:
    """One of `names`, or `closed` where none is pressed: small buttons that open and close.

    Args:
        name: the choice in the address.
        label: what the buttons are for; heard and not seen.
        names: value -> the word on its button.
        closed: the value of an address with which nothing is open.
        also: values of other controls of the same choice, under which the first button is pressed.
    """
    first = next(iter(names))
    known = {closed: closed, **dict.fromkeys(also, names[first]), **names}
    now = chosen(name, known, closed)
    _follow(name, None if now == closed else now if now in names else first)
    picked = st.pills(
        label,
        list(names),
        format_func=lambda value: names.get(value, value),
        key=name,
        on_change=keeper(name, name, closed),
        label_visibility="collapsed",
    )
    say_odd(name, known, known[now])
    return str(picked) if picked in names else closed


#: Letters that a search box takes.
LONGEST_SEARCH = 60


def sought(
    name: str, label: str, *, width: int = 320, forget: Sequence[str] = ()
) -> tuple[str, ...]:
    """What is typed into a search box, as words in small letters without accents."""
    _follow(name, asked(name)[:LONGEST_SEARCH])
    keep = keeper(name, name, "", forget)
    typed = st.text_input(label, key=name, on_change=keep, max_chars=LONGEST_SEARCH, width=width)
    return spelling.words(typed or "")


def turned(name: str, pages: int) -> int:
    """The page of a long list that the address names, read before `paged` draws the control."""
    return min(max(number(name) or 1, 1), max(pages, 1))


def paged(name: str, pages: int) -> None:
    """The pages of a long list as buttons, where there are several."""
    if pages > 1:
        _follow(name, turned(name, pages))
        st.pagination(pages, key=name, on_change=keeper(name, name, "1"))


#: Wide enough for the longest measure, in pixels.
LIST_WIDTH = 470


def listed(
    name: str,
    label: str,
    names: Mapping[str, str],
    *,
    group: str = "",
    usual: str = "",
    forget: Sequence[str] = (),
    width: int = LIST_WIDTH,
    key: str = "",
    tell: bool = True,
) -> str:
    """One of `names` from a list.

    Args:
        name: the choice in the address.
        label: the words over the list.
        names: value -> its words; the first leaves the address clean.
        group: tells lists of one name with other values apart.
        usual: the value where the address names none, instead of the first.
        forget: choices made within the earlier value, which a new one takes out.
        width: pixels.
        key: the control's key, where it is not made of name and group.
        tell: say so where the address names another value; the figure may say it itself.
    """
    values = list(names)
    key = key or (f"choose-{name}-{group}" if group else f"choose-{name}")
    now = given(name, names, usual if usual in names else values[0])
    _follow(key, now)
    picked = st.selectbox(
        label,
        values,
        format_func=lambda value: names.get(value, value),
        key=key,
        on_change=keeper(name, key, values[0], forget),
        width=width,
    )
    if tell:
        say_odd(name, names, names[now])
    return picked if picked in values else values[0]

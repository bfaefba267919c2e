"""A short list as a table of the page itself: read by every assistive technology, one message.

Streamlit's own grid is painted on a canvas, which a phone scrolls badly and a screen reader hears
only in part, and its plain table costs a visitor's change as much as all the rest of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import theme
from lib.derive import spelling
from lib.i18n import _
from lib.outputs import markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

#: The widest a paragraph may run, in pixels: about 75 characters.
MEASURE = 720

#: Colors are those of the page in either mode: lines are a lighter ink, links the same ink.
STYLE = (
    f"<style>.wide {{ --page: light-dark({theme.LIGHT['paper']}, {theme.DARK['paper']}); }}"
    + """
/* A list that goes on beyond an edge is shaded there. The shade stays at the edge; what covers it
   moves with the list and lies over it where the list ends. */
.wide {
  overflow-x: auto;
  --shade: color-mix(in srgb, currentColor 38%, transparent);
  background:
    linear-gradient(to left, transparent, var(--page) 1rem) left / 2rem 100% no-repeat local,
    linear-gradient(to right, transparent, var(--page) 1rem) right / 2rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) left / 0.8rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) right / 0.8rem 100% no-repeat scroll;
}
/* The same for Streamlit's grids, which are painted: only their scroller can tell. */
@keyframes goes-on { 0%, 97% { box-shadow: inset -1.1rem 0 0.8rem -0.7rem var(--shade); } }
.stDataFrame .dvn-scroller {
  --shade: color-mix(in srgb, currentColor 60%, transparent);
  animation: goes-on linear; animation-timeline: scroll(self x);
}
.wide table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
.wide caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; }
.wide th, .wide td {
  text-align: start; vertical-align: top; padding: 0.4rem 1.1rem 0.4rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent);
}
.wide th { font-weight: 600; vertical-align: bottom; }
.wide td:first-child { min-width: 9rem; }
.wide a { color: inherit; }
.wide td.some { min-width: 9rem; }
.wide td.long { min-width: 18rem; }
/* A phone shows the first sentences of a row whole: short words before them take what they need. */
@media (max-width: 640px) {
  .wide td:first-child:not(.some, .long) { min-width: 4.5rem; }
  .wide td { padding-inline-end: 0.8rem; }
  .wide td.long { min-width: 16rem; }
}
</style>"""
)


#: The choice of a filter that keeps everything.
ALL = "all"


def fitting(
    rows: pd.DataFrame, words: Sequence[str], searched: Sequence[str], picked: Mapping[str, str]
) -> pd.DataFrame:
    """The rows that hold every word, and what was picked of each column.

    `words` are as `address.sought` gives them and looked for in the columns `searched`; `picked` is
    column -> its cell, or `ALL`.
    """
    for column, value in picked.items():
        if value != ALL:
            rows = rows[rows[column] == value]
    if words:
        texts = zip(*(rows[column] for column in searched), strict=True)
        plain = [spelling.plain(" ".join(each)) for each in texts]
        rows = rows.loc[[all(word in text for word in words) for text in plain]]
    return rows


def part(title: str, lines: Sequence[str]) -> None:
    """Lines of Markdown under a title; without one it says that none was found."""
    st.markdown(f"**{title}**")
    if lines:
        st.markdown("\n".join(lines), width=MEASURE)
    else:
        st.markdown(_("None found."))


#: The column in which the page stands.
COLUMN = '<style>.stMainBlockContainer > [data-testid="stVerticalBlock"] {{ max-width: {width}px; }}</style>'


def style(*more: str, width: int | None) -> None:
    """Send the look of lists, more of it, and the page's width, once: no change carries it again."""
    st.html("".join([STYLE, *more, COLUMN.format(width=width) if width else ""]))


def said(words: str) -> str:
    """A sentence over a list, as HTML."""
    return markup.html(markup.element("p", words))


def written(rows: pd.DataFrame, caption: str) -> str:
    """`rows`, texts as a reader sees them, as HTML; `caption` is read out, not shown."""
    return markup.html(markup.table(rows, caption))

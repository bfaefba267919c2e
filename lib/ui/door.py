"""The first screen of the first page: finding, search, four numbers, and the map that opens counties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from lib import figures, maps, theme
from lib.derive import unknowns
from lib.i18n import _
from lib.maps import geometry
from lib.outputs.markup import element, html
from lib.page import Held
from lib.pages import overview
from lib.subjects.cohorts import words as cohorts
from lib.subjects.overview import words
from lib.subjects.shared.status import STATUS_COLORS
from lib.ui import (
    address,
    chrome,
    clickable,
    figure as figure_view,
    library,
    provenance,
    seek,
    seekbox,
    slides,
    under,
    unknown,
)
from lib.ui.edition import per_edition
from lib.ui.kept import kept
from lib.wording import guide, numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure

MAP = "county_status_map"
PRESENT = "pages/present.py"

#: Searches that show what the box takes.
EXAMPLES = ("95501", "Kern", "Assembly 2", "Cedars-Sinai")

#: The drawing of the map, in pixels; the page shows it as large as there is room.
MAP_WIDTH, MAP_HEIGHT = 640, 664


def first_screen() -> None:
    """The first screen. Its three parts change places with the width (static/frame/door.css)."""
    with st.container(key="door", gap=None):
        with st.container(key="door-words", gap="small"):
            _words()
        with st.container(key="door-map", gap=None):
            _map()
        with st.container(key="door-numbers", gap="small"):
            _numbers()


def _words() -> None:
    """The finding, its base, and the search."""
    chrome.page_header(*_opening())
    seekbox.box(is_large=True)
    kept("door examples", _examples)


@per_edition(maxsize=1)
def _opening() -> tuple[str, str]:
    """The headline of the page, and who was counted."""
    held = Held(library.store(), library.figure)
    return overview.headline(held), overview.introduction(held)


def _examples() -> None:
    """Searches to try, as links to what each finds."""
    with st.container(horizontal=True, gap="small", key="door-examples"):
        provenance.small(words.examples())
        for each in EXAMPLES:
            found = seek.answer(each).goes
            if found:
                st.page_link(found.page, label=each, query_params=dict(found.query))
            else:
                query = {seekbox.PARAMETER: each}
                st.page_link("pages/overview.py", label=each, query_params=query)


def _numbers() -> None:
    """Four numbers of one year, and three ways on."""
    figure = library.figure("four_numbers")
    kept("four numbers", lambda: st.html(_four(figure)))
    _behind(figure)
    kept("door ways", _ways)


@st.fragment
def _behind(figure: Figure) -> None:
    """Where the numbers come from."""
    under.row(figure, {}, alone=False)


@per_edition(maxsize=2)
def _four(figure: Figure) -> str:
    """The numbers as HTML, each over what it counts."""
    cells = [
        element("div", element("b", str(row.value)), element("span", str(row.note)),
                classes=str(row.kind))
        for row in figure.rows.itertuples()
    ]  # fmt: skip
    return html(element("div", *cells, classes="four"))


def _ways() -> None:
    with st.container(horizontal=True, gap="small", key="door-ways"):
        for page, label in words.ways().items():
            query = {"tab": slides.PART} if page == PRESENT else None
            st.page_link(
                page,
                label=label,
                icon=":material/arrow_forward:",
                icon_position="right",
                query_params=query,
            )
    with st.container(key="door-purpose"):
        provenance.small(f"{provenance.plain(guide.purpose())} {provenance.plain(guide.tour())}")


@st.fragment
def _map() -> None:
    """The counties in one report year; a click opens a county, the years stand under it."""
    clickable.follow()
    year = address.chosen("year", figures.options(MAP, library.store())["year"])
    figure = library.figure(MAP, year=year)
    mode = figure_view.mode()
    st.header(provenance.heading(figure.headline), anchor=MAP)
    with st.container(key="door-drawing", gap=None):
        st.html(_key(year))
        clickable.drawing(
            _drawn(year, mode), f"{MAP}_chart", figure.alt, seek.lead_to_county, width=MAP_WIDTH
        )
    with st.container(
        key="door-years", horizontal=True, horizontal_alignment="distribute",
        vertical_alignment="center", gap="small",
    ):  # fmt: skip
        _years()
        st.page_link(PRESENT, label=words.at_a_meeting(), icon=":material/slideshow:")
    under.row(figure, {"year": year})


def _years() -> None:
    """The years of the state report as a quiet switch."""
    years = figures.options(MAP, library.store())["year"]
    label = _("Year of the state report")
    address.buttons("year", label, {year: year for year in years}, hidden=True)


@per_edition(maxsize=16)
def _drawn(year: str, mode: theme.Mode) -> dict[str, Any]:
    """The map for the page: its key stands beside it in words, and it can be clicked."""
    spec = dict(library.drawn(MAP, {"year": year}, mode))
    first, *others = spec["layer"]
    color = {**first["encoding"]["color"], "legend": None}
    click = {"type": "point", "fields": ["county_fips"], "on": "click"}
    fill = {
        **first,
        "mark": {**first["mark"], "cursor": "pointer"},
        "encoding": {**first["encoding"], "color": color},
        "params": [{"name": maps.PICKED, "select": click}],
    }
    return {
        **spec,
        **maps.from_the_top(geometry.frame(library.store().topology)),
        "layer": [fill, *others],
        "width": MAP_WIDTH,
        "height": MAP_HEIGHT,
    }


def _color(token: str) -> str:
    """A color of the drawings for a page in either mode, and light on paper."""
    light, dark = (theme.PALETTES[mode][token[1:]] for mode in (theme.Mode.LIGHT, theme.Mode.DARK))
    return f"light-dark({light}, {dark})"


@per_edition(maxsize=16)
def _key(year: str) -> str:
    """The key of the map, with the number of counties of each kind, as HTML."""
    counts = library.figure(MAP, year=year).rows["status"].value_counts()
    names = words.map_kinds()
    rows = [
        element(
            "li",
            element("i", classes=status.replace(" ", "-"), style=f"border-color:{_color(token)}"),
            f"{names[status]} ",
            element("b", str(counts[status])),
        )
        for status, token in STATUS_COLORS.items()
        if status in counts
    ]
    title = element("p", element("b", words.map_title(int(year))))
    hint = element("p", words.map_hint())
    return html(element("div", title, element("ul", *rows), hint, classes="map-key"))


def which_number() -> None:
    """Which of the counts to quote."""
    with st.container(border=True):
        st.markdown(words.which_number())


def teasers() -> None:
    """What four other pages find, each with a small picture and the way there."""
    with st.container(key="teasers"):
        for page, title in words.teaser_titles().items():
            with st.container(border=True, gap="small"):
                st.page_link(page, label=f"**{title}**", icon=":material/arrow_forward:")
                kept(f"teaser {page}", lambda page=page: _teaser(page))  # type: ignore[misc]


def _teaser(page: str) -> None:
    figure, sentence, bars = {
        "pages/programs.py": _by_size,
        "pages/equity.py": _missed,
        "pages/rural.py": _far,
        "pages/learning_communities.py": _kinds,
    }[page]()
    st.markdown(provenance.heading(sentence))
    most = max(value for _label, value, _said in bars) or 1
    lines = [
        element(
            "li",
            element("span", label),
            element("i", style=f"width:{value / most * 28:.1f}%"),
            element("b", said),
        )
        for label, value, said in bars
    ]
    st.html(html(element("ul", *lines, classes="small-bars")))
    provenance.source_line(figure)


Bars = list[tuple[str, float, str]]


def _bars(rows: pd.DataFrame, label: str, value: str, said: str) -> Bars:
    columns = (rows[label].astype(str), rows[value].astype(float), rows[said].astype(str))
    return list(zip(*columns, strict=True))


def _by_size() -> tuple[Figure, str, Bars]:
    figure = library.figure("site_split", split="beds")
    now = figure.rows[figure.rows["when"].eq("current")]
    return figure, figure.headline, _bars(now, "group", "share", "n_of_n")


def _missed() -> tuple[Figure, str, Bars]:
    figure = library.figure("equity_lead")
    measured = figure.rows[figure.rows["state"].eq("measured")]
    ends = measured.iloc[[0, 1, -1]]  # those that the headline names
    return figure, figure.headline, _bars(ends, "name", "value", "value_words")


def _far() -> tuple[Figure, str, Bars]:
    figure = library.figure("rural_distance")
    return figure, figure.headline, _bars(figure.rows.head(4), "group", "value", "label")


def _kinds() -> tuple[Figure, str, Bars]:
    figure = library.figure("cohort_ledger")
    counts = figure.rows["kind_words"].value_counts(sort=False).rename_axis("kind").reset_index()
    counts["said"] = counts["count"].map(numbers.count)
    return figure, cohorts.kinds_headline(figure), _bars(counts, "kind", "count", "said")


def unknown_fold(topic: str) -> None:
    """What is not known about a topic, behind a fold with its number, and the way to the rest."""
    gaps = unknowns.of(library.store(), [topic])
    with st.expander(words.unknown_fold(len(gaps)), icon=":material/help:"):
        unknown.listed(gaps)
        st.page_link(
            "pages/data_sources.py",
            label=words.all_unknown(len(library.store().table("unknowns"))),
            icon=":material/arrow_forward:",
        )

"""The county map on the page: choices, map, bars, points and table of one selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import figures
from lib.derive import measures
from lib.derive.measures import Role
from lib.i18n import _
from lib.schema.lists import CHAMBERS
from lib.subjects.county_map import words, words_card as card_words
from lib.subjects.county_map.points import POINT_COLORS
from lib.ui import (
    address,
    clickable,
    county_card,
    district_layer,
    figure as figure_view,
    library,
    map_parts,
    parameters,
    provenance,
    slides,
    titles,
    under,
)
from lib.ui.county import asked_county
from lib.ui.downloads import get
from lib.ui.heading import head

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Figure

parameters.own("color", "drawing", "county")

#: One measure, and need and supply together: each as a map and as bars.
ONE = ("county_map", "county_bars")
PAIR = ("need_supply_map", "need_supply_bars")

#: Years that fit on buttons; more of them stand in a list.
BUTTONS = 4
#: The session keeps under this, before a drawing's name, its number and what was last picked in it.
PICK = "county-pick-"

#: How often a county was picked in any drawing of this session.
TOUCHES = "county-touches"


@st.fragment
def county_map() -> None:
    """Every drawing of the page behind one set of choices."""
    titles.follow("county_map")
    layer = address.chosen(district_layer.LAYER, words.layer_names())
    if layer in CHAMBERS:
        district_layer.drawn(layer)
        return
    # One choice stands in sight; what changes the question is one touch away.
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="bottom", key="choices-and-map"
    ):
        role = address.chosen("color", words.role_names(), _role_asked())
        with st.container(horizontal=True, gap="medium", key="choices-first-map"):
            params = _measure(role, PAIR[0])
        with st.popover(_("More choices"), type="tertiary", icon=":material/tune:"):
            zoom, more = _more_choices(role, PAIR[0])
        params |= more
    map_id, bars_id = PAIR if role == "both" else ONE
    if role != "both":
        params["year"] = _year_asked(params["measure"])
    figure = library.figure(map_id, **params, zoom=zoom)
    shown = address.chosen("drawing", words.drawing_names(is_pair=role == "both"))
    head(figure, library.figure(bars_id, **params).subtitle if shown == "bars" else None)
    left, right = st.columns([2, 1], gap="medium")
    fips = asked_county()
    with left:
        _drawing(shown, figure, {**params, "zoom": zoom}, bars_id, params, fips)
        _choices_of_layer(params)
        slides.beside_sources(figure, {**params, "zoom": zoom})
        under.care(figure)
    with right:
        county_card.card(figure, fips)


def _more_choices(role: str, pair: str) -> tuple[str, dict[str, str]]:
    """By what the counties are colored, the part of the state, and the services of a pair."""
    address.buttons(
        "color",
        _("Color counties by"),
        words.role_names(),
        default=_role_asked(),
        forget=("measure", "year", "need", "supply"),
    )
    params = {}
    if role == "both":
        params["supply"] = _one_of_pair("supply", _("Services"), Role.SUPPLY, pair)
    return address.buttons("zoom", _("Show"), words.zoom_names()), params


def _role_asked() -> str:
    """The color that an address without one means: that of the measures it names."""
    if address.asked("need") or address.asked("supply"):
        return "both"
    roles = {m.measure_id: str(m.role) for m in measures.measures(library.store())}
    return roles.get(address.given("measure", list(roles), ""), "")


def _measure(role: str, pair: str) -> dict[str, str]:
    """The measure of this role, or the need that is set against services."""
    if role == "both":
        return {"need": _one_of_pair("need", _("Need"), Role.NEED, pair)}
    held = {m.measure_id: m.label for m in measures.measures(library.store()) if m.role == role}
    return {"measure": address.listed("measure", _("Measure"), held, group=role)}


def _one_of_pair(name: str, label: str, role: Role, figure_id: str) -> str:
    """One of the measures of need or of services; the usual one comes first."""
    held = {m.measure_id: m.label for m in measures.measures(library.store()) if m.role is role}
    first = figures.defaults(figure_id, library.store())[name]
    return address.listed(name, label, {first: held[first], **held})


def _year_asked(measure_id: str) -> str:
    """The year that the address names; one that the measure lacks is said by the figure."""
    newest = measures.years(library.store(), measures.measure(library.store(), measure_id))[0]
    known = figures.options("county_map", library.store())["year"]
    asked = address.given("year", known, "newest")
    return "newest" if asked == str(newest) else asked


def _year(measure_id: str) -> None:
    """The years of a measure as a quiet switch, or as a list where they are many."""
    measure = measures.measure(library.store(), measure_id)
    years = [str(year) for year in measures.years(library.store(), measure)]
    if len(years) > 1:
        key, names = f"choose-year-{measure.measure_id}", {year: year for year in years}
        if len(years) <= BUTTONS:
            address.buttons("year", _("Year"), names, key=key, tell=False, hidden=True)
        else:
            address.listed("year", _("Year"), names, key=key, width=160, tell=False)


def _choices_of_layer(params: dict[str, str]) -> None:
    """What the map is divided into, its year, and how it is drawn."""
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="bottom", key="choices-of-layer"
    ):
        district_layer.choice()
        if "measure" in params:
            _year(params["measure"])
    names = words.drawing_names(is_pair="supply" in params)
    address.buttons("drawing", _("View as"), names, hidden=True)


def _drawing(
    drawing: str,
    figure: Figure,
    params: dict[str, str],
    bars_id: str,
    bar_params: dict[str, str],
    fips: str,
) -> None:
    """The drawing that the reader asks for; only that one is computed."""
    if drawing == "map":
        _chart(figure, params, fips)
    elif drawing == "bars":
        _chart(library.figure(bars_id, **bar_params), bar_params, fips)
    elif drawing == "explore":
        _explore(figure, params, fips)
    elif drawing == "table":
        _table(figure, fips)
    elif drawing == "download":
        get(figure)
    else:
        provenance.about(figure)


def _turn(name: str, fips: str) -> int:
    """The number of a drawing: the next one once the county picked in it is not `fips` any more.

    A browser keeps what was picked in a drawing and says nothing when it is picked again. Where
    another county was since chosen elsewhere, only a new drawing makes the old pick possible.
    """
    turn, picked = st.session_state.get(PICK + name, (0, ""))
    if picked not in ("", fips):
        turn += 1
        st.session_state[PICK + name] = (turn, "")
    return int(turn)


def _picker(name: str, turn: int, fips_of: Callable[[object], str]) -> Callable[[], None]:
    """A callback that selects the county that was picked in this drawing of that number."""
    return lambda: _pick(name, turn, fips_of(st.session_state[f"{name}-{turn}"]))


def _pick(name: str, turn: int, fips: str) -> None:
    """Select a county that was picked in a drawing."""
    if fips in county_card.names():
        st.session_state[PICK + name] = (turn, fips)
        st.session_state[TOUCHES] = st.session_state.get(TOUCHES, 0) + 1
        county_card.select(fips)


def _chart(figure: Figure, params: dict[str, str], fips: str) -> None:
    """A figure's own drawing; a click on a county selects it."""
    if figure.chart is None:
        st.markdown(_("These are categories, not numbers, so there is no bar chart."))
        return
    name = f"{figure.figure_id}_chart"
    turn = _turn(name, fips)
    clickable.drawing(
        library.marked(figure.figure_id, params, figure_view.mode(), fips),
        f"{name}-{turn}",
        figure.alt,
        lambda mark: _pick(name, turn, str(mark["county_fips"])),
    )


def _table(figure: Figure, fips: str) -> None:
    """The counties as a table; choosing a row selects its county."""
    shown = [column for column in figure.columns if column.field != "value"]
    rows = figure.rows[[column.field for column in shown]]
    codes = figure.rows["county_fips"].tolist()
    name = f"{figure.figure_id}_rows"
    turn = _turn(name, fips)

    def chosen(state: object) -> str:
        picked = state["selection"]["rows"]  # type: ignore[index]
        return str(codes[picked[0]]) if picked else ""

    st.dataframe(
        rows.rename(columns={column.field: column.label for column in shown}),
        hide_index=True,
        key=f"{name}-{turn}",
        height=620,
        on_select=_picker(name, turn, chosen),
        selection_mode="single-row",
        alt=_("Table: {headline}").format(headline=figure.headline),
    )


def _explore(figure: Figure, params: dict[str, str], fips: str) -> None:
    """The map to pan and zoom, with every hospital; loaded only here."""
    tokens = map_parts.tokens(figure)
    sites = county_card.points()
    unplaced = int(sites["lat"].isna().sum())
    name = f"{figure.figure_id}_explore"
    st.pydeck_chart(
        map_parts.deck(
            figure, fips, params["zoom"], figure_view.mode(), st.session_state.get(TOUCHES, 0)
        ),
        height=560,
        key=f"{name}-0",
        # Its layers are fresh after every touch, so the drawing may stay, and where it was panned.
        on_select=_picker(name, 0, map_parts.touched),
        selection_mode="single-object",
        alt=_("{alt} Hospitals are drawn as points, larger with more beds.").format(alt=figure.alt),
    )
    provenance.small(
        _(
            "Drag to move the map. Two fingers, a double click, or Ctrl and the wheel zoom it; "
            "one finger up or down, or the wheel alone, scrolls the page."
        )
    )
    names = card_words.report_names()
    map_parts.key(
        "key-points", {names[kind]: token for kind, token in POINT_COLORS.items()}, "circle"
    )
    map_parts.key("key-counties", tokens, "square")
    if unplaced:
        provenance.small(card_words.unplaced(unplaced, len(sites)))

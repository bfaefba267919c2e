"""The card of the county that is selected on a map: list, value, hospitals, way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import charts, maps, nav
from lib.i18n import _
from lib.subjects.county_map import words_card as words
from lib.subjects.county_map.points import hospital_points
from lib.ui import address, library, parameters, provenance
from lib.ui.edition import per_edition
from lib.ui.kept import kept
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure

KEY = "choose-county"

#: The page of one county.
COUNTY_PAGE = "county"

#: At most this many hospitals are listed on the card, largest first.
SITES_SHOWN = 6


@per_edition(maxsize=1)
def names() -> dict[str, str]:
    """County FIPS code -> name, in the order of the names; never write to it."""
    counties = library.store().table("counties").sort_values("name")
    return dict(zip(counties["county_fips"], counties["name"], strict=True))


@per_edition(maxsize=1)
def points() -> pd.DataFrame:
    """Every hospital with what it reports, as a point; never write to it."""
    return hospital_points(library.store())


def select(fips: str) -> None:
    """Make this the selected county, in the address and in the list."""
    st.query_params["county"] = fips
    st.session_state[KEY] = fips


def _from_list() -> None:
    """Keep the county chosen in the list, or none."""
    fips = st.session_state[KEY]
    if fips:
        st.query_params["county"] = fips
    else:
        st.query_params.pop("county", None)


def card(figure: Figure, fips: str) -> None:
    """The list of counties and, once one is chosen, what is held for it."""
    held = names()
    # The address is the record: a click elsewhere and the way back set this list as well.
    if st.session_state.get(KEY) != (fips or None):
        st.session_state[KEY] = fips or None
    asked = address.asked("county")
    if asked and not fips:
        st.info(words.unknown_county(provenance.plain(parameters.part("county", asked))))
    st.selectbox(
        _("County"),
        list(held),
        index=None,
        format_func=lambda code: held.get(code, code),
        placeholder=_("Choose from the list, type a name, or click a county"),
        key=KEY,
        on_change=_from_list,
    )
    with st.container(border=True, key="county-card"):
        if not fips:
            first = _(
                "No county is selected. Choose one above, or click one in the map, bars or "
                "table. Its numbers and hospitals will appear here."
            )
            st.markdown("\n\n".join([first, *_class_named(figure)]))
            return
        kept(
            f"county-card {figure.figure_id} {sorted(figure.params.items())} {fips}",
            lambda: _held(figure, fips, held[fips]),
        )
        _way(fips, held[fips])


@per_edition(maxsize=provenance.KEPT)
def _class_named(figure: Figure) -> tuple[str, ...]:
    """The names of one class of a measure: those at zero, or else those of the highest class."""
    if "supply_words" in figure.rows or not isinstance(figure.chart, charts.Form):
        return ()
    colors = figure.chart.colors
    kinds = [kind for kind, color in colors.items() if color in maps.ZERO] or list(colors)
    of_class = figure.rows[figure.rows["kind"].eq(kinds[0])]["name"]
    listed = provenance.plain(", ".join(sorted(of_class)))
    return (f"**{provenance.plain(kinds[0])}:** {listed}",)


def _held(figure: Figure, fips: str, name: str) -> None:
    """The county's name, number and hospitals."""
    row = figure.rows[figure.rows["county_fips"] == fips].iloc[0]
    name = provenance.heading(name)
    st.subheader(_("{name} County").format(name=name), anchor=False)
    _numbers(figure, row)
    _hospitals(fips, name)


def _numbers(figure: Figure, row: pd.Series) -> None:
    """The value with its base, class and source."""
    labels = {column.field: column.label for column in figure.columns}
    lines = []
    if "supply_words" in row.index:
        for field in ("value_words", "supply_words"):
            label, text = provenance.plain(labels[field]), provenance.plain(str(row[field]))
            lines.append(f"{label}: **{text}**")
        lines.append(provenance.plain(words.county_class(str(row["kind"]))))
    else:
        value = provenance.plain(str(row["value_words"]))
        base = provenance.plain(str(row["base_words"]))
        lines.append(f"**{value}** ({base})" if base else f"**{value}**")
        lines.append(provenance.plain(words.county_class(str(row["kind"]))))
        if base and not numbers.is_missing(row["value"]):
            lines.append(words.small_base(float(row["denominator"])))
    lines.append(words.rurality(library.store(), nonmetro=bool(row["nonmetro"])))
    st.markdown("\n\n".join(line for line in lines if line))
    if row["source_id"]:
        source = library.store().source(str(row["source_id"]))
        provenance.small(
            _("Source: {source}. Where: {locator}.").format(
                source=provenance.linked(source), locator=provenance.plain(str(row["locator"]))
            )
        )


def _hospitals(fips: str, name: str) -> None:
    """What the county's hospitals report, the largest first."""
    sites = points()
    here = sites[sites["county_fips"] == fips]
    if here.empty:
        st.markdown(words.no_sites(name))
        return
    st.markdown(_("**Hospitals in this county, latest report**"))
    shown = here.head(SITES_SHOWN)
    st.markdown(
        "\n".join(
            f"- {provenance.plain(str(row['name']))}. {provenance.plain(str(row['words']))}"
            for __, row in shown.iterrows()
        )
    )
    if len(here) > len(shown):
        st.markdown(words.more_sites(len(here) - len(shown)))


def _way(fips: str, name: str) -> None:
    """The link to the county's own page, once there is one."""
    entry = next((entry for entry in nav.PAGES if entry.path == COUNTY_PAGE), None)
    if entry:
        st.page_link(
            entry.file,
            label=_("Go to the {name} County page").format(name=provenance.heading(name)),
            icon=":material/arrow_forward:",
            query_params={"county": fips},
        )

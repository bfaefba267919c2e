"""The counties that a definition calls rural, on a map, with those where no hospital reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import maps
from lib.derive import reports, rurality
from lib.i18n import _
from lib.maps import geometry
from lib.model import Column, RuralDefinition
from lib.subjects.county_map.classes import with_places
from lib.subjects.rural import words as rural
from lib.subjects.rural.coverage import source_of
from lib.subjects.shared.assemble import Draft, figure, self_reported, shapes
from lib.subjects.shared.claims import site_claim
from lib.subjects.shared.status import county_status
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

#: Color tokens of the rural classes from the least to the most, by their number; then those of the
#: others from the farthest from rural to the nearest. In gray more rural is darker, too.
RURAL = {1: ("@need_4",), 2: ("@need_4", "@need_5"), 3: ("@need_3", "@need_4", "@need_5")}
OTHER = ("@none", "@context_1", "@context_2", "@context_3")


@figure
def rural_map(store: Store, rural_by: RuralDefinition = "") -> Draft:
    """Every county by its class, those without a reporting hospital in a heavy line."""
    rural_by = rural_by or rurality.first(store)
    year = reports.newest(store)
    rows, colors = _rows(store, rural_by, year)
    inside = rows[rows["is_rural"]]
    without = int(inside["nonmetro"].sum())
    title = rural.definition_title(store, rural_by)
    return Draft(
        headline=rural.map_headline(len(inside), len(rows), without, year),
        subtitle=_(
            "{definition}: {limits} Heavy line: no hospital reports an inpatient program in {year}."
        ).format(definition=title, limits=rural.definition_limits(store, rural_by), year=year),
        summary=_("Counties by class: {listed}.").format(listed="; ".join(colors)),
        drawing=_("Map of the counties in classes of one definition of rural."),
        rows=rows,
        columns=(
            Column("name", _("County")),
            Column("class_words", _("Class")),
            Column("rural_words", _("Rural by this definition")),
            Column("of_words", _("Hospital sites that report an inpatient program")),
        ),
        period=str(year),
        claims=[
            site_claim(
                store,
                _("Rural counties where no hospital reports an inpatient program"),
                without,
                len(inside),
                "inpatient_palliative by county and its class",
            )
        ],
        source_ids=[source_of(store, rural_by), reports.newest_source(store), shapes(store)],
        caveats=(
            self_reported(),
            _("A site counts in the county where it is located. Patients cross county lines."),
        ),
        definition=title,
        chart=maps.counties(
            colors,
            tooltip=(
                ("name", _("County")),
                ("class_words", _("Class")),
                ("of_words", _("Report a program")),
            ),
            outlined=(),
            frame=geometry.frame(store.topology),
            outline_label=_("Outline counties where no hospital reports a program"),
            is_outlined=True,
            is_whole=True,
            height=560,
        ),
        params={"rural_by": rural_by},
    )


def _rows(store: Store, definition: str, year: int) -> tuple[pd.DataFrame, dict[str, str]]:
    """One row a county, the most rural class first, and the colors of the classes."""
    held = rurality.county_classes(store, definition)
    status = county_status(store, year).set_index("county_fips")
    rows = with_places(store, held.rename("rural_class").reset_index())
    codes = rows["county_fips"]
    names = rural.class_names(store, definition)
    tokens = _tokens(store, definition)
    kinds = numbers.with_counts({name: names[name] for name in tokens}, rows["rural_class"])
    is_rural = rurality.is_rural(store, rows["rural_class"], definition)
    rows = rows.assign(
        name=codes.map(store.names),
        kind=rows["rural_class"].map(kinds),
        class_words=rows["rural_class"].map(names),
        is_rural=is_rural,
        rural_words=[_("Yes") if each else _("No") for each in is_rural],
        # What the map outlines.
        nonmetro=codes.map(status["inpatient"].eq(0)).astype(bool),
        of_words=[
            numbers.n_of_n(n, answered) if answered else _("No hospital site answered")
            for n, answered in zip(
                codes.map(status["inpatient"]), codes.map(status["sites"]), strict=True
            )
        ],
    )
    order = rows["rural_class"].map({name: place for place, name in enumerate(kinds)})
    rows = rows.assign(order=order).sort_values(["order", "name"]).reset_index(drop=True)
    return rows, {kinds[name]: tokens[name] for name in kinds}


def _tokens(store: Store, definition: str) -> dict[str, str]:
    """Class -> color token: the most rural first, then the others from the nearest to rural on."""
    table = rurality.classes(store, definition)
    named = rurality.is_rural(store, table.index.to_series(), definition)
    inside, others = list(table.index[named]), list(table.index[~named])
    # Classes run from the least rural to the most, where there are several of them.
    colors = dict(zip(inside, RURAL.get(len(inside), RURAL[3]), strict=False))
    quiet = OTHER if len(others) >= len(OTHER) else OTHER[1:]
    plain = dict(zip(others, quiet, strict=False))
    return {
        **{name: colors.get(name, RURAL[3][-1]) for name in reversed(inside)},
        **{name: plain.get(name, OTHER[-1]) for name in reversed(others)},
    }

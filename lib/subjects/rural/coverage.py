"""Rural coverage: what sites and counties report under each definition of rural."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.charts.answers import answers
from lib.derive import hospitals, reports, rurality, vocabulary
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column, RuralDefinition
from lib.subjects.counties.hospitals import has_silent, site_kinds, site_rows
from lib.subjects.rural import words as rural
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import site_claim, site_claims
from lib.subjects.shared.columns import newest_apart, share_columns, share_tips, with_words
from lib.subjects.shared.sites import answers_held, number_column, silent_counties
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.store import Store


def source_of(store: Store, definition: str) -> str:
    """The source of a definition; a designation of hospitals comes with the newest report."""
    named = str(rurality.definitions(store).at[definition, "source_id"])
    return named or reports.newest_source(store)


@figure
def rural_definitions(store: Store) -> Draft:
    """The definitions, what each calls rural in California, and what it leaves out."""
    names = list(rurality.definitions(store).index)
    rows = pd.DataFrame(
        [
            {
                "definition": rural.definition_title(store, name),
                "counties": int(
                    rurality.is_rural(store, rurality.county_classes(store, name), name).sum()
                ),
                "limits": rural.definition_limits(store, name),
                "source": store.source(source_of(store, name)).publisher,
            }
            for name in names
        ]
    )
    low, high = int(rows["counties"].min()), int(rows["counties"].max())
    return Draft(
        headline=_(
            "Between {low} and {high} of {n} counties are rural, depending on the definition"
        ).format(low=low, high=high, n=len(store.table("counties"))),
        subtitle=_("Each definition with the counties it calls rural and what it leaves out."),
        summary="; ".join(
            _("{definition}: {n} counties").format(definition=r.definition, n=r.counties)
            for r in each(rows)
        )
        + ".",
        drawing=_("Table of definitions."),
        rows=rows,
        columns=(
            Column("definition", _("Definition")),
            Column("counties", _("Rural counties"), "count"),
            Column("limits", _("What it says and leaves out")),
            Column("source", _("Source")),
        ),
        period=_("{first} to {year}").format(
            first=min(
                filter(None, (store.source(source_of(store, n)).published[:4] for n in names))
            ),
            year=reports.newest(store),
        ),
        as_of=str(reports.newest(store)),
        source_ids=[source_of(store, name) for name in names],
    )


@lru_cache(maxsize=16)
def _dots(groups: int) -> Mapping[str, Any]:
    return charts.dot_gap(
        groups=groups, tooltip=(("group", _("Class")), ("year", _("Year")), *share_tips())
    )


def _class_rows(store: Store, shares: pd.DataFrame, definition: str) -> pd.DataFrame:
    """Shares by class and year as the dot form needs them."""
    names = rural.class_names(store, definition)
    rows = with_words(shares).assign(group=shares["rural_class"].map(names))
    rows = newest_apart(rows, rural=rurality.is_rural(store, shares["rural_class"], definition))
    return rows.assign(year_label="", year_side="")


#: Those that report, and those that answered.
Sums = tuple[int, int]


def _sides(rows: pd.DataFrame) -> tuple[Sums, Sums]:
    """Reporting and answered of the newest year, in rural classes and in the others."""
    now = rows[rows["when"] == "current"]
    inside, outside = (
        now[now["rural"] == side][["reporting", "answered"]].sum() for side in (True, False)
    )
    return (
        (int(inside["reporting"]), int(inside["answered"])),
        (int(outside["reporting"]), int(outside["answered"])),
    )


def _shares(
    store: Store,
    rural_by: str,
    shares: Callable[[Store, str], pd.DataFrame],
    headline: Callable[[Sums, Sums, int], str],
    what: tuple[str, str],
) -> Draft:
    """What is said of `shares` by class; `what` is counted, in a subtitle and for who asks."""
    definition = rural_by or rurality.first(store)
    rows = _class_rows(store, shares(store, definition), definition)
    return Draft(
        headline=headline(*_sides(rows), reports.newest(store)),
        subtitle=_(
            "{what} Teal: {newest}, with the count. Gray: earlier years. {definition}: {limits}"
        ).format(
            what=what[0],
            newest=reports.newest(store),
            definition=rural.definition_title(store, definition),
            limits=rural.definition_limits(store, definition),
        ),
        summary="; ".join(f"{r.group}, {r.year}: {r.n_of_n}" for r in each(rows)) + ".",
        drawing=_("Dot chart. Each row is a group of counties; each dot is a year."),
        rows=rows,
        columns=(Column("group", _("Class")), Column("year", _("Year"), "year"), *share_columns()),
        period=numbers.years(rows["year"].tolist()),
        as_of=str(reports.newest(store)),
        claims=site_claims(
            store, rows, "{group}, {year}", "inpatient_palliative by county and its class"
        ),
        source_ids=[source_of(store, definition)],
        caveats=(
            self_reported(),
            _("Some groups have only a few hospital sites. Read the count, not the percent."),
            rural.held_for(store, definition),
            *reports.notes(store, shown=rows["year"]),
        ),
        definition=_("{counted} Rural: {definition}.").format(
            counted=what[1], definition=rural.definition_title(store, definition)
        ),
        chart=_dots(rows["group"].nunique()),
        height=62 * rows["group"].nunique(),
        params={"rural_by": definition},
    )


@figure
def rural_sites(store: Store, rural_by: RuralDefinition = "") -> Draft:
    """Sites that report an inpatient program, by rurality of their county or their own."""
    return _shares(
        store,
        rural_by,
        rurality.site_shares,
        rural.sites_headline,
        (
            _(
                "Share of general acute care hospital sites that report an inpatient program, "
                "California."
            ),
            _(
                "Hospital sites that answer Yes to an inpatient palliative care program, among the "
                "general acute care sites that answered the state report that year."
            ),
        ),
    )


@figure
def rural_counties(store: Store, rural_by: RuralDefinition = "") -> Draft:
    """Counties where at least one site reports an inpatient program, by rurality."""
    return _shares(
        store,
        rural_by,
        rurality.county_shares,
        rural.counties_headline,
        (
            _(
                "Share of counties where at least one hospital site reports an inpatient program, "
                "among counties with a hospital that answered."
            ),
            _(
                "Counties where at least one hospital site answers Yes to an inpatient palliative "
                "care program, among counties with a site that answered the state report that year."
            ),
        ),
    )


@lru_cache(maxsize=4)
def _grid(count: int, years: tuple[int, ...], *, silent: bool) -> Mapping[str, Any]:
    return answers(
        site_kinds(silent=silent),
        years=years,
        count=count,
        tooltip=(("name", _("Hospital")), ("county", _("County")), ("owner", _("Owner"))),
    )


@figure
def rural_critical_access(store: Store) -> Draft:
    """Every critical access hospital and what it reported in each report year."""
    table = answers_held(store)
    years, newest = reports.years(store), reports.newest(store)
    held_ = table[table["critical_access"].eq(hospitals.YES) & table["last_year"].eq(newest)]
    rows = site_rows(store, held_, years, silent_counties(store))
    rows = rows.assign(county=rows["county_fips"].map(store.names)).sort_values(["county", "name"])
    reporting = rows[rows[f"inpatient_{newest}"].eq(hospitals.YES)]["name"].tolist()
    return Draft(
        headline=rural.critical_headline(len(reporting), len(rows), newest),
        subtitle=vocabulary.sentence(store, "rural_critical_access", "subtitle"),
        summary=_("In {year}, {n} report an inpatient program: {names}.").format(
            year=newest,
            n=numbers.n_of_n(len(reporting), len(rows)),
            names=numbers.listing(reporting),
        ),
        drawing=_("Grid. Each row is a hospital and each column is a year."),
        rows=rows,
        columns=(
            Column("name", _("Hospital")),
            Column("city", _("City")),
            Column("county", _("County")),
            Column("beds", _("General acute beds"), "count"),
            *(Column(f"kind_{year}", str(year)) for year in years),
            number_column(),
        ),
        period=numbers.years(years),
        as_of=str(reports.newest(store)),
        claims=[
            site_claim(
                store,
                _("Critical access hospitals that report, {year}").format(year=year),
                int(rows[f"inpatient_{year}"].eq(hospitals.YES).sum()),
                int(rows[f"inpatient_{year}"].ne(hospitals.UNKNOWN).sum()),
                "inpatient_palliative where critical_access is Yes",
                year,
            )
            for year in years
        ],
        caveats=(self_reported(), *reports.notes(store)),
        definition=vocabulary.sentence(store, "rural_critical_access", "definition"),
        chart=_grid(len(rows), years, silent=has_silent(rows, years)),
        height=30 * len(rows) + 150,
    )

"""The registry of figures: one declaration serves page, export, story and static edition."""

from __future__ import annotations

from functools import lru_cache
from inspect import signature
from typing import TYPE_CHECKING, get_args, get_type_hints

from lib.figures import (
    board,
    catalog,
    cohort_facts,
    cohort_members,
    cohorts,
    community,
    community_field,
    community_people,
    county_around,
    county_district,
    county_findings,
    county_hospitals,
    county_map,
    county_people,
    county_profile,
    drivers,
    equity,
    equity_ahead,
    equity_held,
    equity_places,
    leadership_centers,
    milestones,
    need_supply,
    overlay,
    overview,
    participation,
    program_changes,
    program_history,
    program_services,
    program_splits,
    programs,
    rural,
    rural_reach,
    year_by_year,
)
from lib.model import (
    County,
    EquityGroup,
    EquityView,
    Figure,
    IndicatorId,
    MeasureId,
    NeedId,
    Opportunity,
    SupplyId,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.store import Store

MODULES = (
    cohorts,
    cohort_facts,
    cohort_members,
    milestones,
    participation,
    leadership_centers,
    year_by_year,
    overview,
    board,
    drivers,
    community,
    community_people,
    community_field,
    programs,
    program_changes,
    program_splits,
    program_history,
    program_services,
    catalog,
    county_map,
    need_supply,
    equity,
    county_findings,
    county_profile,
    county_hospitals,
    county_people,
    county_around,
    county_district,
    rural,
    rural_reach,
    equity_held,
    equity_places,
    equity_ahead,
)

REGISTRY: Mapping[str, Callable[..., Figure]] = {
    name: getattr(module, name) for module in MODULES for name in module.__all__
}

#: Parameters that take the ids of a table -> the table and the column of the ids.
OPEN = {
    County: ("counties", "county_fips"),
    IndicatorId: ("indicators", "indicator_id"),
    EquityView: ("equity_subjects", "view_id"),
    EquityGroup: ("equity_groups", "group"),
    Opportunity: ("opportunities", "title"),
    MeasureId: ("measures", "measure_id"),
    NeedId: ("measures", "measure_id"),
    SupplyId: ("measures", "measure_id"),
}

#: Parameters that take only some rows of their table -> the role of those rows.
ROLES = {NeedId: "need", SupplyId: "supply"}

__all__ = ["REGISTRY", "build", "defaults", "options"]


@lru_cache(maxsize=512)
def options(figure_id: str, store: Store | None = None) -> dict[str, tuple[str, ...]]:
    """Parameter -> the values it may take, the default first.

    A parameter is a closed choice (``Literal[...]``) or takes the ids of a table (`OPEN`);
    these are listed only when `store` is given, else the default stands alone.

    Raises:
        KeyError: no figure of that name.
    """
    function = REGISTRY[figure_id]
    hints = get_type_hints(
        function, localns={"Store": object, "Figure": Figure}, include_extras=True
    )
    found: dict[str, tuple[str, ...]] = {}
    for name, parameter in signature(function).parameters.items():
        if name == "store":
            continue
        default = str(parameter.default)
        if hints[name] in OPEN:
            table, column = OPEN[hints[name]]
            rows = store.table(table) if store else None
            if rows is not None and hints[name] in ROLES:
                rows = rows[rows["role"].eq(ROLES[hints[name]])]
            values = tuple(rows[column]) if rows is not None else ()
        else:
            values = tuple(str(value) for value in get_args(hints[name]))
        found[name] = (default, *(value for value in values if value != default))
    return found


def defaults(figure_id: str) -> dict[str, str]:
    """Parameter -> its default value."""
    return {name: values[0] for name, values in options(figure_id).items()}


def build(store: Store, figure_id: str, params: Mapping[str, str]) -> Figure:
    """The figure of that name with these parameters; absent ones take their default.

    A trend also takes `milestones`, the kind of milestones laid over it.

    Raises:
        KeyError: no figure of that name.
        ValueError: an unknown parameter or a value that the parameter may not take.
    """
    own = {name: value for name, value in params.items() if name != overlay.PARAMETER}
    allowed = options(figure_id, store)
    for name, value in own.items():
        if name not in allowed:
            raise ValueError(f"figure {figure_id!r} has no parameter {name!r}")
        if value not in allowed[name]:
            raise ValueError(
                f"{name}={value!r} is not one of {', '.join(allowed[name])} for {figure_id!r}"
            )
    figure = REGISTRY[figure_id](store, **own)
    kind = params.get(overlay.PARAMETER)
    return overlay.with_milestones(store, figure, kind) if kind else figure

"""The registry of figures: one declaration serves page, export, story and static edition."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from inspect import signature
from pkgutil import walk_packages
from typing import TYPE_CHECKING, get_args, get_type_hints

from lib import model, subjects
from lib.derive import measures, reports, rurality, vocabulary
from lib.model import Figure
from lib.subjects.cohorts import efforts
from lib.subjects.equity import ahead, places
from lib.subjects.milestones import overlay
from lib.subjects.milestones.words import ALL
from lib.subjects.programs import history, splits
from lib.subjects.shared.assemble import FIGURES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.store import Store

# A figure is any function of a subject that is marked as one; looking for them is importing them.
for _module in walk_packages(subjects.__path__, f"{subjects.__name__}."):
    import_module(_module.name)

REGISTRY: Mapping[str, Callable[..., Figure]] = FIGURES


def _column(table: str, column: str, **only: str) -> Callable[[Store], tuple[str, ...]]:
    """What finds the ids that stand in a column of a table, in the rows with these words."""

    def found(store: Store) -> tuple[str, ...]:
        rows = store.table(table)
        for name, word in only.items():
            rows = rows[rows[name].eq(word)]
        return tuple(rows[column])

    return found


def _words(name: str, *first: str) -> Callable[[Store], tuple[str, ...]]:
    """What finds the words of a list of `vocabulary`, after `first`."""
    return lambda store: (*first, *vocabulary.words(store, name))


def _district_numbers(store: Store) -> tuple[str, ...]:
    return tuple(str(number) for number in sorted(set(store.table("districts")["number"])))


def _report_years(store: Store) -> tuple[str, ...]:
    return tuple(str(year) for year in reversed(reports.years(store)))


def _report_spans(store: Store) -> tuple[str, ...]:
    return tuple(f"{first}-{last}" for first, last in reports.spans(store))


def _map_years(store: Store) -> tuple[str, ...]:
    held = {y for measure in measures.measures(store) for y in measures.years(store, measure)}
    return ("newest", *(str(year) for year in sorted(held, reverse=True)))


#: Parameters whose values come from the tables -> what finds them, the default first.
OPEN: Mapping[object, Callable[[Store], tuple[str, ...]]] = {
    model.County: _column("counties", "county_fips"),
    model.IndicatorId: _column("indicators", "indicator_id"),
    model.EquityView: _column("equity_subjects", "view_id"),
    model.EquityGroup: _column("equity_groups", "group"),
    model.Opportunity: _column("opportunities", "title"),
    model.MeasureId: _column("measures", "measure_id"),
    model.NeedId: _column("measures", "measure_id", role="need"),
    model.SupplyId: _column("measures", "measure_id", role="supply"),
    model.ReportYear: _report_years,
    model.ReportSpan: _report_spans,
    model.MapYear: _map_years,
    model.DistrictNumber: _district_numbers,
    model.MilestoneChain: _words("milestone_chain"),
    model.MilestoneKind: _words("milestone_category", ALL),
    model.Split: lambda store: tuple(splits.splits(store).index),
    model.CardEdition: history.card_editions,
    model.Horizon: ahead.horizons,
    model.OlderGroup: places.older_groups,
    model.RuralDefinition: lambda store: tuple(rurality.definitions(store).index),
    model.CohortOverlay: efforts.overlays,
    model.CohortKind: lambda store: (ALL, *efforts.kinds_in_time(store)),
}

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
        if hints[name] in OPEN:
            values = OPEN[hints[name]](store) if store else ()
        else:
            values = tuple(str(value) for value in get_args(hints[name]))
        # A default that only the tables know, such as the newest report, is their first value.
        default = str(parameter.default) or (values[0] if values else "")
        found[name] = (default, *(value for value in values if value != default))
    return found


def defaults(figure_id: str, store: Store | None = None) -> dict[str, str]:
    """Parameter -> its default value; one that the tables decide is empty without `store`."""
    return {name: values[0] for name, values in options(figure_id, store).items()}


def build(store: Store, figure_id: str, params: Mapping[str, str]) -> Figure:
    """The figure of that name with these parameters; absent ones take their default.

    A trend also takes `milestones`, the kind of milestones laid over it.

    Raises:
        KeyError: no figure of that name.
        ValueError: an unknown parameter or a value that the parameter may not take.
    """
    own = {name: value for name, value in params.items() if name != overlay.PARAMETER}
    allowed = options(figure_id, store)
    # An empty text stands for the default of its parameter.
    own = {name: value for name, value in own.items() if value or name not in allowed}
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

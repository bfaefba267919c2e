"""The registry of figures: one declaration serves page, export, story and static edition."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, get_args, get_type_hints

from lib.figures import (
    board,
    overview,
    program_changes,
    program_history,
    program_services,
    program_splits,
    programs,
)
from lib.model import County, Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.store import Store

MODULES = (
    overview,
    board,
    programs,
    program_changes,
    program_splits,
    program_history,
    program_services,
)

REGISTRY: Mapping[str, Callable[..., Figure]] = {
    name: getattr(module, name) for module in MODULES for name in module.__all__
}

__all__ = ["REGISTRY", "build", "defaults", "options"]


def options(figure_id: str, store: Store | None = None) -> dict[str, tuple[str, ...]]:
    """Parameter -> the values it may take, the default first.

    A parameter is a closed choice (``Literal[...]``) or one of the places of `County`; the
    58 counties are listed only when `store` is given, else the default stands alone.

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
        if hints[name] is County:
            values = tuple(store.table("counties")["county_fips"]) if store else ()
        else:
            values = tuple(str(value) for value in get_args(hints[name]))
        found[name] = (default, *(value for value in values if value != default))
    return found


def defaults(figure_id: str) -> dict[str, str]:
    """Parameter -> its default value."""
    return {name: values[0] for name, values in options(figure_id).items()}


def build(store: Store, figure_id: str, params: Mapping[str, str]) -> Figure:
    """The figure of that name with these parameters; absent ones take their default.

    Raises:
        KeyError: no figure of that name.
        ValueError: an unknown parameter or a value that the parameter may not take.
    """
    allowed = options(figure_id, store)
    for name, value in params.items():
        if name not in allowed:
            raise ValueError(f"figure {figure_id!r} has no parameter {name!r}")
        if value not in allowed[name]:
            raise ValueError(
                f"{name}={value!r} is not one of {', '.join(allowed[name])} for {figure_id!r}"
            )
    return REGISTRY[figure_id](store, **dict(params))

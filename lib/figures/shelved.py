"""Figures from the shelf of their edition: built once for all processes, then read."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

from lib import figures
from lib.figures.packing import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lib.model import Figure
    from lib.store import Store
    from lib.store.shelf import Shelf

#: A choice with more values than this is built as it is asked for.
VALUES_BUILT = 12

#: The parameters by which a figure is one place's.
COUNTY = "county"
DISTRICT = ("chamber", "number")

#: Stand on a shelf that holds every variant, and every place's figures.
FIGURES, PLACES = "all figures", "all places"


def shelved(store: Store, shelf: Shelf, figure_id: str, params: Mapping[str, str]) -> Figure:
    """The figure of that name with these parameters, all of them named, as `figures.build` gives it."""
    return _kept(shelf, figure_id, params) or figures.build(store, figure_id, params)


def put(store: Store, shelf: Shelf, figure_id: str, params: Mapping[str, str]) -> None:
    """Put a figure on its shelf, if it is not there."""
    if _kept(shelf, figure_id, params) is None:
        built = figures.build(store, figure_id, params)
        # What cannot be packed is built by each process, as everything was.
        with contextlib.suppress(TypeError):
            shelf.put(_name(figure_id, params), packed(built))


def _name(figure_id: str, params: Mapping[str, str]) -> str:
    return "figure " + json.dumps([figure_id, sorted(params.items())])


def _kept(shelf: Shelf, figure_id: str, params: Mapping[str, str]) -> Figure | None:
    content = shelf.get(_name(figure_id, params))
    if content is None:
        return None
    try:
        return unpacked(content)
    except ValueError:
        return None


def variants(store: Store, figure_id: str) -> Iterator[dict[str, str]]:
    """The parameters of a figure: its defaults, then each value of its short choices."""
    defaults = figures.defaults(figure_id, store)
    yield defaults
    for name, values in figures.options(figure_id, store).items():
        if len(values) <= VALUES_BUILT:
            yield from ({**defaults, name: value} for value in values[1:])


def every(store: Store) -> Iterator[tuple[str, dict[str, str]]]:
    """The variants of all figures that a process builds before they are asked for."""
    for figure_id in figures.REGISTRY:
        yield from ((figure_id, params) for params in variants(store, figure_id))


def of_places(store: Store) -> Iterator[tuple[str, dict[str, str]]]:
    """Every figure of a county or a district, for each of them."""
    districts = store.table("districts")
    pairs = [(str(row.chamber), str(row.number)) for row in districts.itertuples()]
    for figure_id in figures.REGISTRY:
        defaults = figures.defaults(figure_id, store)
        if COUNTY in defaults:
            for fips in figures.options(figure_id, store)[COUNTY]:
                yield figure_id, {**defaults, COUNTY: fips}
        elif set(DISTRICT) <= set(defaults):
            for chamber, number in pairs:
                yield figure_id, {**defaults, **dict(zip(DISTRICT, (chamber, number), strict=True))}

"""Data by address and charts for frames in the static edition: the same paths as the app's.

`latest` is written; `tools.make_site` lets the folder named after the edition hold the same files,
so that an edition which is kept beside the next one keeps its addresses.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from lib import figures, pages, theme
from lib.outputs import addresses, data_index, embedding, records, tabular
from lib.outputs.site_frame import ADDRESS, county_file, district_file, file_of, more_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lib.model import Figure
    from lib.page import Held
    from lib.store import Store

#: Where the newest edition stands, and its files by their folder there.
LATEST = f"data/{addresses.LATEST}/"

#: The list of all addresses.
INDEX = "data/index.html"

#: Forms that a chart's rows have with choices: those that a program reads.
FORMS = ("csv", "json")

#: Names of one folder that are written at a time.
AT_ONCE = {"tables": 60, "indicators": 80, "figures": 12}

#: Choices that name a place are always said, also where they are the usual ones.
PLACES = frozenset({"county", "chamber", "number"})

#: The choices of one chart.
Choices = dict[str, str]


def chosen(figure: Figure, store: Store) -> Choices:
    """The choices that tell this view of a figure from its usual one, and its place."""
    usual = figures.defaults(figure.figure_id, store)
    return {
        name: value
        for name, value in figure.params.items()
        if value and (name in PLACES or usual.get(name) != value)
    }


def address(figure: Figure, store: Store, form: str = "csv") -> str:
    """The path of a figure's rows, seen from the root of the site."""
    path = addresses.with_choices(figure.figure_id, chosen(figure, store), form, folder=True)
    return LATEST + path


def rows(figure: Figure, store: Store) -> Iterator[tuple[str, bytes]]:
    """The rows of a figure at their addresses."""
    yield address(figure, store), tabular.csv_text(figure).encode()
    told = records.json_bytes(tabular.taken_rows(figure), records.told)
    yield address(figure, store, "json"), told


def frame_file(figure: Figure, store: Store) -> str:
    """The path of a figure's frame, seen from the root of the site."""
    return embedding.file(figure.figure_id, chosen(figure, store))


def frame(figure: Figure, store: Store, file: str, page: str) -> str:
    """A figure for a frame, as a file.

    Args:
        figure: the figure.
        store: the edition.
        file: where it is to stand, seen from the root of the site.
        page: a page that shows it, seen from there too. Two pages may show it; the frame is one
            file, the same whichever of them is made last: it leads to the county's page, or to
            the first in the order of the pages.
    """
    figure_id, county = figure.figure_id, figure.params.get("county")
    if county and figure_id in pages.PAGES["county"].figures():
        page = county_file(store.names[county])
    elif page.startswith("more/"):
        page = more_file(figure_id, pages.shown_on()[figure_id])
    place = f"{page}#{figure_id}"
    up = "../" * file.count("/")
    return embedding.page(
        figure,
        store.topology,
        home=up,
        fonts=f"{up}{embedding.FONTS}",
        mode=theme.Mode.AUTO,
        place=place,
    )


def usual(held: Held, names: Sequence[str]) -> Iterator[tuple[str, bytes | str]]:
    """The rows of figures with their usual choices, and their frames."""
    for name in names:
        figure = held.figure(name)
        for form in addresses.FORMS["figures"]:
            path = f"figures/{name}.{form}"
            yield LATEST + path, addresses.content(held.store, path, build=_build(held))
        file = embedding.file(name, {})
        yield file, frame(figure, held.store, file, _page_of(figure, held.store))


def whole(held: Held, folder: str, names: Sequence[str]) -> Iterator[tuple[str, bytes | str]]:
    """Tables or indicators in all their forms."""
    for name in names:
        for form in addresses.FORMS[folder]:
            path = f"{folder}/{name}.{form}"
            yield LATEST + path, addresses.content(held.store, path)


def shared(held: Held, variants: Mapping[str, Sequence[Choices]]) -> Iterator[tuple[str, bytes]]:
    """What lists the addresses or describes them, and the typefaces of frames.

    Args:
        held: the edition.
        variants: figure -> the choices with which its rows stand in the site.
    """
    store, build, names = held.store, _build(held), addresses.names(held.store)
    home = os.environ.get(ADDRESS, "").rstrip("/")
    for path in addresses.over_all(store):
        if path == "catalog.json":
            made = data_index.catalog(store, names, build, variants)
        elif path == "index.html":
            made = data_index.page(store, names, build, home=home, is_file=True)
        else:
            made = addresses.content(store, path, build=build)
        yield LATEST + path, made
    listed = partial(data_index.page, store, names, build, home=home, is_file=True)
    yield INDEX, listed(folder=f"{addresses.LATEST}/")
    yield "data/datapackage.json", addresses.top(store, "datapackage.json")
    yield from embedding.files().items()


def _build(held: Held) -> addresses.Build:
    return lambda figure_id, choices: held.figure(figure_id, **choices)


def _page_of(figure: Figure, store: Store) -> str:
    """The page that shows a figure as it usually is, seen from the root of the site."""
    path = pages.shown_on()[figure.figure_id]
    if path == "county":
        return county_file(store.names[figure.params["county"]])
    if path == "district" and "number" in figure.params:
        return district_file(figure.params["chamber"], figure.params["number"])
    return f"districts-{figure.params['chamber']}.html" if path == "district" else file_of(path)

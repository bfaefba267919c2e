"""Fixed addresses of data: what stands at each path under ``data/``, as bytes.

One list serves the app, which answers a path when it is asked for, and the static edition, which
writes every path as a file. A path is seen from the folder of an edition::

    index.html, catalog.json, datapackage.json, bundle.zip, README.md
    tables/hospital_programs.csv        also .json and .parquet
    indicators/<indicator_id>.csv       also .json and .parquet
    figures/<figure_id>.csv             also .json, and .zip with a text that says what it is
    figures/<figure_id>/county=06029.csv    the same with choices, where no query can be asked
"""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from rapidfuzz import fuzz, process

from lib import figures
from lib.i18n import _
from lib.outputs import bundle, data_index, in_path, parcel, records, tabular, words
from lib.store import bundle_file, bundle_files
from lib.subjects.milestones import overlay as trends, words_overlay as overlay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from lib.model import Figure
    from lib.store import Store

    Build = Callable[[str, Mapping[str, str]], Figure]

#: Ending -> what a browser calls its kind.
KINDS = {
    "csv": "text/csv; charset=utf-8; header=present",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "toml": "application/toml",
    "zip": "application/zip",
}

#: The name under which the edition in force always stands.
LATEST = "latest"

#: The folder inside the ZIP of everything.
ROOT = "california-palliative-care-progress-{version}"

#: Folder -> the endings of its files.
FORMS = data_index.FORMS

NO_CHOICES: Mapping[str, str] = {}
NO_VARIANTS: Mapping[str, Iterable[Mapping[str, str]]] = {}

#: A refusal names so many of the values that a choice may have.
MOST_NAMED = 12


class UnknownAddressError(LookupError):
    """Nothing stands at a path; its text says so in plain words and what stands near it."""


def content(
    store: Store,
    path: str,
    choices: Mapping[str, str] = NO_CHOICES,
    *,
    build: Build | None = None,
) -> bytes:
    """What stands at `path`.

    Args:
        store: the edition.
        path: seen from the folder of the edition, such as ``tables/counties.csv``.
        choices: the parameters of a figure; other paths take none.
        build: what builds a figure, where built ones are kept.

    Raises:
        UnknownAddressError: nothing stands there, or a figure has no such choice.
    """
    folder, _slash, rest = path.partition("/")
    stem, _dot, form = rest.rpartition(".")
    if folder == "figures":
        return _figure(store, stem, form, choices, build or partial(figures.build, store))
    if choices:
        raise UnknownAddressError(
            _("Only charts take choices: leave out what follows the question mark.")
        )
    made = _whole(store, build).get(path)
    if made:
        return made()
    if folder in FORMS and form in FORMS[folder]:
        named = names(store)[folder]
        if stem in named:
            if folder == "tables":
                return _table(store, stem, form)
            return _written(store, indicator_rows(store, stem), form, stem)
    raise UnknownAddressError(_("There is nothing at {path}.").format(path=path))


def _whole(store: Store, build: Build | None) -> dict[str, Callable[[], bytes]]:
    """What concerns the whole edition: path -> what makes it."""
    builder = build or partial(figures.build, store)
    root = ROOT.format(version=store.edition.version)
    beside = {
        name: partial(bundle_file, store, name)
        for name in bundle_files(store)
        if not name.endswith(".csv") and name != "datapackage.json"
    }
    return {
        **beside,
        "bundle.zip": lambda: bundle.zipped(bundle_files(store), root),
        "datapackage.json": lambda: datapackage(store),
        "catalog.json": lambda: data_index.catalog(store, names(store), builder),
        "index.html": lambda: data_index.page(store, names(store), builder),
    }


@lru_cache(maxsize=1)
def names(store: Store) -> dict[str, tuple[str, ...]]:
    """Folder -> the names that stand in it, without their endings."""
    tables = [name.removesuffix(".csv") for name in bundle_files(store) if name.endswith(".csv")]
    return {
        "tables": tuple(tables),
        "indicators": tuple(sorted(store.table("indicators")["indicator_id"])),
        "figures": tuple(sorted(figures.REGISTRY)),
    }


def over_all(store: Store) -> tuple[str, ...]:
    """The paths of what concerns the whole edition."""
    return tuple(_whole(store, None))


def paths(store: Store) -> tuple[str, ...]:
    """Every path of an edition, figures with their usual choices."""
    listed = [
        f"{folder}/{name}.{form}"
        for folder, forms in FORMS.items()
        for name in names(store)[folder]
        for form in forms
    ]
    return (*over_all(store), *listed)


def near(store: Store, path: str) -> list[str]:
    """The paths that look most like `path`, for who mistyped one."""
    found = process.extract(path, paths(store), scorer=fuzz.ratio, limit=3, score_cutoff=70)
    return [each for each, _score, _place in found]


def with_choices(
    figure_id: str, choices: Mapping[str, str], form: str = "csv", *, folder: bool = False
) -> str:
    """The path of a figure's rows with these choices.

    With `folder` the choices are named in the path, as a folder of files must, and not in a query.
    """
    asked = urlencode({name: value for name, value in sorted(choices.items()) if value})
    if not asked:
        return f"figures/{figure_id}.{form}"
    if folder:
        return f"figures/{figure_id}/{in_path.written(choices)}.{form}"
    return f"figures/{figure_id}.{form}?{asked}"


def files(
    store: Store,
    variants: Mapping[str, Iterable[Mapping[str, str]]] = NO_VARIANTS,
    *,
    folders: Sequence[str] = (LATEST,),
    build: Build | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Every file of the folder ``data/`` of a static edition: path from ``data/``, and its bytes.

    Args:
        store: the edition.
        variants: figure -> further choices to write, such as each county.
        folders: where the edition stands: `LATEST`, its version, or both.
        build: what builds a figure, where built ones are kept.
    """
    yield "index.html", top(store, "index.html", build=build)
    yield "datapackage.json", top(store, "datapackage.json", build=build)
    further = [
        with_choices(figure_id, choices, form, folder=True)
        for figure_id, several in variants.items()
        for choices in several
        for form in FORMS["figures"]
    ]
    for path in dict.fromkeys((*paths(store), *further)):
        made = content(store, path, build=build)
        for folder in folders:
            yield f"{folder}/{path}", made


def top(store: Store, path: str, *, build: Build | None = None) -> bytes:
    """What stands over the folders of the editions: the index and the data package.

    Raises:
        UnknownAddressError: nothing stands there.
    """
    if path == "index.html":
        builder = build or partial(figures.build, store)
        return data_index.page(store, names(store), builder, folder=f"{LATEST}/")
    if path == "datapackage.json":
        return datapackage(store, folder=f"{LATEST}/")
    raise UnknownAddressError(_("There is nothing at {path}.").format(path=path))


def datapackage(store: Store, folder: str = "") -> bytes:
    """The Frictionless description of the tables, its paths seen from where it stands."""
    described = json.loads(bundle_file(store, "datapackage.json"))
    for resource in described["resources"]:
        resource["path"] = f"{folder}tables/{resource['path']}"
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def frame(store: Store, name: str) -> pd.DataFrame:
    """The rows of a table by its name, such as ``counties`` or ``observations/need``."""
    first = bundle_file(store, f"{name}.csv").decode("utf-8-sig").partition("\n")[0]
    folder, _slash, domain = name.partition("/")
    rows = store.table(folder)
    if domain:
        rows = rows[rows["domain"].eq(domain)]
    return rows[first.strip().split(",")].reset_index(drop=True)


def _table(store: Store, name: str, form: str) -> bytes:
    if form == "csv":
        return records.disarmed(bundle_file(store, f"{name}.csv"))
    return _written(store, frame(store, name), form, name)


def _figure(store: Store, stem: str, form: str, choices: Mapping[str, str], build: Build) -> bytes:
    figure_id, _slash, named = stem.partition("/")
    if figure_id not in figures.REGISTRY or form not in FORMS["figures"]:
        raise UnknownAddressError(_("There is nothing at {path}.").format(path=f"{stem}.{form}"))
    asked = {**in_path.read(named), **choices}
    figure = build(figure_id, checked(store, figure_id, asked))
    if form == "zip":
        return parcel.zipped(figure)
    if form == "csv":
        return tabular.csv_text(figure).encode()
    return records.json_bytes(tabular.taken_rows(figure), records.told)


def checked(store: Store, figure_id: str, asked: Mapping[str, str]) -> dict[str, str]:
    """The choices of a figure as they were asked for.

    Raises:
        UnknownAddressError: the figure has no such choice, or not with this value.
    """
    allowed: dict[str, Sequence[str]] = dict(figures.options(figure_id, store))
    if trends.PARAMETER in asked:
        allowed[trends.PARAMETER] = tuple(overlay.choices(store))
    for name, value in asked.items():
        if name not in allowed:
            raise UnknownAddressError(
                _("{figure} has no choice called {name}. Its choices: {names}.").format(
                    figure=figure_id, name=name, names=", ".join(allowed) or _("none")
                )
            )
        if value and value not in allowed[name]:
            raise UnknownAddressError(
                _("{name} cannot be {value}. It can be: {values}.").format(
                    name=name, value=value, values=", ".join(allowed[name][:MOST_NAMED])
                )
            )
    none = asked.get(trends.PARAMETER) == overlay.NONE
    return {n: v for n, v in asked.items() if v and not (n == trends.PARAMETER and none)}


def indicator_rows(store: Store, indicator: str) -> pd.DataFrame:
    """Every observation of an indicator, with the names of place and source and the edition."""
    known = store.indicator(indicator)
    held = store.observed(indicator, dimension=None).drop(columns=["domain", "withheld"])
    first, second, *others = held.columns
    named = held.assign(
        indicator=known.name,
        place=held["geo_id"].map(store.names).fillna(""),
        source=[words.citation(store.source(each)) for each in held["source_id"]],
        edition=store.edition.version,
    )
    return named[[first, "indicator", second, "place", *others, "source", "edition"]]


def _written(store: Store, rows: pd.DataFrame, form: str, title: str) -> bytes:
    if form == "csv":
        return records.csv_bytes(rows)
    if form == "json":
        return records.json_bytes(rows)
    edition = store.edition
    about = {"title": title, "edition": edition.version, "date": edition.date, "of": edition.title}
    return records.parquet_bytes(rows, about)

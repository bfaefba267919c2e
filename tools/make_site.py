"""Writes the static edition, a folder that needs no server: ``python -m tools.make_site``.

Its pages are made from the declarations that the dashboard draws (`lib.pages`), by two processes
at once. What is written is then checked link by link (`tools.check_site`).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from lib.figures import stories
from lib.model import DataError
from lib.outputs import addresses, image, site, site_data, site_pages, site_places, site_search
from lib.outputs.saving import Progress, save
from lib.outputs.site_frame import PREVIEW, SEARCH
from lib.outputs.site_pages import held_of
from lib.store import load
from tools import check_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lib.outputs.site_frame import SitePage
    from lib.store import Store

ROOT = Path(__file__).resolve().parent.parent

#: Processes at work, and values of a choice that one of them makes at a time.
WORKERS = 2
AT_ONCE = 12

#: A piece of work: the kind of page, and which.
Task = tuple[str, str]


@dataclass
class Made:
    """What a piece of work has written.

    Attributes:
        name: of the piece.
        titles: file -> title of each page.
        charts: the finding of each chart, and its place.
        variants: each chart with choices whose rows were written, and the choices.
        failed: what could not be made, and why.
    """

    name: str
    titles: dict[str, str] = field(default_factory=dict)
    charts: list[tuple[str, str]] = field(default_factory=list)
    variants: list[tuple[str, site_data.Choices]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the site; 1 when a page could not be made or a link leads nowhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=check_site.SITE)
    parser.add_argument("--only", nargs="*", help="only these, such as county:06003 chapter:rural")
    parser.add_argument("--workers", type=int, default=WORKERS)
    given = parser.parse_args(arguments)
    began = time.monotonic()
    try:
        store = load()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    making = given.to.with_name(f".{given.to.name}.part")
    shutil.rmtree(making, ignore_errors=True)
    every = tasks(store)
    wanted = [task for task in every if given.only is None or ":".join(task) in given.only]
    failed = write(store, making, wanted, given.workers)
    faults = check_site.faults(making) if wanted == every else []
    shutil.rmtree(given.to, ignore_errors=True)
    making.rename(given.to)
    print(f"{check_site.summary(given.to)}\n{given.to}, {time.monotonic() - began:.1f} s")
    for line in (*(f"Not made: {line}" for line in failed), *faults):
        print(line, file=sys.stderr)
    return 1 if failed or faults else 0


def tasks(store: Store) -> list[Task]:
    """All the work, the long pieces first so that the processes end together."""
    districts = store.table("districts")
    names = addresses.names(store)
    return [
        ("stories", ""),
        *(
            (folder, str(first))
            for folder, at_once in site_data.AT_ONCE.items()
            for first in range(0, len(names[folder]), at_once)
        ),
        *(("chapter", entry.path) for entry in site_pages.chapters()),
        ("districts", ""),
        *(("county", fips) for fips in store.table("counties")["county_fips"]),
        *(
            ("district", f"{chamber} {number}")
            for chamber, number in zip(districts["chamber"], districts["number"], strict=True)
        ),
        *(
            ("choices", f"{place} {first}")
            for place, offer in enumerate(site_pages.offers(store))
            for first in range(0, len(offer.values), AT_ONCE)
        ),
    ]


def write(store: Store, folder: Path, wanted: Sequence[Task], workers: int = 1) -> list[str]:
    """Write the pages that are wanted, and what all share; returns what could not be made."""
    progress, made = Progress(len(wanted)), []
    for piece in _work(store, folder, wanted, workers):
        made.append(piece)
        progress.step(piece.name)
    held = held_of(store)
    titles = {file: title for piece in made for file, title in piece.titles.items()}
    charts = [chart for piece in made for chart in piece.charts]
    pages = [site_places.counties(held)]
    pages += [site_pages.choice_index(offer, titles) for offer in site_pages.offers(store)]
    for page in pages:
        _save(folder, site.files(page, store).items())
    first = held.figure("county_status_map")
    _save(folder, site.shared(ROOT / "static" / "icon.png").items())
    save(folder / PREVIEW, image.wide_png(first, store.topology))
    save(folder / SEARCH, site_search.page(held))
    save(folder / site_search.LIST, site_search.listed(held, charts))
    _save(folder, site_data.shared(held, _variants(made)))
    also(folder / "data", store.edition.version)
    return [failure for piece in made for failure in piece.failed]


def _variants(made: Sequence[Made]) -> dict[str, list[site_data.Choices]]:
    """Figure -> the choices with which its rows were written, each once, in one order."""
    found: dict[str, list[site_data.Choices]] = {}
    for figure_id, choices in (each for piece in made for each in piece.variants):
        several = found.setdefault(figure_id, [])
        if choices and choices not in several:
            several.append(choices)
    return {
        name: sorted(found[name], key=lambda each: sorted(each.items())) for name in sorted(found)
    }


def also(data: Path, version: str) -> None:
    """Let the edition's own folder hold what `latest` holds: as links where the disk has them."""
    latest, other = data / addresses.LATEST, data / version
    shutil.rmtree(other, ignore_errors=True)
    try:
        shutil.copytree(latest, other, copy_function=os.link)
    except (OSError, shutil.Error):  # such as a stick, whose files have one name each
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(latest, other)


def _work(store: Store, folder: Path, wanted: Sequence[Task], workers: int) -> Iterator[Made]:
    """Each piece as it is done, in the order of the work."""
    if workers < 2:
        yield from (_make(store, folder, task) for task in wanted)
        return
    # Each process begins afresh: the drawing engine has threads, which a copy would lack.
    afresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=afresh) as pool:
        yield from pool.map(partial(_made_apart, folder), wanted)


@lru_cache(maxsize=1)
def _store() -> Store:
    return load()


def _made_apart(folder: Path, task: Task) -> Made:
    """A piece of work in a process of its own, which reads the tables once."""
    return _make(_store(), folder, task)


def _make(store: Store, folder: Path, task: Task) -> Made:
    """Write the pages of one piece of work; a failure is told and stops nothing else."""
    kind, which = task
    made = Made(which or kind)
    try:
        if kind in addresses.FORMS:
            _save(folder, _data(store, kind, int(which)))
            return made
        for page in KINDS[kind](store, which):
            _save(folder, site.files(page, store).items())
            made.titles[page.file] = page.title
            made.variants += [
                (part.figure.figure_id, site_data.chosen(part.figure, store))
                for part in page.parts
                if part.figure is not None
            ]
            if kind == "chapter":
                made.charts += [
                    (part.figure.headline, f"{page.file}#{part.figure.figure_id}")
                    for part in page.parts
                    if part.figure is not None and not page.file.startswith("more/")
                ]
    except (ValueError, KeyError, RuntimeError, OSError) as error:
        made.failed.append(f"{kind} {which}: {error!r}")
    return made


def _save(folder: Path, files: Iterable[tuple[str, bytes | str]]) -> None:
    for path, content in files:
        save(folder / path, content)


def _data(store: Store, folder: str, first: int) -> Iterator[tuple[str, bytes | str]]:
    """Some names of a folder of data by address."""
    names = addresses.names(store)[folder][first : first + site_data.AT_ONCE[folder]]
    if folder == "figures":
        return site_data.usual(held_of(store), names)
    return site_data.whole(held_of(store), folder, names)


def _chapter(store: Store, path: str) -> Iterator[SitePage]:
    (entry,) = site_pages.chapters([path])
    yield from site_pages.chapter(held_of(store), entry)


def _county(store: Store, fips: str) -> Iterator[SitePage]:
    yield site_places.county(held_of(store, county=fips))


def _district(store: Store, which: str) -> Iterator[SitePage]:
    chamber, number = which.split()
    yield site_places.district(held_of(store, chamber=chamber, number=number))


def _districts(store: Store, _which: str) -> Iterator[SitePage]:
    yield from site_places.districts(held_of(store))


def _choices(store: Store, which: str) -> Iterator[SitePage]:
    place, first = map(int, which.split())
    offer = site_pages.offers(store)[place]
    for value in offer.values[first : first + AT_ONCE]:
        yield site_pages.chosen(held_of(store), offer, value)


def _stories(store: Store, which: str) -> Iterator[SitePage]:
    told = [story for name, story in stories.stories(store).items() if which in ("", name)]
    yield from site_pages.presented(held_of(store), told)


#: Kind of a piece of work -> what makes its pages.
KINDS: dict[str, Callable[[Store, str], Iterator[SitePage]]] = {
    "chapter": _chapter,
    "choices": _choices,
    "county": _county,
    "district": _district,
    "districts": _districts,
    "stories": _stories,
}


if __name__ == "__main__":
    sys.exit(main())

"""Everything that can be downloaded, made twice in two processes: are the files the same?

Run ``python -m benchmarks.twice``. Two processes make every format of every variant of every
figure, every story, and a county's papers: one in the order of the registry, the other backwards,
each with a seed of its own for the order of sets. Files that differ are named, and the program
ends with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lib import figures
from lib.figures import stories
from lib.outputs import (
    brief,
    bundle,
    deck,
    image,
    papers,
    parcel,
    sheet,
    stage,
    starter,
    tabular,
    workbook,
)
from lib.store import bundle_files, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lib.model import Figure
    from lib.store import Store

    Made = tuple[str, Callable[[], str | bytes]]

ROOT = Path(__file__).resolve().parent.parent
ORDERS = ("forwards", "backwards")
COUNTIES = ("06037", "06003", "06063")  # many hospitals, none, some
STARTER = tuple(
    f"starter_{part}" for part in ("facts", "questions", "people", "coalitions", "help")
)


#: A choice that the tables decide is tried whole up to so many values (years, spans), and by its
#: default beyond (places, indicators).
SHORT = 20


def variants(store: Store) -> list[tuple[str, dict[str, str]]]:
    """Every figure with every combination of its short choices."""
    found: list[tuple[str, dict[str, str]]] = []
    for figure_id in figures.REGISTRY:
        tried = _tried(store, figure_id)
        every = itertools.product(*tried.values())
        found += [(figure_id, dict(zip(tried, values, strict=True))) for values in every]
    return found


def _tried(store: Store, figure_id: str) -> dict[str, tuple[str, ...]]:
    """Parameter -> the values that are tried."""
    closed = figures.options(figure_id)
    return {
        name: values if len(closed[name]) > 1 or len(values) <= SHORT else values[:1]
        for name, values in figures.options(figure_id, store).items()
    }


def formats(figure: Figure, store: Store) -> dict[str, Callable[[], str | bytes]]:
    """Ending -> what makes the file, as the Download view offers them."""
    shapes = store.topology
    return {
        "csv": partial(tabular.csv_text, figure),
        "zip": partial(parcel.zipped, figure),
        "xlsx": partial(workbook.xlsx, figure),
        "png": partial(image.png, figure, shapes),
        "wide.png": partial(image.wide_png, figure, shapes),
        "svg": partial(image.svg, figure, shapes),
        "html": partial(sheet.html, figure, shapes),
    }


def of_figures(store: Store, wanted: Sequence[str], *, quick: bool) -> Iterator[Made]:
    """Every format of every variant of the figures whose names are wanted, or of all."""
    for figure_id, params in variants(store):
        if wanted and figure_id not in wanted:
            continue
        if quick and params != figures.defaults(figure_id, store):
            continue
        figure = figures.build(store, figure_id, params)
        name = " ".join([figure_id, *params.values()])
        for ending, make in formats(figure, store).items():
            yield f"{name} {ending}", make


def of_others(store: Store, *, quick: bool) -> Iterator[Made]:
    """Stories, briefs, starters and the data package."""
    most = 1 if quick else None
    for story_id, story in [*stories.stories(store).items()][:most]:
        built = stories.scenes(story, lambda name, **params: figures.build(store, name, params))
        shown = tuple(stage.scenes(story, built, store.topology))
        yield f"{story_id} pptx", partial(deck.pptx, story, shown, store.topology)
        yield f"{story_id} pdf", partial(papers.story, story, shown)
        yield f"{story_id} html", partial(stage.html, story, shown)
    for county in COUNTIES[:most]:
        built = tuple(figures.build(store, name, {"county": county}) for name in STARTER)
        yield f"starter {county} pdf", partial(starter.pdf, built, ["one", "two", "three", "four"])
        yield f"starter {county} csv", partial(starter.csv_text, built)
        yield f"starter {county} zip", partial(parcel.stacked, built, "starter.csv")
        yield f"brief {county} pdf", partial(brief.pdf, store, county)
    yield "data package zip", lambda: bundle.zipped(bundle_files(store), "data")


def hashes(order: str, wanted: Sequence[str], *, quick: bool) -> dict[str, str]:
    """Name of a file -> hash of its bytes, made in this process."""
    store = load()
    made = [*of_figures(store, wanted, quick=quick), *of_others(store, quick=quick)]
    found = {}
    for name, make in made if order == ORDERS[0] else reversed(made):
        content = make()
        content = content.encode() if isinstance(content, str) else content
        found[name] = hashlib.sha256(content).hexdigest()
    return found


def differing(wanted: Sequence[str] = (), *, quick: bool = False) -> tuple[int, list[str]]:
    """How many files were made twice, and the names of those that came out as two.

    Args:
        wanted: names of figures; none for all.
        quick: the default of each figure, and one story and one county for all.
    """
    running = [
        _begun(order, seed, wanted, quick=quick) for seed, order in enumerate(ORDERS, start=1)
    ]
    return _apart(*(json.loads(process.communicate()[0]) for process in running))


def differing_from_here(
    wanted: Sequence[str] = (), *, quick: bool = False
) -> tuple[int, list[str]]:
    """The same of this process, which may have drawn anything before, and of one that begins."""
    other = _begun(ORDERS[1], 1, wanted, quick=quick)
    here = hashes(ORDERS[0], wanted, quick=quick)
    return _apart(here, json.loads(other.communicate()[0]))


def _begun(order: str, seed: int, wanted: Sequence[str], *, quick: bool) -> subprocess.Popen[bytes]:
    """A process of its own that makes the files in this order."""
    command = [sys.executable, "-m", "benchmarks.twice", *wanted, *(["--quick"] if quick else [])]
    return subprocess.Popen(
        [*command, "--order", order],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        stdout=subprocess.PIPE,
    )


def _apart(one: dict[str, str], other: dict[str, str]) -> tuple[int, list[str]]:
    names = sorted({*one, *other})
    return len(names), [name for name in names if one.get(name) != other.get(name)]


def main() -> int:
    """Print what differs; 1 when anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wanted", nargs="*", metavar="figure", help="only these figures")
    parser.add_argument("--quick", action="store_true", help="defaults, one story, one county")
    parser.add_argument("--order", choices=ORDERS, help="one process: print the hashes as JSON")
    given = parser.parse_args()
    if given.order:
        print(json.dumps(hashes(given.order, given.wanted, quick=given.quick)))
        return 0
    total, differ = differing(given.wanted, quick=given.quick)
    print(*differ, f"{total - len(differ)} of {total} files came out alike", sep="\n")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes the static edition, a folder that needs no server: ``python -m tools.make_site``.

The pages are read as a visitor reads them: each page of the dashboard runs once, and its
headline, words and figures are taken over in their order.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streamlit.testing.v1 import AppTest

from lib import figures, nav
from lib.model import DataError, Figure
from lib.outputs import site
from lib.outputs.saving import Progress, save
from lib.outputs.site import Part, SitePage
from lib.ui import library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lib.store import Store

ROOT = Path(__file__).resolve().parent.parent

#: The figures of a county page, in reading order, with the choices they are shown with.
COUNTY_FIGURES: tuple[tuple[str, dict[str, str]], ...] = (
    ("county_findings", {}),
    ("county_hospitals", {}),
    ("county_nearest", {}),
    ("county_numbers", {"topic": "supply"}),
    ("county_numbers", {"topic": "need"}),
    ("county_peers", {}),
    ("county_older", {}),
    ("county_growth", {}),
    ("county_plans", {}),
    ("county_care", {}),
    ("county_neighbors", {}),
    ("county_efforts", {}),
)


def main() -> int:
    """Write the site; 1 when a page could not be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "site")
    parser.add_argument("--counties", type=int, default=58, help="how many, for a quick look")
    given = parser.parse_args()
    began = time.monotonic()
    try:
        store = library.store()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    pages: list[tuple[str, Callable[[], SitePage]]] = [
        (entry.title, partial(read, entry)) for entry in _chapters()
    ]
    held = store.table("counties").head(given.counties)
    for fips, name in zip(held["county_fips"], held["name"], strict=True):
        pages.append((name, partial(county, store, fips, name)))
    progress = Progress(len(pages))
    making = given.to.with_name(f".{given.to.name}.part")
    shutil.rmtree(making, ignore_errors=True)
    failed = []
    for name, make in pages:
        try:
            for path, text in site.files(make(), store).items():
                save(making / path, text)
        except (ValueError, KeyError, RuntimeError) as error:
            failed.append(f"{name}: {error}")
        progress.step(name)
    save(making / "counties.html", site.county_index(store))
    for path, content in site.shared(ROOT / "static" / "icon.png").items():
        save(making / path, content)
    shutil.rmtree(given.to, ignore_errors=True)
    making.rename(given.to)
    print(f"{len(pages) - len(failed)} pages in {given.to}, {time.monotonic() - began:.1f} s")
    for line in failed:
        print(f"Not made: {line}", file=sys.stderr)
    return 1 if failed else 0


def _chapters() -> list[nav.PageEntry]:
    return [entry for entry in nav.PAGES if entry.path not in site.LEFT_OUT]


def read(entry: nav.PageEntry) -> SitePage:
    """A page of the dashboard as it reads: its title, words and figures in order."""
    seen: list[Figure] = []
    original = library.figure

    def noted(figure_id: str, **params: str) -> Figure:
        seen.append(original(figure_id, **params))
        return seen[-1]

    setattr(library, "figure", noted)  # noqa: B010 - a plain assignment would be refused
    try:
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=120).run()
        if not entry.is_default:
            app = app.switch_page(entry.file).run()
    finally:
        setattr(library, "figure", original)  # noqa: B010
    title, introduction, parts = "", "", []
    for item in app.main:
        kind, text = item.type, str(getattr(item, "value", ""))
        if kind == "title":
            title = plain(text)
        elif kind == "header":
            parts.append(Part(heading=plain(text)))
        elif kind == "subheader":
            parts += [Part(figure=f) for f in _named(seen, plain(text), str(item.proto.anchor))]
        elif kind == "metric" and not any(part.figure for part in parts):
            parts += [Part(figure=f) for f in _carded(seen, str(getattr(item, "label", "")))]
        elif kind == "markdown" and title and not introduction:
            introduction = plain(text)
    file = "index.html" if entry.is_default else f"{entry.path}.html"
    return SitePage(file, title, introduction, parts)


def _named(seen: list[Figure], headline: str, anchor: str) -> Iterator[Figure]:
    """The figure that stands under this headline on the page."""
    for figure in reversed(seen):
        if plain(figure.headline) == headline and anchor in {"", figure.figure_id}:
            yield figure
            return


def _carded(seen: list[Figure], label: str) -> Iterator[Figure]:
    """The figure whose rows are shown as cards, told by the label of a card."""
    for figure in reversed(seen):
        if "label" in figure.rows and label in set(figure.rows["label"].astype(str)):
            yield figure
            return


def plain(text: str) -> str:
    """Markdown as plain words."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text.replace("**", ""))


def county(store: Store, fips: str, name: str) -> SitePage:
    """The page of a county from the figures of the registry."""
    built = [
        figures.build(store, figure_id, {"county": fips, **choices})
        for figure_id, choices in COUNTY_FIGURES
        if figure_id in figures.REGISTRY
    ]
    headline = built[0].place if built else name
    parts: list[Any] = [Part(figure=figure) for figure in built]
    return SitePage(site.county_file(name), headline, "", parts)


if __name__ == "__main__":
    sys.exit(main())

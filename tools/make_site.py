"""Writes the static edition, a folder that needs no server: ``python -m tools.make_site``.

Its pages are made from the declarations that the dashboard draws (`lib.pages`). What is written
is then checked link by link (`tools.check_site`).
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lib.figures import stories
from lib.i18n import _
from lib.model import DataError
from lib.outputs import site, site_pages
from lib.outputs.saving import Progress, save
from lib.outputs.site_pages import held_of
from lib.store import load
from tools import check_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lib import nav
    from lib.outputs.site import SitePage
    from lib.store import Store
    from lib.store.stories import Story

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the site; 1 when a page could not be made or a link leads nowhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=check_site.SITE)
    parser.add_argument("--counties", nargs="*", help="only these codes, for a quick look")
    parser.add_argument("--pages", nargs="*", help="only these pages, for a quick look")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    try:
        store = load()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    making = given.to.with_name(f".{given.to.name}.part")
    shutil.rmtree(making, ignore_errors=True)
    whole = given.pages is None and given.counties is None
    places = counties(store, given.counties)
    told = stories.stories(store).values() if whole else ()
    failed = write(store, making, site_pages.chapters(given.pages), places, list(told))
    faults = check_site.faults(making) if whole else []
    shutil.rmtree(given.to, ignore_errors=True)
    making.rename(given.to)
    print(f"{check_site.summary(given.to)}\n{given.to}, {time.monotonic() - began:.1f} s")
    for line in (*(f"Not made: {line}" for line in failed), *faults):
        print(line, file=sys.stderr)
    return 1 if failed or faults else 0


def counties(store: Store, wanted: Sequence[str] | None = None) -> dict[str, str]:
    """Code -> name of the counties that get a page: all, or those whose code is wanted."""
    table = store.table("counties")
    held = dict(zip(table["county_fips"], table["name"], strict=True))
    return {fips: name for fips, name in held.items() if wanted is None or fips in wanted}


def write(
    store: Store,
    folder: Path,
    entries: Sequence[nav.PageEntry],
    places: Mapping[str, str],
    told: Sequence[Story] = (),
) -> list[str]:
    """Write pages of the dashboard, of counties, of stories, and what all share.

    Returns what could not be made.
    """
    pages: list[tuple[str, Callable[[], Sequence[SitePage]]]] = [
        *((each.title, partial(site_pages.chapter, held_of(store), each)) for each in entries),
        *(
            (name, partial(site_pages.county, held_of(store, county=fips), name))
            for fips, name in places.items()
        ),
        (_("Districts"), partial(site_pages.districts, held_of(store))),
        (_("Stories"), partial(site_pages.presented, held_of(store), told)),
    ]
    progress = Progress(len(pages))
    failed = []
    for name, make in pages:
        try:
            for page in make():
                for path, content in site.files(page, store).items():
                    save(folder / path, content)
        except (ValueError, KeyError, RuntimeError) as error:
            failed.append(f"{name}: {error}")
        progress.step(name)
    save(folder / "counties.html", site.county_index(store))
    for path, content in site.shared(ROOT / "static" / "icon.png").items():
        save(folder / path, content)
    return failed


if __name__ == "__main__":
    sys.exit(main())

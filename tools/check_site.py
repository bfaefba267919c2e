"""Checks the static edition, every page of it: ``python -m tools.check_site [folder]``.

A copy that works from a USB stick has no server to forgive it: every address must name a file of
the folder, every fragment an id, and nothing may be fetched from elsewhere.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"

#: A page may weigh so many bytes, without what all pages share: a county is read on a phone.
HEAVIEST_IN = {
    "county": 310_000,  # Los Angeles: 98 sites in two lists, with outpatient care in words
    "district": 170_000,
    "choice": 640_000,  # shares of age and origin by county: 1,652 data points in one table
    "embed": 640_000,  # the same table
}
HEAVIEST = 460_000

#: All that the first page asks for, with style and fonts.
LANDING = 400_000

#: What the browser fetches on its own, by element: an outside address there is a request.
FETCHED = {"link": "href", "img": "src", "script": "src", "iframe": "src", "source": "src"}

#: Addresses inside a drawing or a style: ``url(#clip)``, ``url(fonts/a.woff2)``.
NAMED = re.compile(r"""url\(["']?([^"')]+)""")
SCHEMES = ("http:", "https:", "mailto:")
INSIDE = "data:"  # the thing itself, and no address


@dataclass
class Page(HTMLParser):
    """The ids of a page, the addresses it names, and what it would fetch."""

    ids: Counter[str] = field(default_factory=Counter)
    addresses: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    headings: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element is called, where it leads and what it asks for."""
        self.headings[tag] += tag == "h1"
        for name, given in attrs:
            value = given or ""
            if name == "id":
                self.ids[value] += 1
            if name in {"href", "src", "xlink:href"}:
                self.addresses.append(value)
                if name == FETCHED.get(tag):
                    self.fetched.append(value)
            elif "url(" in value:
                self.addresses += NAMED.findall(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content is read as any other."""
        self.handle_starttag(tag, attrs)


def read(path: Path) -> Page:
    """The page of a file."""
    page = Page()
    page.feed(path.read_text("utf-8"))
    page.close()
    return page


def faults(folder: Path, *, left_out: Collection[str] = ()) -> list[str]:
    """Everything wrong with the site in `folder`, a line each; empty when all is well.

    Args:
        folder: where index.html stands.
        left_out: files, by path from the folder, that a partial site may link to without
            holding them.
    """
    absent = {folder.resolve() / name for name in left_out}
    pages = {path.resolve(): read(path) for path in sorted(folder.rglob("*.html"))}
    if folder.resolve() / "index.html" not in pages:
        return [f"{folder.name}: there is no index.html"]
    found = []
    for path, page in pages.items():
        name = path.relative_to(folder.resolve()).as_posix()
        found += [
            f"{name}: {fault}" for fault in _faults(path, page, pages, folder.resolve(), absent)
        ]
        weight = path.stat().st_size
        most = HEAVIEST_IN.get(name.partition("/")[0], HEAVIEST)
        if name.startswith("stories/"):
            continue  # one page that holds all it needs
        if weight > most:
            found.append(f"{name}: {weight:,} bytes, at most {most:,}")
    if (landing := _landing(folder)) > LANDING:
        found.append(f"index.html: {landing:,} bytes with style and fonts, at most {LANDING:,}")
    found += _data_faults(folder.resolve(), absent)
    for path in sorted(folder.rglob("*.css")):
        for address in NAMED.findall(path.read_text("utf-8")):
            if not (path.parent / address).is_file():
                found.append(f"{path.name}: {address} is no file")
    return found


def _data_faults(folder: Path, absent: Collection[Path] = ()) -> list[str]:
    """What the catalog of the data and the data package name and the folder lacks."""
    data = folder / "data"
    if not data.is_dir():
        return []  # what links there is told as a fault of its page
    found = []
    editions = sorted(path.parent for path in data.glob("*/catalog.json"))
    if len(editions) != 2:
        found.append(f"data: {len(editions)} folders of an edition, not latest and one by number")
    for edition in editions:
        catalog = json.loads((edition / "catalog.json").read_text("utf-8"))
        listed = {catalog["bundle"], catalog["datapackage"], *_files(catalog)}
        told = json.loads((edition / "datapackage.json").read_text("utf-8"))
        listed |= {resource["path"] for resource in told["resources"]}
        name = f"data/{edition.name}"
        listed = {path for path in listed if edition / path not in absent}
        lacking = [path for path in sorted(listed) if not (edition / path).is_file()]
        found += [f"{name}/catalog.json: {path} is no file of the site" for path in lacking]
        found += [
            f"{name}/{path}: no byte order mark, so that a spreadsheet misreads its letters"
            for path in sorted(listed)
            if path.endswith(".csv") and path not in lacking and not _is_marked(edition / path)
        ]
    return found


def _files(catalog: dict[str, list[dict[str, object]]]) -> set[str]:
    """Every path that a catalog names, those of choices included."""
    entries = [entry for kind in ("tables", "indicators", "figures") for entry in catalog[kind]]
    further = [each for entry in entries for each in entry.get("variants", ())]  # type: ignore[attr-defined]
    return {
        str(entry[form])
        for entry in [*entries, *further]
        for form in ("csv", "json", "parquet", "zip")
        if form in entry
    }


def _is_marked(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(3) == b"\xef\xbb\xbf"


def _landing(folder: Path) -> int:
    """The bytes of the first page, its style, its icon and its fonts."""
    asked = [folder / name for name in ("index.html", "site.css", "icon.png")]
    return sum(path.stat().st_size for path in [*asked, *folder.glob("fonts/*")] if path.exists())


def _faults(
    path: Path, page: Page, pages: dict[Path, Page], folder: Path, absent: Collection[Path]
) -> list[str]:
    found = [f"id {name!r} stands {n} times" for name, n in page.ids.items() if n > 1]
    if page.headings["h1"] != 1:
        found.append(f"{page.headings['h1']} h1, not one")
    found += [f"fetches {a}" for a in page.fetched if a.startswith((*SCHEMES, "//"))]
    for address in dict.fromkeys(page.addresses):
        if address.startswith((*SCHEMES, INSIDE)):
            continue
        parts = urlsplit(address)
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        if parts.scheme or address.startswith("/") or parts.query:
            found.append(f"{address} needs a server")
        elif target in absent:
            continue
        elif not target.is_relative_to(folder) or not target.is_file():
            found.append(f"{address} is no file of the site")
        elif parts.fragment and target in pages and not pages[target].ids[unquote(parts.fragment)]:
            found.append(f"{address} names no id")
    return found


def summary(folder: Path) -> str:
    """The numbers of the site: pages, files, bytes, the heaviest page and county."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sorted((p for p in files if p.suffix == ".html"), key=lambda p: p.stat().st_size)
    kinds = {kind: [p for p in pages if p.parent.name == kind] for kind in ("county", "district")}
    lines = [
        f"{len(pages)} pages, {len(files)} files, {sum(p.stat().st_size for p in files):,} bytes",
        f"heaviest page {pages[-1].name}, {pages[-1].stat().st_size:,} bytes",
        f"first page with style and fonts {_landing(folder):,} bytes",
    ]
    frames = [path for path in files if path.is_relative_to(folder / "embed")]
    data = [path for path in files if path.is_relative_to(folder / "data")]
    lines += [
        f"{len(held)} files in {name}, {sum(p.stat().st_size for p in held):,} bytes"
        for name, held in (("data (each edition folder counted)", data), ("embed", frames))
    ]
    lines += [
        f"heaviest {kind} {held[-1].name}, {held[-1].stat().st_size:,} bytes"
        for kind, held in kinds.items()
        if held
    ]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print what is wrong, or the numbers of the site; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SITE)
    parser.add_argument(
        "--axe", nargs="?", type=int, const=1, metavar="N", help="axe too, on every Nth page"
    )
    given = parser.parse_args(arguments)
    folder: Path = given.folder
    found = faults(folder)
    if given.axe:
        from tools import axe_site

        found += axe_site.faults(folder, given.axe)
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        print(f"{len(found)} faults", file=sys.stderr)
        return 1
    print(summary(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())

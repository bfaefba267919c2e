"""The pages of places in the static edition: each county, each district, and their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import pages
from lib.derive import reports
from lib.derive.rows import each
from lib.i18n import _
from lib.outputs import brief, district_brief
from lib.outputs.site_frame import (
    COUNTIES,
    DISTRICTS,
    Part,
    SitePage,
    county_file,
    district_file,
)
from lib.outputs.site_pages import Reader, read
from lib.outputs.site_parts import plain
from lib.page import words
from lib.schema.lists import CHAMBERS
from lib.subjects.counties import words_index as county_index
from lib.subjects.districts import words as district_words
from lib.subjects.shared.status import county_status
from lib.wording import documents, places

if TYPE_CHECKING:
    from lib.page import Held

#: What the hospitals of a county report, in the order of the list.
ORDER = ("inpatient", "outpatient only", "none reported", "not answered", "no hospital")


def county(held: Held) -> SitePage:
    """The page of the county that is the place: its tabs one under the other."""
    page, fips = pages.PAGES["county"], held.place["county"]
    paper = (f"files/{brief.file_name(held.store, fips)}", brief.pdf(held.store, fips))
    name = held.store.names[fips]
    return SitePage(
        county_file(name),
        documents.county(name),
        f"{words(page.headline, held)}.\n\n{words(page.introduction, held)}",
        [
            Part(files={_("Download county brief (PDF, two pages)"): paper}),
            *read(page, Reader(held, page.path, [])),
        ],
        documents.county_description(name),
    )


def district(held: Held) -> SitePage:
    """The page of the district that is the place; light, so that a phone has it at once."""
    page = pages.PAGES["district"]
    chamber, number = held.place["chamber"], held.place["number"]
    paper = (
        f"files/{district_brief.file_name(held.store, chamber, number)}",
        district_brief.pdf(held.store, chamber, number),
    )
    name = places.district_name(chamber, int(number))
    return SitePage(
        district_file(chamber, number),
        name,
        f"{words(page.headline, held)}.\n\n{words(page.introduction, held)}",
        [
            Part(files={_("Download district brief (PDF, one page)"): paper}),
            *read(page, Reader(held, page.path, [])),
        ],
        district_words.description(name),
        forms=("csv", "zip"),
    )


def counties(held: Held) -> SitePage:
    """The counties by what their hospital sites report, each a link."""
    year = reports.newest(held.store)
    status = county_status(held.store, year)
    parts = []
    for name in ORDER:
        rows = status[status["status"].eq(name)].sort_values("name")
        if len(rows):
            links = {
                county_file(r.name): county_index.entry(str(r.name), int(r.inpatient), int(r.sites))
                for r in each(rows)
            }
            parts.append(Part(heading=plain(county_index.group(name, len(rows), year))))
            parts.append(Part(links=links))
    n = int(status["status"].eq("inpatient").sum())
    title = county_index.headline(n, len(status), year)
    said = documents.descriptions()["county"]
    return SitePage(COUNTIES, title, plain(county_index.introduction()), parts, said)


def districts(held: Held) -> list[SitePage]:
    """The districts of each chamber as a map, a table and a list; and a page to all of them."""
    made, ways = [], {}
    for chamber in CHAMBERS:
        figure = held.figure("district_map", chamber=chamber)
        file = f"districts-{chamber}.html"
        numbers = sorted(int(number) for number in figure.rows["number"])
        links = {district_file(chamber, n): places.district_name(chamber, n) for n in numbers}
        made.append(
            SitePage(
                file,
                district_words.every(chamber),
                "",
                [Part(figure=figure), Part(heading=_("Districts"), links=links)],
                documents.descriptions()["district"],
            )
        )
        ways[file] = figure.headline
    title = _("Assembly, state Senate and congressional districts")
    said = documents.descriptions()["district"]
    return [SitePage(DISTRICTS, title, said, [Part(links=ways)], said), *made]

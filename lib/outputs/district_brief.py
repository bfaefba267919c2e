"""The district brief: one printed page made of the district's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib import figures, pages
from lib.derive import reports
from lib.derive.rows import each
from lib.i18n import _
from lib.outputs import drawing, papers, saving, words
from lib.subjects.districts import (
    findings as district_findings,
    held as district_held,
    words_brief as said,
)
from lib.subjects.shared.assemble import self_reported
from lib.wording import maker, numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure
    from lib.store import Store

#: How many findings fit.
MOST_FINDINGS = 3
MAP_WIDTH, MAP_HEIGHT = 360, 350
#: With more lines of sites than this the map gives up height, so that the page stays one.
MANY, LESS_HIGH = 6, 150
#: Letters in a line of names, and the most sites that are named with their cities.
LETTERS, LONG = 120, 30


def pdf(store: Store, chamber: str, number: str) -> bytes:
    """The brief of one district as a tagged PDF of one page."""
    files, data = contents(store, chamber, number)
    return papers.typeset("district.typ", "brief.json", data, files)


def file_name(store: Store, chamber: str, number: str) -> str:
    """Chamber, number and edition, such as ``assembly_2_brief_2026-11.pdf``."""
    return f"{saving.stem([chamber, number, 'brief', store.edition.version])}.pdf"


def contents(store: Store, chamber: str, number: str) -> tuple[dict[str, str], dict[str, Any]]:
    """The drawings and the words of the brief."""
    params = {"chamber": chamber, "number": number}
    findings, dots, sites, counties = (
        figures.build(store, name, params) for name in pages.PAGES["district"].brief
    )
    listed = [row for row in each(sites.rows) if row.listed == "reports"]
    rest, year = others(sites.rows, reports.newest(store)), reports.newest(store)
    lines = len(listed) + sum(map(len, rest)) // LETTERS
    height = MAP_HEIGHT if lines <= MANY else LESS_HIGH
    drawn = drawing.chart(
        dots, store.topology, width=MAP_WIDTH, height=height, prefix="m-", worded=False
    )
    files = {"map.svg": drawing.text(drawn)}
    page = words.place_of(findings).partition("#")[0]
    link = words.link_of(page)
    files |= papers.code(link)
    sources = [*findings.sources, *sites.sources, *counties.sources]
    data = {
        **papers.about(findings, link),
        "subtitle": f"{findings.subtitle} {district_held.lines(store, chamber)}",
        "findings": [str(text) for text in findings.rows["finding"]][1 : MOST_FINDINGS + 1],
        "map_alt": dots.alt,
        "sites": [_site(row) for row in listed],
        "many": lines > MANY,
        "sites_title": said.sites_title(len(listed), year),
        "rest": rest or [said.every_one()],
        "counties": said.counties(_shares(counties)),
        "borders": said.borders(),
        "rest_title": said.rest_title(),
        "ask": said.asked(sites),
        "unknown": [f"{what}." for what, _holder in district_findings.unknown(store)],
        "sources": [_source(source) for source in dict.fromkeys(sources)],
        "caution": self_reported(),
        "maker": maker.who(words.operator()),
        "outlines": _("Outlines: {sources}.").format(
            sources="; ".join(source.short or source.title for source in dots.outlines)
        ),
        "footer": words.edition_line(findings),
        "link": link or page,
        "words": {
            "findings": _("Summary"),
            "ask": said.ask_title(),
            "unknown": _("What we do not know"),
            "sources": _("Sources"),
        },
    }
    return files, data


def _site(row: Any) -> str:
    """One reporting site on a line: name, city, beds, and outpatient services."""
    beds = "" if numbers.is_missing(row.beds) else numbers.count(row.beds)
    return said.site(str(row.group), str(row.city), beds, has_outpatient=bool(row.sign))


def others(rows: pd.DataFrame, year: int) -> list[str]:
    """The sites of a grouped list that report no program, by name, a paragraph for each group.

    Where dozens are listed their cities are left out.
    """
    found: dict[str, list[str]] = {}
    is_long = int(rows["listed"].ne("reports").sum()) > LONG
    for row in each(rows):
        if row.listed != "reports":
            city = "" if is_long else str(row.city)
            name = said.other(str(row.group), city, has_outpatient=bool(row.sign))
            found.setdefault(str(row.listed), []).append(name)
    return [said.others(group, names, year) for group, names in found.items()]


def _shares(figure: Figure) -> list[tuple[str, float, float]]:
    return [(str(r.county), r.share_of_district, r.share_of_county) for r in each(figure.rows)]


def _source(source: Any) -> str:
    if source.published:
        return _("{publisher}, {title} ({year}).").format(
            publisher=source.publisher, title=source.title, year=source.published[:4]
        )
    return _("{publisher}, {title}.").format(publisher=source.publisher, title=source.title)

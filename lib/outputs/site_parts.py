"""What the static edition shows for parts of a page that the app draws in ways of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lib import pages
from lib.derive import editions, unknowns
from lib.derive.rows import each
from lib.i18n import _
from lib.outputs import addresses, bundle, changed, site_data, starter
from lib.outputs.site_frame import (
    DISTRICTS,
    Part,
    choice_file,
    county_file,
    district_file,
    file_of,
)
from lib.page import words
from lib.schema.lists import CHAMBERS
from lib.store import bundle_files
from lib.subjects.community.rows import elements
from lib.subjects.counties import unknown as county_unknown, words_sites as sites_words
from lib.subjects.counties.held import county_name
from lib.subjects.districts import (
    findings as district_findings,
    words as district_words,
    words_brief,
    words_search as district_search,
)
from lib.subjects.equity import words as equity
from lib.subjects.overview import words as overview
from lib.subjects.sources import words as catalog
from lib.wording import documents, editions as edition_words, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lib.model import Figure
    from lib.page import Held

#: Parts of the app that need a server.
APP_ONLY = frozenset({"check_new_data", "my_slides", "presenter"})

#: Parts that have pages of their own, or whose figures are all there is to show.
PLAIN = frozenset(
    {
        "first_screen", "hospital_finder", "cohort_timeline", "one_cohort", "cohort_ledger",
        "milestone_chain", "milestone_list", "one_year", "one_opportunity", "county_map",
        "county_index", "county_sites", "county_comparison", "county_findings",
        "district_index", "district_findings", "equity_explorer", "equity_counties",
        "equity_life", "equity_growth", "needs_assessment", "toolkits", "indicators", "rural_map",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """Markdown as plain words."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)[*`]+", "", text)
    return re.sub(r"\\(.)", r"\1", text)


def not_known(held: Held, topics: Sequence[str]) -> Iterator[Part]:
    """The gaps of these topics under a heading."""
    listed = [
        _("{what}. Who might know: {holder}.").format(what=what, holder=holder)
        for what, holder in unknowns.of(held.store, topics)
    ]
    if listed:
        yield Part(heading=_("What we do not know"), points=listed)


def county_links(held: Held, codes: Sequence[str]) -> Part:
    """Links to the pages of counties."""
    names = [held.store.names[code] for code in codes]
    return Part(links={county_file(name): documents.county(name) for name in names})


def _unknown_fold(held: Held, topic: str) -> Iterator[Part]:
    yield from not_known(held, [topic])


def _county_unknown(held: Held) -> Iterator[Part]:
    county = held.place["county"]
    if own := county_unknown.own(held.store, county):
        yield Part(heading=sites_words.unknown_here(county_name(held.store, county)), points=own)
    yield Part(heading=sites_words.unknown_anywhere(), points=county_unknown.shared(held.store))


def _district_questions(held: Held) -> Iterator[Part]:
    sites = held.figure("district_sites", **held.place)
    yield Part(heading=words_brief.ask_title(), points=words_brief.asked(sites))


def _district_unknown(held: Held) -> Iterator[Part]:
    listed = [
        _("{what}. Who might know: {holder}.").format(what=what, holder=holder)
        for what, holder in district_findings.unknown(held.store)
    ]
    yield Part(heading=_("What we do not know"), points=listed)


def _which_number(_held: Held) -> Iterator[Part]:
    yield Part(words=plain(overview.which_number()))


def _teasers(held: Held) -> Iterator[Part]:
    """The findings of the pages that the first page leads to."""
    paths = [file.removeprefix("pages/").removesuffix(".py") for file in overview.teaser_titles()]
    yield Part(
        links={file_of(path): words(pages.PAGES[path].headline, held) for path in paths},
    )


def _to_the_starter(held: Held) -> Iterator[Part]:
    county = held.place["county"]
    said = _("Open the needs-assessment starter of {name} County").format(
        name=held.store.names[county]
    )
    yield Part(links={choice_file("starter-facts-county", county): said})


def _districts_of_county(held: Held) -> Iterator[Part]:
    """The districts that take part of the county, each with its share of it."""
    fips, name = held.place["county"], held.store.names[held.place["county"]]
    table = held.store.table("county_districts")
    here = table[table["county_fips"].eq(fips)]
    links = {}
    for chamber in CHAMBERS:
        rows = here[here["chamber"].eq(chamber)].sort_values("share_of_county", ascending=False)
        for row in each(rows):
            said = district_search.share(chamber, row.number, row.share_of_county, "population")
            links[district_file(chamber, row.number)] = said
    yield Part(words=plain(district_search.of_county(name)), links=links)


def _to_every_district(_held: Held) -> Iterator[Part]:
    yield Part(links={DISTRICTS: district_search.every_district()})


def _to_the_chambers(_held: Held) -> Iterator[Part]:
    yield Part(links={f"districts-{each_}.html": district_words.every(each_) for each_ in CHAMBERS})


def _reading_equity(_held: Held) -> Iterator[Part]:
    yield Part(heading=_("How to read these charts"), words=plain(equity.how_to_read()))


def _whole_bundle(held: Held) -> Iterator[Part]:
    """The data package, and how to cite it."""
    edition = held.store.edition
    root = f"california-palliative-care-progress-{edition.version}"
    said = _("Download everything (ZIP: all tables, data dictionary, county map shapes)")
    content = bundle.zipped(bundle_files(held.store), root)
    cite = _("**How to cite.** {text}").format(text=catalog.citation(edition))
    yield Part(files={said: (f"data/{root}.zip", content)}, words=plain(cite))
    yield Part(
        links={
            site_data.INDEX: _("Data by address: every table, indicator and chart as CSV and JSON")
        }
    )


def _tables(held: Held) -> Iterator[Part]:
    """Every table of the data package as a file."""
    names = addresses.names(held.store)["tables"]
    yield Part(links={f"{site_data.LATEST}tables/{name}.csv": f"{name}.csv" for name in names})


def _what_changed(held: Held) -> Iterator[Part]:
    """What each edition brought, and what reads differently since the one before."""
    versions = editions.versions(held.store)
    table = held.store.table("editions").set_index("version")
    yield Part(
        points=[
            plain(edition_words.brought(v, str(table.at[v, "date"]), str(table.at[v, "note"])))
            for v in versions[::-1]
        ]
    )
    if len(versions) < 2:
        return
    headlines = editions.headlines_since(held.store, versions[-2])
    changes = editions.changes_since(held.store, versions[-2])
    yield Part(words=plain(edition_words.counts(editions.by_kind(changes), len(headlines))))
    if len(headlines):
        caption = _("Chart headlines that changed")
        yield Part(table=(changed.headlines(headlines), caption))
    if len(changes):
        yield Part(table=(changed.by_table(changes), _("Changes by table")))


#: Special part -> what it says here, before its figures.
SPECIAL: Mapping[str, Callable[..., Iterator[Part]]] = {
    "county_unknown": _county_unknown,
    "district_questions": _district_questions,
    "district_unknown": _district_unknown,
    "districts_of_county": _districts_of_county,
    "reading_equity": _reading_equity,
    "tables": _tables,
    "teasers": _teasers,
    "to_every_district": _to_every_district,
    "to_the_chambers": _to_the_chambers,
    "to_the_starter": _to_the_starter,
    "unknown_fold": _unknown_fold,
    "what_changed": _what_changed,
    "which_number": _which_number,
    "whole_bundle": _whole_bundle,
}


def starter_files(figures: Sequence[Figure], held: Held) -> Part:
    """The files of a county's needs-assessment starter."""
    pdf, csv = (starter.file_name(figures[0], ending) for ending in ("pdf", "csv"))
    return Part(
        files={
            _("Download the starter (PDF to print)"): (
                f"files/{pdf}",
                starter.pdf(figures, elements(held.store)),
            ),
            _("CSV (all tables in the starter)"): (f"files/{csv}", starter.csv_text(figures)),
        }
    )


def number_of(many: int) -> str:
    """The words of the link to all values of a choice."""
    return _("All {n} versions of this chart").format(n=numbers.count(many))

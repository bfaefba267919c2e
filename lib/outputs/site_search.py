"""The search of the static edition: one list of all that has a name, read by a small script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lib import nav
from lib.derive import places, seeking
from lib.i18n import _
from lib.outputs import site_frame
from lib.outputs.markup import element
from lib.outputs.site_frame import (
    COUNTIES,
    SCRIPT,
    SEARCH,
    SitePage,
    choice_file,
    county_file,
    district_file,
    file_of,
)
from lib.schema.lists import CHAMBERS
from lib.wording import documents, numbers, seeking as words
from lib.wording.places import district_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lib.page import Held
    from lib.store import Store

#: The list that the script of the search reads.
LIST = "search-list.js"

#: The heading over charts, which have no group in the search of the app.
CHARTS = "chart"

#: Group, name, file, note, further words that are searched.
Entry = tuple[str, str, str, str, str]


def page(held: Held) -> str:
    """The page of the search; without scripts it leads to the lists."""
    about = SitePage(SEARCH, words.label(), "", ())
    lists = {COUNTIES: _("Counties"), **dict(site_frame.chapters())}
    links = (element("li", element("a", said, href=file)) for file, said in lists.items())
    main = element(
        "main",
        element("h1", about.title),
        site_frame.search_box(about),
        element("div", id="found", aria_live="polite"),
        element("noscript", element("p", words.without_script()), element("ul", *links)),
        *(element("script", src=name) for name in (LIST, SCRIPT)),
        id="main",
    )
    return site_frame.written_page(about, held.store, main)


def listed(held: Held, charts: Sequence[tuple[str, str]]) -> str:
    """The script that holds the list.

    Args:
        held: the tables.
        charts: headline and place of each chart on the pages.
    """
    store = held.store
    groups = {**words.groups(), CHARTS: _("Charts")}
    entries = [
        *_places(store),
        *_named(store),
        *((CHARTS, headline, place, "", "") for headline, place in charts),
    ]
    given = {
        "groups": groups,
        "entries": [[*entry[:4], seeking.compared(entry[4])] for entry in entries],
        "zips": _zips(store),
        "counties": {
            name: [documents.county(name), county_file(name)]
            for name in store.table("counties")["name"]
        },
        "chambers": [
            [chamber, district_name(chamber, 0).replace("0", "{number}")] for chamber in CHAMBERS
        ],
        "said": {
            "nothing": words.nothing(),
            "several": words.several(),
            "resembling": words.close(),
            "zip": _("ZIP code {zip}: its counties and districts, with their shares"),
            "more": _("{n} more"),
        },
    }
    return f"window.LIST = {json.dumps(given, ensure_ascii=False, separators=(',', ':'))};\n"


def _places(store: Store) -> Iterator[Entry]:
    """Counties, cities, hospitals and districts."""
    table = store.table
    held = places.index(table("zip_counties"), table("counties"), table("hospital_programs"))
    for place in held.named:
        if place.kind is places.Kind.DISTRICT:
            continue
        group = "hospital" if place.kind is places.Kind.HOSPITAL else "place"
        for code in place.counties:
            county = documents.county(store.names[code])
            name = county if place.kind is places.Kind.COUNTY else place.name
            note = "" if name == county else ", ".join(n for n in (place.city, county) if n)
            yield (group, name, county_file(store.names[code]), note, place.city)
    for row in store.table("districts").itertuples():
        name = district_name(str(row.chamber), int(str(row.number)))
        yield ("district", name, district_file(str(row.chamber), str(row.number)), "", "")


def _named(store: Store) -> Iterator[Entry]:
    """Everything with a name that is no place."""
    table = store.table
    for entry in nav.PAGES:
        yield ("page", entry.title, file_of(entry.path), "", documents.descriptions()[entry.path])
    for row in table("cohorts").itertuples():
        to = f"{file_of('learning_communities')}#cohort_facts"
        yield ("initiative", str(row.name), to, "", f"{row.convener} {row.funder}")
    for title in table("opportunities")["title"]:
        to = choice_file("opportunity-measures-opportunity", str(title))
        yield ("driver", str(title), to, "", "")
    for row in table("milestones").sort_values("date", ascending=False).itertuples():
        to = f"{file_of('milestones')}#milestone_list"
        yield ("milestone", str(row.title), to, numbers.date(str(row.date)), str(row.summary))
    for row in table("indicators").itertuples():
        to = choice_file("indicator-card-indicator", str(row.indicator_id))
        yield ("measure", str(row.name), to, "", str(row.definition))
    for row in table("toolkit_resources").itertuples():
        to = f"{file_of('community_action')}#toolkit_list"
        yield ("toolkit", str(row.title), to, str(row.publisher), str(row.topic))
    for row in table("sources").itertuples():
        year = str(row.published)[:4]
        note = f"{row.publisher} ({year})" if year else str(row.publisher)
        yield ("source", str(row.title), f"{file_of('data_sources')}#source_list", note, "")


def _zips(store: Store) -> Mapping[str, list[list[str]]]:
    """ZIP code -> name, file and share of each county and district that has a part of it."""
    found: dict[str, list[list[str]]] = {}
    counties = store.table("zip_counties")
    counties = counties[counties["county_fips"].ne("")]
    columns = ("zip", "county_fips", "residential_share")
    for code, fips, share in zip(*(counties[c] for c in columns), strict=True):
        found.setdefault(str(code), []).append(["", store.names[fips], _percent(share)])
    held = store.table("zip_districts").sort_values(["zip", "share"], ascending=[True, False])
    names = ("zip", "chamber", "number", "share")
    for code, chamber, number, share in zip(*(held[c] for c in names), strict=True):
        place = str(CHAMBERS.index(chamber))
        found.setdefault(str(code), []).append([place, str(number), _percent(share)])
    return found


def _percent(share: float) -> str:
    return "" if share is None or share != share else numbers.percent(float(share))

"""What a search may mean: places, hospitals, districts, pages, measures, and all else with a name.

One index an edition serves the box of every page. What can only mean one thing is gone to at
once; the rest is listed by `lib.ui.seekbox`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib import nav
from lib.derive import places, seeking
from lib.derive.seeking import Entry, Fit
from lib.i18n import _
from lib.ui import clickable, district_ways as ways, library
from lib.ui.edition import per_edition
from lib.wording import numbers, seeking as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Letters of a search that are read.
LONGEST = 80

COUNTY_PAGE = "pages/county.py"

#: A ZIP code with this share of its homes in one county opens that county.
NEARLY_ALL = 0.95

#: Words before a name that ask for the member of a district.
MEMBER = re.compile(
    r"(who (is|s|are) )?(my |our )?(assembly ?(member|man|woman|person)|(state )?senator|congress(man|woman|member|person)"
    r"|representative|rep|sen|asm)\b(?!.*[0-9])"
)


def lead_to_county(mark: Mapping[str, object]) -> None:
    """Lead from a mark of a county that was clicked to its page."""
    clickable.lead(COUNTY_PAGE, {"county": str(mark["county_fips"])})


@dataclass(frozen=True)
class Answer:
    """What a search has found.

    Attributes:
        words: what was searched for.
        hits: what it may mean, the best first.
        goes: the one thing that it can only mean, to be opened at once.
        said: a sentence over the hits, or why there is none.
        links: other sites that answer it, address -> what the link says.
        only_close: nothing is spelled as it was typed; the hits are close to it.
    """

    words: str
    hits: tuple[Entry, ...] = ()
    goes: Entry | None = None
    said: str = ""
    links: tuple[tuple[str, str], ...] = ()
    only_close: bool = False


@per_edition(maxsize=1)
def where() -> tuple[places.Index, seeking.Index]:
    """Everything that can be found, made once an edition."""
    held = library.store()
    named = places.index(
        held.table("zip_counties"), held.table("counties"), held.table("hospital_programs")
    )
    return named, seeking.index(_entries())


def _entries() -> Iterator[Entry]:
    """Every thing with a name that is no place."""
    for page in nav.PAGES:
        yield Entry("page", page.title, page.file)
    table = library.store().table
    for row in table("cohorts").itertuples():
        yield Entry(
            "initiative", str(row.name), "pages/learning_communities.py",
            (("cohort", str(row.cohort_id)),), text=f"{row.convener} {row.funder}",
        )  # fmt: skip
    for row in table("opportunities").itertuples():
        yield Entry(
            "driver", str(row.title), "pages/drivers.py", (("opportunity", str(row.title)),)
        )
    for row in table("milestones").sort_values("date", ascending=False).itertuples():
        yield Entry(
            "milestone", str(row.title), "pages/milestones.py",
            (("milestone_words", str(row.title)[:60]),), numbers.date(str(row.date)),
            str(row.summary),
        )  # fmt: skip
    for row in table("indicators").itertuples():
        yield Entry(
            "measure", str(row.name), "pages/data_sources.py",
            (("indicator", str(row.indicator_id)),), text=f"{row.definition} {row.indicator_id}",
        )  # fmt: skip
    for row in table("toolkit_resources").itertuples():
        yield Entry(
            "toolkit", str(row.title), "pages/community_action.py",
            (("toolkit", str(row.title)[:60]),), str(row.publisher), str(row.topic),
        )  # fmt: skip
    columns = ("title", "publisher", "published", "url")
    for title, publisher, published, url in table("sources")[list(columns)].to_numpy().tolist():
        note = f"{publisher} ({published[:4]})" if published else publisher
        link = url if url.startswith(("https://", "http://")) else ""
        yield Entry("source", title, "pages/data_sources.py", (), note, publisher, link)


@per_edition(maxsize=512)
def answer(text: str) -> Answer:
    """What `text` may mean."""
    typed = " ".join(text.split())
    asked = typed[:LONGEST].strip()
    if not asked:
        return Answer("")
    if len(typed) > LONGEST:
        return Answer(f"{asked}…", said=words.too_long(LONGEST))
    if MEMBER.match(seeking.compared(asked)):
        return Answer(asked, said=words.member(), links=tuple(words.lookups().items()))
    found, held = places.find(where()[0], asked)
    code = re.fullmatch(r"(\d{5})(?:-?\d{4})?", asked)
    if code:
        return _of_zip(code[1], found, held[0] if held else None)
    if found is places.Answer.NO_DISTRICT:
        return Answer(asked, said=words.no_district(asked))
    if held and held[0].kind is places.Kind.DISTRICT:
        districts = tuple(_district(place) for place in held)
        return Answer(asked, districts, districts[0] if len(districts) == 1 else None)
    return _by_name(asked, held)


def arrival(code: str, fips: str) -> str:
    """What is said on the page of a county to which a ZIP code has led that others have a part of."""
    _found, held = places.find(where()[0], code) if re.fullmatch(r"\d{5}", code) else (None, ())
    if not held or len(held[0].counties) < 2 or held[0].counties[0] != fips:
        return ""
    share = held[0].shares[0]
    return words.mostly(code, _county(fips).name, share) if share is not None else ""


def _county(fips: str, note: str = "", code: str = "") -> Entry:
    """A county; `code` is the ZIP code that led to it, whose districts its page names."""
    name = _("{county} County").format(county=library.store().names[fips])
    query = (("county", fips), *((("zip", code),) if code else ()))
    return Entry("place", name, COUNTY_PAGE, query, note)


def _district(place: places.Place) -> Entry:
    return ways.district(place.chamber, place.number)


def _of_zip(code: str, found: places.Answer, place: places.Place | None) -> Answer:
    districts = ways.of_zip(code)
    if place is None and districts:
        return Answer(code, districts, said=ways.said(code))
    if place is None:
        kind = _zip_kinds().get(code, "")
        if kind:
            return Answer(code, said=words.zip_without_county(code, kind))
        outside = found is places.Answer.OUTSIDE
        return Answer(code, said=words.zip_elsewhere(code) if outside else words.zip_unknown(code))
    first, share = place.counties[0], place.shares[0]
    if len(place.counties) == 1:
        return Answer(code, (), _county(first, code=code))
    if share is not None and share >= NEARLY_ALL:
        return Answer(code, (), _county(first, code=code))
    hits = tuple(
        _county(fips, words.share_of_homes(part, code))
        for fips, part in zip(place.counties, place.shares, strict=True)
    )
    return Answer(code, (*hits, *districts), said=f"{words.zip_spans(code)} {ways.said(code)}")


@per_edition(maxsize=1)
def _zip_kinds() -> dict[str, str]:
    """ZIP codes for which no county is given -> what they are used for."""
    table = library.store().table("zip_counties")
    bare = table[table["county_fips"].eq("")]
    return dict(zip(bare["zip"], bare["zip_kind"], strict=True))


def _by_name(asked: str, held: tuple[places.Place, ...]) -> Answer:
    """What a name may mean: places that have it, then all else, then what resembles it."""
    key = seeking.compared(asked)
    others = seeking.find(where()[1], asked)
    exact = [entry for fit, entry in others if fit is not Fit.RESEMBLES]
    sure = [place for place in held if _has(place, key)]
    meant = places.meant(places.Answer.FOUND, held, asked) if held else ""
    named = any(_bare(seeking.compared(place.name)) == _bare(key) for place in sure)
    if meant and (named or not exact):
        return Answer(asked, _hits(held, exact), _county(meant))
    same = [entry for fit, entry in others if fit is Fit.NAMED and entry.page and not entry.url]
    pages = [entry for entry in same if entry.group == "page"]
    if not named and (pages or len(same) == 1):
        return Answer(asked, _hits(sure, exact), (pages or same)[0])
    if sure or exact:
        hits = _hits(sure, exact)
        alone = len(hits) == 1 and hits[0].group != "source"
        spans = named and len(sure) == 1 and sure[0].kind is places.Kind.CITY and len(hits) > 1
        said = words.city_spans(sure[0].name) if spans else words.several()
        return Answer(asked, hits, hits[0] if alone else None, said)
    if re.fullmatch(r"\d{3,}", asked):
        return Answer(asked, said=words.five_digits())
    close = _hits(held, [entry for _fit, entry in others])
    if close:
        return Answer(asked, close, said=words.resembling(), only_close=True)
    is_other = not re.search("[a-z0-9]", key)
    return Answer(asked, said=words.other_letters() if is_other else words.nothing())


def _bare(key: str) -> str:
    return re.sub(r"\bcounty\b", "", key).strip()


def _has(place: places.Place, key: str) -> bool:
    """True where each word typed begins a word of the place's name or city."""
    held = seeking.compared(f"{place.name} {place.city} county").split()
    return all(any(word.startswith(each) for word in held) for each in key.split())


def _hits(
    held: list[places.Place] | tuple[places.Place, ...], entries: list[Entry]
) -> tuple[Entry, ...]:
    found = [hit for place in held for hit in _of_place(place)]
    unique = dict.fromkeys(found)  # a county and the city of its name lead to one page
    seen: dict[tuple[object, ...], Entry] = {}
    for hit in unique:
        seen.setdefault((hit.group, hit.name if hit.group == "place" else hit), hit)
    return (*seen.values(), *entries)


def _of_place(place: places.Place) -> Iterator[Entry]:
    """The county pages that a place leads to."""
    names = library.store().names
    for fips in place.counties:
        county = _("{county} County").format(county=names[fips])
        if place.kind is places.Kind.HOSPITAL:
            note = words.hospital_in(place.city, county)
            yield Entry("hospital", place.name, COUNTY_PAGE, (("county", fips),), note)
        elif place.kind is places.Kind.CITY:
            yield _county(fips, words.city_in(place.name))
        else:
            yield _county(fips)

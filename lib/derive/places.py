"""Finds a place by name, city, ZIP code, hospital or district, typing errors allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import pandas as pd
from rapidfuzz import fuzz, process, utils

from lib.derive import spelling

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The three digits with which a California ZIP code begins (the range of the ZIP table).
CALIFORNIA_ZIPS = range(900, 962)

#: Names that resemble the words typed by this much, of 100, are offered.
ALIKE = 80.0
#: A name that holds every word typed (the city of a hospital counts), one that begins with
#: them, and one that equals them, count for more.
HOLDS, BEGINS, EQUALS = 110.0, 120.0, 200.0
OFFERED = 8

#: Last number of each kind of district, as drawn in 2021.
CHAMBERS = {"assembly": 80, "senate": 40, "congressional": 52}

#: Digits that are read of a district's number: no district has as many, whatever is typed.
MOST_DIGITS = 9
_CHAMBER_WORDS = (
    ("assembly", r"assembly|ad"),
    ("senate", r"senate|sd"),
    ("congressional", r"congressional|congress|house|cd|ca"),
)


class Kind(StrEnum):
    """What was found."""

    COUNTY = "county"
    CITY = "city"
    ZIP = "zip"
    HOSPITAL = "hospital"
    DISTRICT = "district"


@dataclass(frozen=True)
class Place:
    """One thing found and the counties it lies in, the largest part first.

    `shares` are the shares of a ZIP code's homes in each county (0..1), None where the
    table does not hold them; empty for places of another kind.
    """

    kind: Kind
    name: str
    counties: tuple[str, ...]
    shares: tuple[float | None, ...] = ()
    city: str = ""
    chamber: str = ""
    number: int = 0


class Answer(StrEnum):
    """What became of a search, for the words that go with it."""

    FOUND = "found"
    NOTHING = "nothing"
    OUTSIDE = "outside California"
    ZIP_UNKNOWN = "ZIP code not held"
    NO_DISTRICT = "no such district"


@dataclass(frozen=True)
class Index:
    """Everything that can be found by name, and every ZIP code."""

    named: tuple[Place, ...]
    keys: tuple[str, ...]
    zips: Mapping[str, Place]


def index(zips: pd.DataFrame, counties: pd.DataFrame, sites: pd.DataFrame) -> Index:
    """The index of one bundle.

    Each of the `sites`, those of hospital_programs, is known by its newest name.
    """
    places = [
        *_counties(counties),
        *_cities(zips),
        *_hospitals(sites),
    ]
    keys = tuple(_key(place.name) for place in places)
    return Index(tuple(places), keys, _zips(zips))


def _key(name: str) -> str:
    """`name` as it is compared: lower case, without accents, marks and the word county."""
    return re.sub(r"\bcounty\b", "", _compared(name)).strip()


def _compared(text: str) -> str:
    """`text` in lower case without accents, other characters than letters and digits as spaces."""
    return str(utils.default_process(spelling.plain(text)))


def _counties(counties: pd.DataFrame) -> list[Place]:
    pairs = zip(counties["county_fips"], counties["name"], strict=True)
    return [Place(Kind.COUNTY, str(name), (str(fips),)) for fips, name in pairs]


def _cities(zips: pd.DataFrame) -> list[Place]:
    """Mailing cities with the counties of their ZIP codes, most ZIP codes first."""
    held = zips[zips["county_fips"].ne("")]
    names = held.assign(
        known_as=pd.Series(
            [
                [name for name in (city, *others.split(";")) if name]
                for city, others in zip(held["city"], held["other_city_names"], strict=True)
            ],
            index=held.index,
        )
    ).explode("known_as")
    counted = names.groupby(["known_as", "county_fips"]).size().reset_index(name="n")
    counted = counted.sort_values(["known_as", "n", "county_fips"], ascending=[True, False, True])
    found: dict[str, list[str]] = {}
    for name, county in zip(counted["known_as"], counted["county_fips"], strict=True):
        found.setdefault(str(name), []).append(str(county))
    return [Place(Kind.CITY, name, tuple(codes)) for name, codes in found.items()]


def _hospitals(sites: pd.DataFrame) -> list[Place]:
    newest = sites.sort_values("year").groupby("facility_id", sort=False).tail(1)
    return [
        Place(Kind.HOSPITAL, str(row.name_), (str(row.county_fips),), city=str(row.city))
        for row in newest.rename(columns={"name": "name_"}).itertuples()
    ]


def _zips(zips: pd.DataFrame) -> dict[str, Place]:
    """Every ZIP code; counties with the larger share of homes first.

    Row by row: a frame for each of some thousand codes would take seconds.
    """
    ordered = zips.sort_values("residential_share", ascending=False, kind="stable")
    columns = (ordered[name] for name in ("zip", "county_fips", "residential_share", "city"))
    parts: dict[str, list[tuple[str, float | None, str]]] = {code: [] for code in zips["zip"]}
    for code, county, share, city in zip(*columns, strict=True):
        if county:
            part = (str(county), None if pd.isna(share) else float(share), str(city))
            parts[code].append(part)
    return {code: _zip(code, held) for code, held in parts.items()}


def _zip(code: str, parts: list[tuple[str, float | None, str]]) -> Place:
    """One ZIP code of these parts: county, share of homes, city."""
    counties = tuple(county for county, _share, _city in parts)
    shares = tuple(share for _county, share, _city in parts)
    return Place(Kind.ZIP, code, counties, shares, city=parts[0][2] if parts else "")


def find(where: Index, words: str) -> tuple[Answer, tuple[Place, ...]]:
    """What `words` may mean, likeliest first, and what to say where that is nothing."""
    text = words.strip()
    if not text:
        return Answer.NOTHING, ()
    code = re.fullmatch(r"(\d{5})(?:-?\d{4})?", text)
    if code:
        return _find_zip(where, code[1])
    chambers = _district(text)
    if chambers:
        return _find_district(*chambers)
    found = _alike(where, text)
    return (Answer.FOUND, found) if found else (Answer.NOTHING, ())


def _find_zip(where: Index, code: str) -> tuple[Answer, tuple[Place, ...]]:
    place = where.zips.get(code)
    if place and place.counties:
        return Answer.FOUND, (place,)
    if int(code[:3]) not in CALIFORNIA_ZIPS:
        return Answer.OUTSIDE, ()
    return Answer.ZIP_UNKNOWN, ()


def _district(text: str) -> tuple[tuple[str, ...], int] | None:
    """The chambers and the number that a text such as "AD 12" or "12th Senate district" names."""
    plain = re.sub(r"\b([a-z]{2})(?=\d)", r"\1 ", _compared(text))
    number = re.search(r"\b([0-9]+)(?:st|nd|rd|th)?\b", plain)
    if not number:
        return None
    named = tuple(name for name, words in _CHAMBER_WORDS if re.search(rf"\b(?:{words})\b", plain))
    if not named and not re.search(r"\bdistrict\b", plain):
        return None
    return (named or tuple(CHAMBERS), int(number[1][:MOST_DIGITS]))


def _find_district(chambers: tuple[str, ...], number: int) -> tuple[Answer, tuple[Place, ...]]:
    found = tuple(
        Place(Kind.DISTRICT, f"{chamber} {number}", (), chamber=chamber, number=number)
        for chamber in chambers
        if 1 <= number <= CHAMBERS[chamber]
    )
    return (Answer.FOUND if found else Answer.NO_DISTRICT), found


def _alike(where: Index, text: str) -> tuple[Place, ...]:
    """The named places most like `text`; equal names first, then those that begin with it."""
    wanted = _key(text)
    if len(wanted) < 2:
        return ()
    scores: dict[int, float] = {
        place: score
        for __, score, place in process.extract(
            wanted, where.keys, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=60
        )
        if len(wanted) > 3 or where.keys[place].startswith(wanted)
    }
    words = set(wanted.split())
    for place, key in enumerate(where.keys):
        if key == wanted:
            scores[place] = EQUALS
        elif key.startswith(wanted):
            scores[place] = BEGINS
        elif words.issubset({*key.split(), *_key(where.named[place].city).split()}):
            scores[place] = HOLDS
    order = {Kind.COUNTY: 0, Kind.CITY: 1, Kind.HOSPITAL: 2}
    ranked = sorted(
        scores,
        key=lambda i: (-scores[i], order[where.named[i].kind], len(where.keys[i]), where.keys[i]),
    )
    return tuple(where.named[i] for i in ranked[:OFFERED])


def county_of(text: str, counties: pd.DataFrame) -> str:
    """The FIPS code that an address means by a code or a name, empty where it means none.

    A code that a spreadsheet took for a number has lost its zero: 6019 is 06019.
    """
    asked = text.strip()
    code = f"0{asked}" if re.fullmatch(r"[0-9]{4}", asked) else asked
    if code in set(counties["county_fips"]):
        return code
    named = {
        _key(name): fips
        for name, fips in zip(counties["name"], counties["county_fips"], strict=True)
    }
    return str(named.get(_key(asked), ""))


def meant(answer: Answer, found: tuple[Place, ...], words: str) -> str:
    """The code of the one county that a search can only mean, or an empty text.

    That is a name spelled as it is held, the only thing that holds every word typed, or a ZIP
    code, all in one county. A county comes before the city that gave it its name. Names alike
    in several counties, a district, and what only resembles something mean none.
    """
    if answer is not Answer.FOUND:
        return ""
    key, says_county = _key(words), "county" in _compared(words).split()
    same = [place for place in found if place.kind is Kind.ZIP or _key(place.name) == key]
    if not same and len(found) == 1 and _holds(found[0], set(key.split())):
        same = list(found)
    for county in [place for place in same if place.kind is Kind.COUNTY]:
        if says_county or all(county.counties[0] in place.counties for place in same):
            return county.counties[0]
    counties = {code for place in same for code in place.counties}
    return counties.pop() if len(counties) == 1 else ""


def _holds(place: Place, words: set[str]) -> bool:
    """True where the place's name and city hold every word."""
    return words.issubset({*_key(place.name).split(), *_key(place.city).split()})

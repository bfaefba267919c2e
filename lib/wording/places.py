"""The words of measures and of what was searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive.places import Answer, Kind
from lib.i18n import _, ngettext
from lib.wording import states
from lib.wording.numbers import (
    count,
    exact_percent,
    is_missing,
    not_collected,
    number,
    spelled,
)

if TYPE_CHECKING:
    from lib.derive.places import Place


def measure_value(value: float | None, unit: str) -> str:
    """A value of a measure in its unit, as a mark's label."""
    if value is None or is_missing(value):
        return not_collected()
    if unit in {"share", "growth"}:
        return exact_percent(value)
    if unit == "usd":
        return _("${value}").format(value=count(value))
    return number(value)


def state_words(state: str) -> str:
    """Why a county has no value."""
    return states.label(state)


def topic_names() -> dict[str, str]:
    """Topic of the key numbers -> the word on its button."""
    return {"supply": _("Hospital care"), "need": _("Need"), "context": _("Living conditions")}


def likeness_names() -> dict[str, str]:
    """What "like" means -> the words on its button."""
    return {
        "all": _("All five traits"),
        "size": _("Size and rurality"),
        "people": _("Age and Medi-Cal"),
        "beds": _("Size and beds"),
    }


def likeness_words(like: str) -> str:
    """What the peers share, inside a sentence."""
    return {
        "all": _("population, rurality, age, Medi-Cal and acute beds"),
        "size": _("population and rurality"),
        "people": _("age and Medi-Cal"),
        "beds": _("population and acute beds"),
    }[like]


def place_kind(kind: Kind) -> str:
    """The word for what was found."""
    return {
        Kind.COUNTY: _("County"),
        Kind.CITY: _("City"),
        Kind.ZIP: _("ZIP code"),
        Kind.HOSPITAL: _("Hospital"),
        Kind.DISTRICT: _("District"),
    }[kind]


def chamber_names() -> dict[str, str]:
    """Chamber -> the word on its button."""
    return {
        "assembly": _("Assembly"),
        "senate": _("State Senate"),
        "congressional": _("Congress"),
    }


def county_name(name: str) -> str:
    """A county as a sentence wants it: Alameda County."""
    return _("{county} County").format(county=name)


def district_name(chamber: str, number_: int) -> str:
    """The name of a district."""
    return {
        "assembly": _("Assembly District {number}"),
        "senate": _("State Senate District {number}"),
        "congressional": _("Congressional District {number}"),
    }[chamber].format(number=number_)


def nothing_found(answer: Answer, words: str) -> str:
    """What to say where a search found nothing."""
    return {
        Answer.NOTHING: _(
            "Nothing matches {words}. Try a county, a city, a five-digit ZIP code, part of a "
            "hospital's name, or a district such as Assembly 12."
        ),
        Answer.OUTSIDE: _(
            "ZIP code {words} is outside California. This dashboard covers California's 58 "
            "counties."
        ),
        Answer.ZIP_UNKNOWN: _(
            "ZIP code {words} looks like a California ZIP code, but our ZIP code table gives "
            "no county for it. Try the city's name."
        ),
        Answer.NO_DISTRICT: _(
            "There is no district {words}: California has 80 Assembly districts, 40 state "
            "Senate districts and 52 congressional districts."
        ),
    }[answer].format(words=words)


def zip_note(place: Place) -> str:
    """What the ZIP table says of a ZIP code's counties."""
    if len(place.counties) == 1:
        return _("All of this ZIP code is in one county.")
    if any(share is None for share in place.shares):
        return _(
            "This ZIP code covers parts of {n} counties. We do not know how its homes divide "
            "between them."
        ).format(n=spelled(len(place.counties)))
    return _(
        "This ZIP code covers parts of {n} counties. The percent is the share of its homes in "
        "each, late 2020."
    ).format(n=spelled(len(place.counties)))


def city_note(counties: int) -> str:
    """What is known of a mailing city in several counties."""
    return ngettext(
        "A mailing city; all its ZIP codes lie in this county.",
        "A mailing city whose ZIP codes lie in {n} counties, the one with most ZIP codes first; "
        "the share of its people in each is not known.",
        counties,
    ).format(n=spelled(counties))


def line_of_counties() -> str:
    """How the line of a number is read; a table of the same numbers has none."""
    return _(
        "Each line runs from the lowest to the highest county; its thick part is half of all counties."
    )


def line_of_districts() -> str:
    """As `line_of_counties`, of the districts of a chamber."""
    return _(
        "Each line runs from the lowest to the highest district; its thick part is half of all "
        "districts."
    )

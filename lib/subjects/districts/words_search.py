"""The words that lead from a ZIP code to its districts."""

from __future__ import annotations

from lib.i18n import _
from lib.subjects.districts.rows import COUNTED
from lib.wording.numbers import listing, percent
from lib.wording.places import chamber_names, district_name


def of_zip(code: str) -> str:
    """What stands over the districts of a ZIP code."""
    return _(
        "Districts of ZIP code {code}, with the share of its people ({year}). An address decides: "
        "check at findyourrep.legislature.ca.gov or house.gov."
    ).format(code=code, year=COUNTED)


def lacking(chambers: list[str]) -> str:
    """What is said beside the districts of a ZIP code that has none of some chambers."""
    return _("We could not tell which {chambers} district it is in.").format(
        chambers=listing([chamber_names()[chamber] for chamber in chambers])
    )


def none_of_zip(code: str, *, is_bare: bool) -> str:
    """Why we have no districts for a ZIP code; `is_bare` where it is no area of homes."""
    text = (
        _(
            "ZIP code {code} is for post office boxes or one building, so we have no districts for "
            "it. Use the ZIP code of a street address, or look up the address at "
            "findyourrep.legislature.ca.gov or house.gov."
        )
        if is_bare
        else _(
            "We have no districts for ZIP code {code}. Look up your address at "
            "findyourrep.legislature.ca.gov or house.gov."
        )
    )
    return text.format(code=code)


def share(chamber: str, number: int, part: float, basis: str) -> str:
    """A district of a ZIP code with its share."""
    name = district_name(chamber, number)
    if part >= 1:
        return _("{name} (all)").format(name=name)
    if basis == "area":
        return _("{name} ({share} of its land)").format(name=name, share=percent(part))
    return _("{name} ({share})").format(name=name, share=percent(part))


def note(part: float, basis: str, code: str) -> str:
    """A district's part of a ZIP code, in the list of things found."""
    if part >= 1:
        return _("all of {code}").format(code=code)
    if basis == "area":
        return _("{share} of the land of {code}").format(share=percent(part), code=code)
    said = _("{share} of the people of {code} ({year})")
    return said.format(share=percent(part), code=code, year=COUNTED)


def every_district() -> str:
    """The link from the map of counties to that of districts."""
    return _("Show a map of Assembly, state Senate or congressional districts")


def open_one() -> str:
    """What a click on the map of districts does."""
    return _("Click or tap a district to open its page.")


def list_of(chamber: str) -> str:
    """The link from the map of a chamber's districts to their list."""
    return {
        "assembly": _("All Assembly districts, as a list"),
        "senate": _("All state Senate districts, as a list"),
        "congressional": _("All congressional districts, as a list"),
    }[chamber]


def county_title(county: str, n: int) -> str:
    """The fold over the districts of a county."""
    return _("Districts that take in part of {county} County ({n})").format(county=county, n=n)


def of_county(county: str) -> str:
    """What stands over the districts of a county."""
    return _(
        "In brackets: the share of the people of {county} County who live in the district ({year})."
    ).format(county=county, year=COUNTED)

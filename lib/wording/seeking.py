"""Words of the search that stands on every page."""

from __future__ import annotations

from lib.i18n import _, ngettext
from lib.wording.numbers import count, exact_percent


def label() -> str:
    """The name of the search box."""
    return _("Find a place or a subject")


def placeholder() -> str:
    """What stands in the box while it is empty."""
    return _("ZIP, city, county, hospital or district")


def groups() -> dict[str, str]:
    """Group of things found -> its heading, in the order of the list."""
    return {
        "place": _("Counties, cities and ZIP codes"),
        "hospital": _("Hospitals"),
        "district": _("Districts"),
        "page": _("Pages"),
        "initiative": _("Learning communities and other initiatives"),
        "driver": _("Drivers and opportunities"),
        "milestone": _("Milestones"),
        "measure": _("Measures"),
        "toolkit": _("Toolkits"),
        "source": _("Sources"),
    }


def headline(words: str, found: int, *, only_close: bool = False) -> str:
    """The headline of the list of things found, or of names that are only close to the words."""
    if not found:
        return _("We found nothing for {words}").format(words=words)
    if only_close:
        return ngettext(
            "We found nothing for {words}, but {n} name is close",
            "We found nothing for {words}, but {n} names are close",
            found,
        ).format(n=count(found), words=words)
    return ngettext("{n} result for {words}", "{n} results for {words}", found).format(
        n=count(found), words=words
    )


def without_script() -> str:
    """What the page of a search says in a browser without scripts."""
    return _("The search needs JavaScript. These lists lead to every page.")


def resembling() -> str:
    """What stands over things that only resemble the words; the headline says that they do."""
    return _("Choose what you mean, or try another spelling.")


def close() -> str:
    """The same where the list has no headline."""
    return _("We found no exact match, but these names are close.")


def several() -> str:
    """What stands over things found."""
    return _("Choose what you mean, or search again above.")


def nothing() -> str:
    """What to try where nothing was found."""
    return _(
        "Try a ZIP code, a city, a county, part of a hospital's name, a district such as Assembly "
        "2, or a subject such as POLST."
    )


def other_letters() -> str:
    """What to say to words without a letter that any name here has."""
    return _(
        "The names on this dashboard are in English letters. Try a ZIP code, or the name of a "
        "city or county in English letters."
    )


def member() -> str:
    """How to come from a member's name to the number of a district."""
    return _(
        "We do not list members of the Legislature or Congress by name. Look up the district "
        "number by address on one of these official sites. Then search for the district here, such "
        "as Assembly 2."
    )


def lookups() -> dict[str, str]:
    """Where a member is looked up by address -> what the link says."""
    return {
        "https://findyourrep.legislature.ca.gov/": _(
            "findyourrep.legislature.ca.gov (Assembly and state Senate)"
        ),
        "https://www.house.gov/representatives/find-your-representative": _("house.gov (Congress)"),
    }


def too_long(most: int) -> str:
    """What to say to more letters than are read."""
    return _(
        "That is too long to search for: it has more than {most} letters. Try a ZIP code, or one "
        "name."
    ).format(most=most)


def counted(group: str, n: int) -> str:
    """The heading of a group of things found, with how many they are."""
    return _("{group} ({n})").format(group=group, n=count(n))


def first_of_each(most: int) -> str:
    """After the words over a list of which each group shows its first ones."""
    return _("The first {most} of each kind are listed.").format(most=most)


def five_digits() -> str:
    """What to say to a number that is too short or too long for a ZIP code."""
    return _(
        "A ZIP code has five digits, such as 93301. A district needs its chamber, such as Assembly 2."
    )


def zip_without_county(code: str, kind: str) -> str:
    """Why a ZIP code leads to no county."""
    if kind == "po box":
        return _(
            "ZIP code {code} is used only for post office boxes, and our list of ZIP codes gives "
            "no county for it. Try the ZIP code of a street address, or the name of the city."
        ).format(code=code)
    return _(
        "ZIP code {code} belongs to one organization, and our list of ZIP codes gives no county "
        "for it. Try the ZIP code of a street address, or the name of the city."
    ).format(code=code)


def zip_elsewhere(code: str) -> str:
    """A ZIP code outside California."""
    return _(
        "ZIP code {code} is not in California. This dashboard covers California's 58 counties."
    ).format(code=code)


def zip_unknown(code: str) -> str:
    """A ZIP code of California's range that no table has."""
    return _(
        "We found no ZIP code {code}. It is in California's range, but our list does not have it. "
        "Try the name of the city."
    ).format(code=code)


def no_district(words: str) -> str:
    """A number that no district has."""
    return _(
        "{words} is not a district. The Assembly has 80 districts, the state Senate 40, and "
        "California has 52 in Congress."
    ).format(words=words)


def zip_spans(code: str) -> str:
    """What stands over the counties of a ZIP code."""
    return _(
        "ZIP code {code} crosses county lines. Each county is shown with its share of the homes in "
        "the ZIP code (late 2020). Choose the county of your address."
    ).format(code=code)


def city_spans(city: str) -> str:
    """What stands over the counties of a city."""
    return _(
        "The ZIP codes of {city} lie in more than one county. The county with most of them comes "
        "first. Choose the county of your address."
    ).format(city=city)


def share_of_homes(share: float | None, code: str) -> str:
    """A county's part of a ZIP code."""
    if share is None:
        return _("its share of the homes in {code} is not known").format(code=code)
    return _("{share} of the homes in {code}").format(share=exact_percent(share), code=code)


def mostly(code: str, county: str, share: float) -> str:
    """Said on arrival in the county that has nearly all of a ZIP code."""
    return _("{share} of the homes in ZIP code {code} are in {county} (late 2020).").format(
        share=exact_percent(share), code=code, county=county
    )


def city_in(city: str) -> str:
    """A county that is offered for one of its cities."""
    return _("has ZIP codes of {city}").format(city=city)


def hospital_in(city: str, county: str) -> str:
    """Where a hospital stands."""
    return _("{city}, {county}").format(city=city, county=county)


def more(found: int) -> str:
    """The link to all of a group of which only the first are listed."""
    return ngettext("See all {n}", "See all {n}", found).format(n=count(found))


def rest(found: int) -> str:
    """The fold over the rest of a group."""
    return ngettext("{n} more", "{n} more", found).format(n=count(found))


def back() -> str:
    """The button that ends a search."""
    return _("Close search")

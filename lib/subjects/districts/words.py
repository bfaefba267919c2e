"""The words of the district pages: lines, headlines, findings, lists and what to ask."""

from __future__ import annotations

from lib.derive.rounding import whole
from lib.i18n import _, ngettext
from lib.subjects.counties import words_sites
from lib.wording.numbers import beside_state, count, date, n_of_n, percent


def lines(chamber: str, drawn: str, valid_until: str) -> str:
    """Which lines a district has and, where that is known, until when they hold."""
    if not valid_until:
        return {
            "assembly": _("Assembly lines drawn in {drawn}."),
            "senate": _("State Senate lines drawn in {drawn}."),
        }.get(chamber, _("Congressional lines drawn in {drawn}.")).format(drawn=date(drawn))
    return _(
        "Congressional lines drawn in {drawn}, which apply until {end}. After that date this "
        "number may be another area."
    ).format(drawn=date(drawn), end=date(valid_until))


def over(name: str, valid_until: str) -> str:
    """Said once other lines hold."""
    return _(
        "The lines on this page applied until {end}. {name} may be another area now. Look up "
        "your district by address at house.gov."
    ).format(name=name, end=date(valid_until))


def chamber_districts(chamber: str, n: int) -> str:
    """So many districts of a chamber, inside a sentence."""
    return {
        "assembly": ngettext("{n} Assembly district", "{n} Assembly districts", n),
        "senate": ngettext("{n} state Senate district", "{n} state Senate districts", n),
        "congressional": ngettext("{n} congressional district", "{n} congressional districts", n),
    }[chamber].format(n=count(n))


def every(chamber: str) -> str:
    """The link to the list of all districts of a chamber."""
    return {
        "assembly": _("All Assembly districts"),
        "senate": _("All state Senate districts"),
        "congressional": _("All congressional districts"),
    }[chamber]


def headline(name: str, reporting: int, answered: int, year: int) -> str:
    """The finding at the top of a district's page."""
    if not answered:
        return _("No hospital site in {name} answered the state report of {year}").format(
            name=name, year=year
        )
    if answered == 1:
        one = (
            _(
                "The one hospital site in {name} reports an inpatient palliative care program in {year}"
            )
            if reporting
            else _(
                "The one hospital site in {name} reports no inpatient palliative care program in "
                "{year}"
            )
        )
        return one.format(name=name, year=year)
    if not reporting:
        return _(
            "None of the {sites} hospital sites in {name} reports an inpatient palliative care "
            "program in {year}"
        ).format(sites=count(answered), name=name, year=year)
    return ngettext(
        "{n} hospital sites in {name} reports an inpatient palliative care program in {year}",
        "{n} hospital sites in {name} report an inpatient palliative care program in {year}",
        reporting,
    ).format(n=n_of_n(reporting, answered), name=name, year=year)


def compared(state: tuple[int, int], chamber: str, answered: int, middle: float, side: str) -> str:
    """The state and the chamber's middle district, in the line under the headline."""
    whole = _("Statewide, {n} hospital sites ({share}) report one.").format(
        n=n_of_n(*state), share=percent(state[0] / state[1])
    )
    if answered <= 1 or not side:
        return _("{statewide} One site is too few to compare as a share.").format(statewide=whole)
    named = {
        "assembly": _("In the median Assembly district the share is {middle}"),
        "senate": _("In the median state Senate district the share is {middle}"),
        "congressional": _("In the median congressional district the share is {middle}"),
    }[chamber].format(middle=percent(middle))
    return {
        "above": _("{statewide} {median}; this district is above it."),
        "about the same": _("{statewide} {median}; this district is about the same."),
        "below": _("{statewide} {median}; this district is below it."),
    }[side].format(statewide=whole, median=named)


def beds(name: str, reporting: int, total: int) -> str:
    """The finding on beds."""
    if not total:
        return _("We have no count of general acute care beds in {name}.").format(name=name)
    return _(
        "{n} general acute care beds in {name} ({share}) are at sites that report a program."
    ).format(n=n_of_n(reporting, total), share=percent(reporting / total), name=name)


def outpatient(reporting: int, answered: int, year: int) -> str:
    """The finding on outpatient services."""
    if answered == 1:
        one = (
            _("The site reports outpatient palliative care services in {year}.")
            if reporting
            else _("The site reports no outpatient palliative care services in {year}.")
        )
        return one.format(year=year)
    return ngettext(
        "{n} hospital sites reports outpatient palliative care services in {year}.",
        "{n} hospital sites report outpatient palliative care services in {year}.",
        reporting,
    ).format(n=n_of_n(reporting, answered), year=year)


def nearest(site: str, city: str, miles: float) -> str:
    """The finding on the nearest program of another district."""
    return ngettext(
        "The nearest site that reports a program is {miles} mile from the center of the district: "
        "{site}, {city}.",
        "The nearest site that reports a program is {miles} miles from the center of the district: "
        "{site}, {city}.",
        whole(miles),
    ).format(miles=count(miles), site=site, city=city)


def standing(more: int, others: int, chamber: str) -> str:
    """The finding on where the share stands among the districts of the chamber."""
    return ngettext(
        "{n} of the other {districts} has a larger share of sites that report a program.",
        "{n} of the other {districts} have a larger share of sites that report a program.",
        more,
    ).format(n=count(more), districts=chamber_districts(chamber, others))


def dot_words(year: int) -> dict[str, str]:
    """Kind of a dot -> its words in the legend."""
    outside = _("Nearest that reports one, in another district")
    return {**words_sites.dot_words(year), "outside": outside}


def dots_headline(name: str, reporting: int, miles: float) -> str:
    """Where the sites that report are, or how far the nearest of other districts is."""
    if reporting:
        return ngettext(
            "Where the {n} hospital site in {name} that reports a program is",
            "Where the {n} hospital sites in {name} that report a program are",
            reporting,
        ).format(n=count(reporting), name=name)
    return ngettext(
        "The nearest hospital site that reports a program is {miles} mile from the center of "
        "{name}",
        "The nearest hospital site that reports a program is {miles} miles from the center of "
        "{name}",
        whole(miles),
    ).format(name=name, miles=count(miles))


def numbers_headline(name: str, above: int, same: int, below: int) -> str:
    """How the numbers of a district compare with the state's."""
    if not above + same + below:
        return _("{name} has too few hospital sites to compare").format(name=name)
    return beside_state(name, above, same, below)


def years_headline(name: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
    """The sites of today's list that report, in the first and the last complete report.

    `first` is the year, the sites that report and those that answered; `last` the same
    of the newest year.
    """
    if first[0] == last[0] or not first[2]:
        return _("{name}: {now} hospital sites report a program in {year}").format(
            name=name, now=n_of_n(*last[1:]), year=last[0]
        )
    return _(
        "Of the sites in {name} today, {now} report a program in {year}, compared with {then} in "
        "{first}"
    ).format(
        name=name, now=n_of_n(*last[1:]), year=last[0], then=n_of_n(*first[1:]), first=first[0]
    )


def year_label(year: int, *, is_minimum: bool) -> str:
    """A report year at its bar."""
    return _("{year} (a minimum)").format(year=year) if is_minimum else str(year)


def counties_headline(name: str, counties: int, whole: int) -> str:
    """The counties that a district takes part of."""
    if counties == 1 and not whole:
        return _("{name} is part of one county").format(name=name)
    if not whole:
        return _("{name} takes in parts of {n} counties").format(name=name, n=count(counties))
    return ngettext(
        "{name} takes in people of {n} county, {whole} of them whole",
        "{name} takes in people of {n} counties, {whole} of them whole",
        counties,
    ).format(name=name, n=count(counties), whole=count(whole))


def map_kinds() -> dict[str, str]:
    """Class of a district on the map -> its words."""
    return {
        "all": _("Every hospital site reports a program"),
        "half": _("Half or more, not all"),
        "some": _("Fewer than half"),
        "none": _("No site reports a program"),
        "silent": _("No site answered"),
    }


def map_headline(chamber: str, none: int, total: int, year: int) -> str:
    """In how many districts no site reports a program."""
    return {
        "assembly": ngettext(
            "In {n} Assembly districts, no hospital site reports inpatient palliative care in {year}",
            "In {n} Assembly districts, no hospital site reports inpatient palliative care in {year}",
            none,
        ),
        "senate": ngettext(
            "In {n} state Senate districts, no hospital site reports inpatient palliative care in "
            "{year}",
            "In {n} state Senate districts, no hospital site reports inpatient palliative care in "
            "{year}",
            none,
        ),
        "congressional": ngettext(
            "In {n} congressional districts, no hospital site reports inpatient palliative care in "
            "{year}",
            "In {n} congressional districts, no hospital site reports inpatient palliative care in "
            "{year}",
            none,
        ),
    }[chamber].format(n=n_of_n(none, total), year=year)


def every_chamber(none: dict[str, int]) -> str:
    """The line under the headline of the index: the same count for each chamber."""
    listed = "; ".join(chamber_districts(chamber, n) for chamber, n in none.items())
    return _(
        "No hospital site reports a program in: {listed}. Find yours: search a ZIP code above, "
        "click the map, or choose from the list."
    ).format(listed=listed)


def group(kind: str, n: int) -> str:
    """The words over the districts of one class, as Markdown."""
    return _("**{kind}**: {n}").format(kind=map_kinds()[kind], n=count(n))


def entry(number: int, reporting: int, answered: int) -> str:
    """A district in the list, with n of N."""
    if not answered:
        return str(number)
    return _("{number} ({n})").format(number=number, n=n_of_n(reporting, answered))


def without(number: int, answered: int, miles: float, site: str) -> str:
    """A district in the list where no site reports, with the nearest that does."""
    return _("{number} ({n}); {miles} mi to {site}").format(
        number=number, n=n_of_n(0, answered), miles=count(miles), site=site
    )


def unknown_district(shown: str) -> str:
    """The address names a district that there is none of."""
    return _(
        "There is no district {shown}. The Assembly has 80 districts, the state Senate 40, and "
        "California has 52 in Congress. Choose one from the map or the list."
    ).format(shown=shown)


def unknown_title(name: str, n: int) -> str:
    """The fold over what is not known of a district."""
    return _("What we do not know about {name} ({n})").format(name=name, n=count(n))


def description(name: str) -> str:
    """What the page of one district is about."""
    return _(
        "{name}, California: which hospital sites report a palliative care program, how the "
        "district compares with others, its counties, and what is not known."
    ).format(name=name)

"""The words of the map of one county's hospital sites."""

from __future__ import annotations

from lib.derive.rounding import whole
from lib.i18n import _, ngettext
from lib.wording.numbers import beside_state, count, listing, n_of_n, spelled


def dot_words(year: int) -> dict[str, str]:
    """Kind of a dot -> its words in the legend."""
    return {
        "reports": _("Reports an inpatient program"),
        "none": _("Reports none"),
        "silent": _("No report in {year}").format(year=year),
        "outside": _("Nearest that reports one, in another county"),
    }


def dots_headline(county: str, reporting: int, answered: int, miles: float) -> str:
    """Where the sites that report are, or how far the nearest of other counties is."""
    if reporting and answered == 1:
        return _("The one hospital site of {county} reports an inpatient program").format(
            county=county
        )
    if reporting:
        return ngettext(
            "Where the {n} hospital site of {county} that reports a program is",
            "Where the {n} hospital sites of {county} that report a program are",
            reporting,
        ).format(n=count(reporting), county=county)
    return ngettext(
        "The nearest hospital site that reports a program is {miles} mile from the center of "
        "{county}",
        "The nearest hospital site that reports a program is {miles} miles from the center of "
        "{county}",
        whole(miles),
    ).format(county=county, miles=count(miles))


def similar_named(names: list[str], traits: str) -> str:
    """Which counties a county is compared with, as the page names them."""
    return _(
        "Similar counties, most similar first: {counties}. They are alike in {traits}."
    ).format(counties=listing(names), traits=traits)


def dots_summary(county: str, kinds: list[tuple[str, int]], year: int) -> str:
    """How many sites of each kind are drawn."""
    return _("{county}, {year}: {listed}.").format(
        county=county,
        year=year,
        listed="; ".join(_("{words}: {n}").format(words=w, n=count(n)) for w, n in kinds),
    )


def compared(
    county: str, sites: int, state: tuple[int, int, str], median: str, side: str, similar: int
) -> str:
    """The state and the similar counties, in the line under the headline of the page."""
    reporting, answered, share = state
    whole = _("Statewide, {n} hospital sites ({share}) report one.").format(
        n=n_of_n(reporting, answered), share=share
    )
    if sites <= 1 or not median:
        return _("{statewide} We do not compare the share of {county}: it has {sites}.").format(
            statewide=whole,
            county=county,
            sites=ngettext("one hospital site", "{n} hospital sites", sites).format(
                n=spelled(sites)
            )
            if sites
            else _("no hospital site that answered"),
        )
    where = {
        "above": _(
            "{statewide} In the {k} most similar counties the median is {median}: {county} is above it."
        ),
        "about the same": _(
            "{statewide} In the {k} most similar counties the median is {median}: {county} is about the same."
        ),
        "below": _(
            "{statewide} In the {k} most similar counties the median is {median}: {county} is below it."
        ),
    }[side]
    return where.format(statewide=whole, k=spelled(similar), median=median, county=county)


def four_headline(county: str, above: int, same: int, below: int) -> str:
    """How the four numbers compare with the state's."""
    if not above + same + below:
        return _("Numbers of {county}").format(county=county)
    return beside_state(county, above, same, below)


def too_few(n: str) -> str:
    """In place of a comparison of one site with others."""
    return _("{n}: too few to compare").format(n=n)


def unknown_title(county: str, own: int, more: int) -> str:
    """The words on the fold over what is not known of a county alone, and of every county."""
    text = (
        _("What we do not know about {county} ({own}) and about any county ({more})")
        if own
        else _("What we do not know about {county} or any other county ({more})")
    )
    return text.format(county=county, own=count(own), more=count(more))


def unknown_here(county: str) -> str:
    """What stands over the gaps of a county alone."""
    return _("Not known for {county}").format(county=county)


def unknown_anywhere() -> str:
    """What stands over the gaps that every county has."""
    return _("Not known for any county")


def unanswered(names: list[str], year: int) -> str:
    """The sites without a report in the newest year."""
    listed = ", ".join(names)
    return ngettext(
        "What {n} hospital site offers now: we found no report of {year} ({names}).",
        "What {n} hospital sites offer now: we found no report of {year} ({names}).",
        len(names),
    ).format(n=spelled(len(names)), year=year, names=listed)


def same_name(name: str, number: str, last: int, year: int) -> str:
    """An earlier entry of the state's list under the name of a site that reports now."""
    return _(
        "Whether {name} is one site under two state numbers. Number {number} was last in the "
        "report of {last}; the report of {year} has a site of the same name under another number."
    ).format(name=name, number=number, last=last, year=year)


def without_number(measures: list[tuple[str, str]]) -> str:
    """The measures that have no number for a county, each with the reason."""
    return _("These numbers: {listed}.").format(
        listed="; ".join(_("{measure} ({why})").format(measure=m, why=w) for m, w in measures)
    )

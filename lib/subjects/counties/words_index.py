"""The words of the county page without a county, and of its tabs."""

from __future__ import annotations

from lib.i18n import _, ngettext
from lib.wording.numbers import n_of_n


def headline(n: int, total: int, year: int) -> str:
    """In how many counties a hospital site reports a program."""
    return ngettext(
        "In {n} counties, at least one hospital site reports inpatient palliative care in {year}",
        "In {n} counties, at least one hospital site reports inpatient palliative care in {year}",
        n,
    ).format(n=n_of_n(n, total), year=year)


def introduction() -> str:
    """What to do on this page."""
    return _(
        "Find your county: type a ZIP code, a city, a hospital or a district, click the map, or "
        "choose a name from the list."
    )


def group(status: str, n: int, year: int) -> str:
    """The words over the counties of one kind, as Markdown."""
    return {
        "inpatient": ngettext(
            "**{n} county where a hospital site reports an inpatient program in {year}**, with "
            "the count of its sites",
            "**{n} counties where a hospital site reports an inpatient program in {year}**, with "
            "the count of their sites",
            n,
        ),
        "outpatient only": ngettext(
            "**{n} county where sites report outpatient services only**",
            "**{n} counties where sites report outpatient services only**",
            n,
        ),
        "none reported": ngettext(
            "**{n} county where no hospital site reports either**",
            "**{n} counties where no hospital site reports either**",
            n,
        ),
        "not answered": ngettext(
            "**{n} county whose hospital did not answer**",
            "**{n} counties whose hospitals did not answer**",
            n,
        ),
        "no hospital": ngettext(
            "**{n} county without a general acute care hospital**",
            "**{n} counties without a general acute care hospital**",
            n,
        ),
    }[status].format(n=n, year=year)


def entry(name: str, inpatient: int, sites: int) -> str:
    """A county in the list, with n of N where a site reports a program."""
    if not inpatient:
        return name
    return _("{name} ({n})").format(name=name, n=n_of_n(inpatient, sites))

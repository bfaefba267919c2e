"""Words of hospitals and of the chosen county on the county map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import vocabulary
from lib.i18n import _, ngettext
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.derive.measures import Tables

#: A share of fewer answers than this is said to rest on a small base.
SMALL_BASE = 5


def site(city: str, beds: int, *, inpatient: bool, outpatient: bool) -> str:
    """What one hospital reports, with its city and size."""
    said = {
        (True, True): _("{city}, {beds} beds: reports inpatient and outpatient"),
        (True, False): _("{city}, {beds} beds: reports inpatient"),
        (False, True): _("{city}, {beds} beds: reports outpatient only"),
        (False, False): _("{city}, {beds} beds: reports neither"),
    }
    return said[(inpatient, outpatient)].format(city=city, beds=numbers.count(beds))


def report_names() -> dict[str, str]:
    """What a hospital reports -> the words of the key."""
    return {
        "inpatient": _("Reports an inpatient program"),
        "outpatient": _("Reports outpatient services only"),
        "neither": _("Reports neither"),
    }


def county_class(kind: str) -> str:
    """The class of the chosen county."""
    return _("Class: {kind}").format(kind=kind)


def small_base(denominator: float) -> str:
    """The caution of a share that rests on very few answers, or nothing."""
    if numbers.is_missing(denominator) or denominator >= SMALL_BASE:
        return ""
    return ngettext(
        "Only {n} answer, so this share can only be 0% or 100%.",
        "Few answers: only {n} hospital sites answered, so one more Yes or No changes this share "
        "a lot.",
        int(denominator),
    ).format(n=numbers.count(denominator))


def rurality(tables: Tables, *, nonmetro: bool) -> str:
    """Whether the county lies in a metropolitan area."""
    return vocabulary.sentence(tables, "county_map", "outside" if nonmetro else "within")


def unknown_county(part: str) -> str:
    """What to say where an address names a county that is none of the 58."""
    return _(
        "This address names a county that this page does not know ({part}). No county is selected."
    ).format(part=part)


def no_sites(county: str) -> str:
    """A county without a general acute hospital in the report."""
    return _("{county} County has no general acute care hospital in the latest report.").format(
        county=county
    )


def more_sites(n: int) -> str:
    """The sites that a short list leaves out."""
    return ngettext(
        "{n} smaller site is listed on the county's page.",
        "{n} smaller sites are listed on the county's page.",
        n,
    ).format(n=numbers.count(n))


def unplaced(n: int, total: int) -> str:
    """How many hospitals the points leave out for want of coordinates."""
    return ngettext(
        "{n} of {total} sites is not on the map because we have no coordinates for it.",
        "{n} of {total} sites are not on the map because we have no coordinates for them.",
        n,
    ).format(n=numbers.count(n), total=numbers.count(total))

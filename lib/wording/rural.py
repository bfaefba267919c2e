"""Sentences about rural coverage, each whole, each made from numbers of the rows."""

from __future__ import annotations

from lib.derive.comparing import Side, side
from lib.i18n import _, ngettext
from lib.wording.numbers import capitalized, count, exact_percent, n_of_n, spelled


def definition_names() -> dict[str, str]:
    """Definition -> the words on its button."""
    return {
        "rucc_2023": _("USDA 2023"),
        "rucc_2013": _("USDA 2013"),
        "nchs_2023": _("NCHS 2023"),
        "nonmetro_2023": _("Nonmetro 2023"),
        "forhp_rural": _("Federal grants"),
        "small_rural": _("State hospital list"),
    }


def definition_title(definition: str) -> str:
    """The full name of a definition."""
    return {
        "rucc_2023": _("USDA Rural-Urban Continuum Codes, 2023"),
        "rucc_2013": _("USDA Rural-Urban Continuum Codes, 2013"),
        "nchs_2023": _("NCHS Urban-Rural Classification Scheme for Counties, 2023"),
        "nonmetro_2023": _("Outside metropolitan areas (OMB delineation of 2023)"),
        "forhp_rural": _("Eligible for federal rural health grants, whole county"),
        "small_rural": _("Small and rural hospital by California law"),
    }[definition]


def definition_limits(definition: str) -> str:
    """What a definition says and leaves out."""
    usda = _(
        "Counties by metropolitan area, town size and nearness to one. A large county is one code: "
        "the deserts of San Bernardino and Riverside count as metropolitan."
    )
    return {
        "rucc_2023": usda,
        "rucc_2013": usda,
        "nchs_2023": _(
            "Six classes made for health statistics; whole counties too, so remote parts of metro "
            "counties are not seen."
        ),
        "nonmetro_2023": _(
            "Yes or no for the whole county; the two kinds of nonmetropolitan county are one."
        ),
        "forhp_rural": _(
            "Only counties eligible as a whole are listed. In the others single census tracts may "
            "qualify: a missing county is not a No."
        ),
        "small_rural": _(
            "A designation of hospitals, not of counties; held for 2022 and 2024 only. Counties "
            "are called rural here when one of their sites carries it."
        ),
    }[definition]


def class_name(definition: str, name: str) -> str:
    """The words of one class."""
    if definition.startswith("rucc"):
        return {
            "1-3": _("Metropolitan (codes 1 to 3)"),
            "4-5": _("Larger towns (codes 4 and 5)"),
            "6-7": _("Smaller towns (codes 6 and 7)"),
            "8-9": _("Most rural (codes 8 and 9)"),
        }[name]
    return {
        ("nchs_2023", "1"): _("Large central metro"),
        ("nchs_2023", "2"): _("Large fringe metro"),
        ("nchs_2023", "3"): _("Medium metro"),
        ("nchs_2023", "4"): _("Small metro"),
        ("nchs_2023", "5"): _("Micropolitan"),
        ("nchs_2023", "6"): _("Noncore"),
        ("nonmetro_2023", "No"): _("Metropolitan"),
        ("nonmetro_2023", "Yes"): _("Nonmetropolitan"),
        ("forhp_rural", "countywide"): _("Whole county eligible"),
        ("forhp_rural", "not_countywide_tracts_may_qualify"): _("Tracts may be eligible"),
        ("small_rural", "Yes"): _("Small and rural"),
        ("small_rural", "No"): _("Other"),
    }[definition, name]


def sites_headline(rural: tuple[int, int], other: tuple[int, int], year: int) -> str:
    """Sites that report in rural classes and elsewhere."""
    return ngettext(
        "{rural} rural hospital sites reports an inpatient program in {year}, compared with "
        "{other} elsewhere",
        "{rural} rural hospital sites report an inpatient program in {year}, compared with "
        "{other} elsewhere",
        rural[0],
    ).format(rural=n_of_n(*rural), other=n_of_n(*other), year=year)


def counties_headline(rural: tuple[int, int], other: tuple[int, int], year: int) -> str:
    """Counties with a reporting site in rural classes and elsewhere."""
    return _(
        "In {rural} rural counties with a hospital at least one site reports an inpatient program "
        "in {year}; elsewhere in {other}"
    ).format(rural=n_of_n(*rural), other=n_of_n(*other), year=year)


def critical_headline(n: int, total: int, year: int) -> str:
    """Critical access hospitals that report."""
    return ngettext(
        "{n} critical access hospitals reports an inpatient program in {year}",
        "{n} critical access hospitals report an inpatient program in {year}",
        n,
    ).format(n=n_of_n(n, total), year=year)


def without_headline(people: int, share: float, counties: int) -> str:
    """People 65 and over in the counties without a reporting site."""
    return ngettext(
        "{people} people aged 65 and over, {share} of the state's, live in {counties} county "
        "where no hospital reports an inpatient program",
        "{people} people aged 65 and over, {share} of the state's, live in {counties} counties "
        "where no hospital reports an inpatient program",
        counties,
    ).format(people=count(people), share=exact_percent(share), counties=count(counties))


def distance_headline(county: str, miles: float, far: int, line: int) -> str:
    """The county farthest from a reporting site."""
    return ngettext(
        "From the middle of {far} county the nearest reporting site is more than {line} miles "
        "away; from {county} it is {miles}",
        "From the middle of {far} counties the nearest reporting site is more than {line} miles "
        "away; from {county} it is {miles}",
        far,
    ).format(far=spelled(far), line=line, county=county, miles=count(miles))


def teams_headline(teams: int, period: str) -> str:
    """The teams of the rural project."""
    return ngettext(
        "{teams} team built rural palliative care, {period}",
        "{teams} teams built rural palliative care together, {period}",
        teams,
    ).format(teams=capitalized(spelled(teams)), period=period)


def barriers_headline(rural: str, other: str) -> str:
    """Broadband in rural counties and elsewhere."""
    return _(
        "Half of rural counties have broadband in fewer than {rural} of households; elsewhere the "
        "middle county has {other}"
    ).format(rural=rural, other=other)


def page_headline(rural: tuple[int, int], other: tuple[int, int]) -> str:
    """The finding of the page: (reporting, answered) of rural sites and of the others."""
    shares = [n / total if total else 0.0 for n, total in (rural, other)]
    if side(shares[0], shares[1], "share") is Side.BELOW:
        text = _(
            "Rural hospitals report palliative care less often: {rural} sites against {other} "
            "elsewhere"
        )
    else:
        text = _("Rural hospital sites that report palliative care: {rural}; elsewhere {other}")
    return text.format(rural=n_of_n(*rural), other=n_of_n(*other))

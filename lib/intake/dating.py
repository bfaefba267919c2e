"""The year of a report, whether it is final, and the day it gives for itself."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.intake.refusal import Refusal, YearUnclearError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.intake.report import Filing

FINAL = "final"
PRELIMINARY = "preliminary"

#: The state writes English, whatever language this process speaks.
_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = "|".join(_NAMES)
_WRITTEN = re.compile(rf"({_MONTHS}) (\d{{1,2}}), (\d{{4}})", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_MONTH_OF_YEAR = re.compile(rf"({_MONTHS})[-_ ](\d{{4}})", re.IGNORECASE)
_DATED = re.compile(r"extract|revised", re.IGNORECASE)


def period_year(sites: Sequence[Filing], wanted: int | None, today: date) -> tuple[int, str, str]:
    """The report year, and the first and last day of the periods that the sites report on.

    `wanted` is the year that a person named, or None; a year after that of `today` is refused.

    Raises:
        YearUnclearError: the dates name more years than one, or none, and nobody named it.
        Refusal: the year named stands in no period, or lies in the future.
    """
    named = Counter(
        int(day[:4])
        for s in sites
        for day in {s.values["period_begin"], s.values["period_end"]}
        if day
    )
    years = tuple(year for year, _n in named.most_common())
    if wanted is not None and years and wanted not in years:
        said = _("No period of the file lies in {year}; its dates are of {years}.")
        raise Refusal(said.format(year=wanted, years=_listed(years)))
    if wanted is None and len(years) != 1:
        raise YearUnclearError(_unclear(sites, years), years)
    year = wanted if wanted is not None else years[0]
    if year > today.year:
        said = _("The file is a report of {year}, a year in the future; look at its period dates.")
        raise Refusal(said.format(year=year))
    begins = [s.values["period_begin"] for s in sites if s.values["period_begin"]]
    ends = [s.values["period_end"] for s in sites if s.values["period_end"]]
    return year, min(begins, default=""), max(ends, default="")


def _unclear(sites: Sequence[Filing], years: Sequence[int]) -> str:
    if not years:
        return _("The file has no period dates.")
    odd = [
        site.label
        for site in sites
        if {site.values["period_begin"][:4], site.values["period_end"][:4]} - {str(years[0]), ""}
    ]
    said = _("The period dates disagree: {years}. See {hospitals}.")
    shown = ", ".join(odd[:3]) + (_(" and {n} more").format(n=len(odd) - 3) if odd[3:] else "")
    return said.format(years=_listed(years), hospitals=shown)


def _listed(years: Sequence[int]) -> str:
    return ", ".join(str(year) for year in years)


def version_of(titles: Sequence[str]) -> str:
    """``final`` or ``preliminary`` by the first title that says so; else ""."""
    for text in titles:
        low = text.casefold()
        if "prelim" in low:
            return PRELIMINARY
        if re.search(r"(?<![a-z])(final|revised)(?![a-z])", low):
            return FINAL
    return ""


def published(titles: Sequence[str]) -> str:
    """The date of the extract or revision by the first title that gives one, in ISO form."""
    for text in titles:
        if _DATED.search(text) or text.endswith((".xlsx", ".csv")):
            day = _day(text)
            if day:
                return day
    return ""


def _day(text: str) -> str:
    """A date in a title: October 25, 2018; 11.28.2023; october-2025. "" where there is none."""
    if found := _WRITTEN.search(text):
        month, day, year = _NAMES.index(found[1].lower()) + 1, int(found[2]), int(found[3])
    elif found := _NUMBERED.search(text):
        month, day, year = int(found[1]), int(found[2]), int(found[3])
    elif found := _MONTH_OF_YEAR.search(text):
        return f"{found[2]}-{_NAMES.index(found[1].lower()) + 1:02d}"
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""

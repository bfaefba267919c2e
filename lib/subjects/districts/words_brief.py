"""The words of the one-page brief of a district."""

from __future__ import annotations

from lib.i18n import _, ngettext
from lib.wording.numbers import count, listing, percent

#: Counties that are named with their shares; the others are counted.
MOST_COUNTIES = 5


def sites_title(n: int, year: int) -> str:
    """The words over the sites that report a program."""
    if not n:
        return _("No hospital site reports a program in {year}").format(year=year)
    return ngettext(
        "The {n} hospital site that reports a program in {year}",
        "The {n} hospital sites that report a program in {year}",
        n,
    ).format(n=count(n), year=year)


def site(name: str, city: str, beds: str, *, has_outpatient: bool) -> str:
    """One site that reports a program."""
    if has_outpatient and beds:
        text = _("{name}, {city}. {beds} acute care beds; outpatient services too")
    elif has_outpatient:
        text = _("{name}, {city}. Outpatient services too")
    else:
        text = _("{name}, {city}. {beds} acute care beds") if beds else _("{name}, {city}")
    return text.format(name=name, city=city, beds=beds)


def rest(counted: dict[str, int], year: int) -> str:
    """The sites that are counted and not listed."""
    parts = []
    if n := counted.get("before", 0):
        text = ngettext(
            "{n} site reported a program in an earlier year, not in {year}",
            "{n} sites reported a program in an earlier year, not in {year}",
            n,
        )
        parts.append(text.format(n=count(n), year=year))
    if n := counted.get("never", 0):
        text = ngettext(
            "{n} site has reported none in any year we have",
            "{n} sites have reported none in any year we have",
            n,
        )
        parts.append(text.format(n=count(n)))
    if n := counted.get("silent", 0):
        text = ngettext("{n} site has no report in {year}", "{n} sites have no report in {year}", n)
        parts.append(text.format(n=count(n), year=year))
    if not parts:
        return _("Every hospital site in the district reports one.")
    return _("Not listed: {counted}.").format(counted=listing(parts))


def counties(shares: list[tuple[str, float, float]]) -> str:
    """The counties of the district with their shares of its people."""
    first = shares[:MOST_COUNTIES]
    named = "; ".join(
        _("{county} {share}").format(county=county, share=percent(part))
        for county, part, _whole in first
    )
    more = len(shares) - len(first)
    if not more:
        return _("Counties, by share of the district's people (2020): {named}.").format(named=named)
    return ngettext(
        "Counties, by share of the district's people (2020): {named}; and {n} more.",
        "Counties, by share of the district's people (2020): {named}; and {n} more.",
        more,
    ).format(named=named, n=count(more))


def questions(reporting: int, others: int) -> list[str]:
    """What to ask in the district."""
    asked = []
    if reporting:
        asked.append(
            _(
                "Of sites that report a program: how many people did it see last year, on which days?"
            )
        )
    if others:
        asked.append(
            _("Of sites that report none: where do you send people with serious illness for it?")
        )
    asked.append(
        _("Of health plans: who provides palliative care at home here, and for how many members?")
    )
    if not reporting:
        asked.append(_("Of people with serious illness: how far did you travel for this care?"))
    return asked

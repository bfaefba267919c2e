"""The words of the one-page brief of a district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.subjects.districts.rows import COUNTED
from lib.wording.numbers import count, percent

if TYPE_CHECKING:
    from lib.model import Figure

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
        text = _("{name}, {city}. {beds} acute care beds; also reports outpatient palliative care")
    elif has_outpatient:
        text = _("{name}, {city}. Also reports outpatient palliative care")
    else:
        text = _("{name}, {city}. {beds} acute care beds") if beds else _("{name}, {city}")
    return text.format(name=name, city=city, beds=beds)


def others(group: str, names: list[str], year: int) -> str:
    """The sites of one group that reports no program in the newest year, each by its name."""
    text = {
        "before": ngettext(
            "Reported a program in an earlier year, not in {year} ({n} site): {names}.",
            "Reported a program in an earlier year, not in {year} ({n} sites): {names}.",
            len(names),
        ),
        "never": ngettext(
            "Never reported an inpatient program ({n} site): {names}.",
            "Never reported an inpatient program ({n} sites): {names}.",
            len(names),
        ),
        "silent": ngettext(
            "No report in {year}, so we do not know ({n} site): {names}.",
            "No report in {year}, so we do not know ({n} sites): {names}.",
            len(names),
        ),
    }[group]
    return text.format(year=year, n=count(len(names)), names="; ".join(names))


def rest_title() -> str:
    """The words over the sites that report no program in the newest year."""
    return _("The other hospital sites")


def other(name: str, city: str, *, has_outpatient: bool) -> str:
    """One site that reports no inpatient program."""
    where = _("{name}, {city}").format(name=name, city=city) if city else name
    if has_outpatient:
        return _("{site} (reports outpatient palliative care)").format(site=where)
    return where


def every_one() -> str:
    """In place of the others, where there are none."""
    return _("Every hospital site in the district reports one.")


def counties(shares: list[tuple[str, float, float]]) -> str:
    """The counties of the district with their shares of its people."""
    first = shares[:MOST_COUNTIES]
    named = "; ".join(
        _("{county} {share}").format(county=county, share=percent(part))
        for county, part, _whole in first
    )
    more = len(shares) - len(first)
    if not more:
        return _("Counties, by share of the district's people ({year}): {named}.").format(
            year=COUNTED, named=named
        )
    return ngettext(
        "Counties, by share of the district's people ({year}): {named}; and {n} more.",
        "Counties, by share of the district's people ({year}): {named}; and {n} more.",
        more,
    ).format(year=COUNTED, named=named, n=count(more))


def borders() -> str:
    """Why a dot may stand at the wrong side of a line."""
    return _(
        "The outline is simplified. A site near a border is counted where the state's file puts it."
    )


def ask_title() -> str:
    """The heading over the questions."""
    return _("What to ask")


def asked(sites: Figure) -> list[str]:
    """What to ask in a district, by the figure of its sites."""
    reporting = int(sites.rows["listed"].eq("reports").sum())
    return questions(reporting, len(sites.rows) - reporting)


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

"""Sentences about milestones: laws, rules, benefits, programs, reports, money, coalitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import timing
from lib.i18n import _, ngettext
from lib.wording.numbers import capitalized, count, date, spelled

if TYPE_CHECKING:
    from lib.model import Figure


def category_label(category: str) -> str:
    """The word for what a milestone is."""
    return {
        "law": _("Law"),
        "regulation": _("Regulation"),
        "benefit": _("Benefit"),
        "program": _("Program"),
        "report": _("Report"),
        "funding": _("Funding"),
        "coalition": _("Coalition"),
    }[category]


def category_choice(category: str) -> str:
    """The words on the button that shows milestones of one category, or of all."""
    return category_choices()[category]


def category_choices() -> dict[str, str]:
    """Category of milestones -> the words on its button."""
    return {
        "all": _("All"),
        "law": _("Laws"),
        "regulation": _("Regulations"),
        "benefit": _("Benefits"),
        "program": _("Programs"),
        "report": _("Reports"),
        "funding": _("Funding"),
        "coalition": _("Coalitions"),
    }


def family_label(family: str) -> str:
    """The words of the three colors of the timeline."""
    return {
        "rule": _("Law or regulation"),
        "benefit": _("Benefit or program"),
        "field": _("Report, funding or coalition"),
    }[family]


def level_label(level: str) -> str:
    """The word for who acted."""
    return {"state": _("State"), "federal": _("Federal")}[level]


def chain_label(chain: str) -> str:
    """The name of a path of milestones."""
    return {
        "sb_1004": _("Medi-Cal (SB 1004)"),
        "polst": _("POLST"),
        "children": _("Children"),
        "hospice_licensing": _("Hospice licenses"),
    }[chain]


def chain_words(chain: str) -> str:
    """What a path leads to, in one sentence."""
    return {
        "sb_1004": _(
            "How a law on palliative care in Medi-Cal became a benefit that members could use."
        ),
        "polst": _(
            "How medical orders for the seriously ill came from local coalitions to law, and from "
            "paper towards a statewide registry."
        ),
        "children": _(
            "How palliative care for children alongside treatment came as a pilot and moved into "
            "regular Medi-Cal."
        ),
        "hospice_licensing": _(
            "How the state came to license hospices, to halt new licenses and to write new rules, "
            "and how Medicare came to stop enrolling new hospices. "
            "Hospice is not palliative care; the path bears on who may offer either."
        ),
    }[chain]


def chain_headline(chain: str, steps: int, first: str, last: str) -> str:
    """How many steps a path took, between which dates (ISO)."""
    text = {
        "sb_1004": _("Palliative care in Medi-Cal: {steps} steps from {first} to {last}"),
        "polst": _("POLST: {steps} steps from {first} to {last}"),
        "children": _("Palliative care for children: {steps} steps from {first} to {last}"),
        "hospice_licensing": _("Hospice licensing: {steps} steps from {first} to {last}"),
    }[chain]
    return text.format(steps=spelled(steps), first=date(first), last=date(last))


def gap_words(years: int, months: int) -> str:
    """A length of time in words, such as "three years and three months"."""
    in_years = ngettext("{n} year", "{n} years", years).format(n=spelled(years))
    in_months = ngettext("{n} month", "{n} months", months).format(n=spelled(months))
    if years and months:
        return _("{years} and {months}").format(years=in_years, months=in_months)
    return in_years if years else in_months


def law_to_benefit(path: Figure) -> str:
    """The time from the signing of a law to its benefit, from the rows of its path."""
    dates = {row.category: str(row.date) for row in path.rows[::-1].itertuples()}
    years, months = timing.months_between(dates["law"], dates["benefit"])
    return _("Medi-Cal palliative care began {gap} after its law was signed").format(
        gap=gap_words(years, months)
    )


def timeline_headline(
    category: str, total: int, first_year: int, half_year: int, since: int
) -> str:
    """How many milestones (all, or one category) are on record, and how many of them late."""
    if category == "all":
        text = ngettext(
            "{since} of {total} milestones on record since {first_year} falls in {half_year} or "
            "later",
            "{since} of {total} milestones on record since {first_year} fall in {half_year} or later",
            since,
        )
    else:
        text = ngettext(
            "{since} of {total} {category} milestones on record since {first_year} falls in "
            "{half_year} or later",
            "{since} of {total} {category} milestones on record since {first_year} fall in "
            "{half_year} or later",
            since,
        )
    return text.format(
        category=category_label(category).lower() if category != "all" else "",
        since=capitalized(spelled(since)),
        total=count(total),
        first_year=first_year,
        half_year=half_year,
    )


def precision_words() -> str:
    """How the marks show how precisely a date is known."""
    return _("A dot is a day, a ring a month, a bar the whole year where only the year is known.")


def record_is_not_complete() -> str:
    """The caution that goes with every list of milestones."""
    return _(
        "The record holds what the sources read for this edition mention; it is not a complete "
        "history, and few entries for a year may mean little was read."
    )


def not_cause() -> str:
    """The line that goes with every overlay."""
    return _("Timing does not prove cause.")


def year_headline(year: int, milestones: int, cohorts: int, measures: int) -> str:
    """What the record holds for one year."""
    parts = (
        ngettext("{n} milestone", "{n} milestones", milestones).format(n=spelled(milestones)),
        ngettext("{n} learning effort under way", "{n} learning efforts under way", cohorts).format(
            n=spelled(cohorts)
        ),
        ngettext(
            "{n} statewide measure with data", "{n} statewide measures with data", measures
        ).format(n=spelled(measures)),
    )
    return _("{year}: {milestones}, {cohorts} and {measures}").format(
        year=year, milestones=parts[0], cohorts=parts[1], measures=parts[2]
    )


def found(n: int) -> str:
    """How many milestones fit a search."""
    return ngettext("{n} milestone fits.", "{n} milestones fit.", n).format(n=count(n))

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
            "How POLST (medical orders for people with serious illness) went from local "
            "coalitions to state law, and from paper toward a statewide registry."
        ),
        "children": _(
            "How palliative care for children, given along with treatment, began as a pilot "
            "and became part of regular Medi-Cal."
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
    return _(
        "Palliative care in Medi-Cal began {gap} after its law, SB 1004, was signed "
        "({law} to {benefit})"
    ).format(gap=gap_words(years, months), law=date(dates["law"]), benefit=date(dates["benefit"]))


def timeline_headline(
    category: str, total: int, first_year: int, half_year: int, since: int
) -> str:
    """How many milestones (all, or one category) there are, and how many of them late."""
    if category == "all":
        text = ngettext(
            "{since} of {total} milestones we found since {first_year} is from {half_year} or later",
            "{since} of {total} milestones we found since {first_year} are from {half_year} "
            "or later",
            since,
        )
    else:
        text = ngettext(
            "{since} of {total} {category} milestones we found since {first_year} is from "
            "{half_year} or later",
            "{since} of {total} {category} milestones we found since {first_year} are from "
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


def lane_name(category: str, n: int) -> str:
    """The name of a lane of the timeline: what its milestones are, and how many."""
    return _("{kind} ({n})").format(kind=category_choice(category), n=count(n))


def lane_words() -> str:
    """What a dot of the timeline is, and which of them are named."""
    return _(
        "Each dot is one milestone, hollow when only the year is known. Labels name how each "
        "policy story began and what came of it first."
    )


def precision_words() -> str:
    """How the marks show how precisely a date is known."""
    return _("A dot is a day, a ring is a month, and a bar is a year when only the year is known.")


def record_is_not_complete() -> str:
    """The caution that goes with every list of milestones."""
    return _(
        "We list what our sources mention. It is not a complete history. If a year has few "
        "entries, we may simply have read little about it."
    )


def not_cause() -> str:
    """The line that goes with every overlay."""
    return _("Timing does not prove cause.")


def year_headline(year: int, milestones: int, cohorts: int, measures: int) -> str:
    """What the record holds for one year."""
    parts = (
        ngettext("{n} milestone", "{n} milestones", milestones).format(n=spelled(milestones)),
        ngettext("{n} initiative under way", "{n} initiatives under way", cohorts).format(
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
    return ngettext("{n} milestone matches.", "{n} milestones match.", n).format(n=count(n))


def few(n: int) -> str:
    """The words on the button that lists the latest milestones only."""
    return ngettext("Latest {n}", "Latest {n}", n).format(n=count(n))


def show_all(n: int) -> str:
    """The words on the button that lists every milestone that matches."""
    return ngettext("Show all {n}", "Show all {n}", n).format(n=count(n))

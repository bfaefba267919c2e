"""Sentences about groups beside each other, each whole and no stronger than its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import sentences
from lib.derive.rounding import half_up
from lib.i18n import _, ngettext
from lib.subjects.equity.rows import overlap
from lib.wording import numbers, states

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


def direction_words(direction: str) -> str:
    """Which way is better, or that the measure does not say."""
    return {
        "higher_is_better": _("A higher value is better."),
        "lower_is_better": _("A lower value is better."),
    }.get(direction, _("A higher value is neither better nor worse: it is a fact, not a score."))


def state_words(state: str) -> str:
    """Why a group has no value."""
    return {
        "withheld": states.withheld(),
        "counted elsewhere": _("Counted with Asian"),
        "not measured": states.not_collected(),
    }.get(state, "")


def difference(value: float, unit: str) -> str:
    """A signed difference: points for shares, else in the measure's own unit."""
    scaled = half_up(value * 100, 1) if unit == "share" else half_up(value, 1)
    sign = "+" if scaled > 0 else "\u2212" if scaled < 0 else "\u00b1"
    return f"{sign}{numbers.number(abs(scaled))}"


def ratio(value: float) -> str:
    """A ratio with two decimals, as the sources print them."""
    return f"{half_up(value, 2):.2f}".rstrip("0").rstrip(".")


def label(value: str, gap: str, times: str, unit: str) -> str:
    """What stands at the right of a group: value, difference and ratio."""
    if not gap:
        return value
    if unit == "share":
        one = gap[1:] == "1"
        gap = (_("{gap} point") if one else _("{gap} points")).format(gap=gap)
    elif unit == "years":
        gap = _("{gap} years").format(gap=gap)
    text = _("{value} \u00b7 {gap} \u00b7 {times} times") if times else _("{value} \u00b7 {gap}")
    return text.format(value=value, gap=gap, times=times)


def reference_label(value: str) -> str:
    """What stands at the right of the reference group."""
    return _("{value} · reference").format(value=value)


def short_label(value: str, gap: str) -> str:
    """What stands at the right of a group on a phone."""
    return _("{value} · {gap}").format(value=value, gap=gap) if gap else value


def headline(
    own: str,
    *,
    kind: str,
    measure: str,
    period: str,
    held: Sequence[tuple[str, str]],
    words: Mapping[str, object],
    unsure: str,
) -> str:
    """The finding of a view.

    Args:
        own: the view's own sentence with its places, or an empty text.
        kind: rate, composition, odds or sites.
        measure: the indicator's name.
        period: the time covered, in words.
        held: (group, value) of each measured group, widest first and lowest last.
        words: the fields that the view's sentence may use.
        unsure: why the gap may be chance, or an empty text.
    """
    if len(held) == 1:
        return _(
            "{measure}: {group} {value} ({period}). We have no other group, so there is no gap "
            "to report."
        ).format(measure=measure, value=held[0][1], group=held[0][0], period=period)
    text = sentences.filled(own, {"period": period, **words})
    if not text and kind == "composition":
        text = _("{measure}, {period}: {parts}").format(
            measure=measure, period=period, parts=_listed(held)
        )
    elif not text:
        text = _("{measure}, {period}: {top}, {low}").format(
            measure=measure,
            period=period,
            top=f"{held[0][0]} {held[0][1]}",
            low=f"{held[-1][0]} {held[-1][1]}",
        )
    return _("{text}; {unsure}").format(text=text, unsure=unsure) if unsure else text


def _listed(held: Sequence[tuple[str, str]]) -> str:
    return numbers.listing([f"{group} {value}" for group, value in held])


def summary(held: Sequence[tuple[str, str]], absent: Sequence[str], reference: str) -> str:
    """All groups in words: values, those without one, and the group compared with."""
    text = _("Values: {held}.").format(held="; ".join(f"{g}: {v}" for g, v in held))
    if reference:
        text = _("{text} Compared with {reference}.").format(text=text, reference=reference)
    if absent:
        text = _("{text} Not collected here: {absent}.").format(
            text=text, absent=numbers.listing(absent)
        )
    return text


def unanswered(names: Sequence[str]) -> str:
    """The breakdowns of a subject that hold nothing."""
    if not names:
        return ""
    return _("On this subject, we found nothing by {names}.").format(
        names=numbers.listing([name.lower() for name in names])
    )


def how_to_read() -> str:
    """How the charts of groups are drawn, and what they are not about."""
    return _(
        "Groups always appear in the same order, with the sample size and margin of error when "
        "the source gives them. A group with no value stays in the chart and is marked. The "
        "diamond is the group that the others are compared with. Palliative care is not the same "
        "as hospice, and it is not only for the end of life. To see how many older people each "
        "group has today, choose Life expectancy, older people under Compare groups. We have no "
        "counts of people 85 and older by race, and no projections by race."
    )


def why_hidden() -> str:
    """The small-number rule, for the reader who meets a withheld cell."""
    return _(
        "To protect privacy, we hide counts of fewer than 11 people. Hiding one number is not "
        "enough, because it could be worked out from the other groups and the county total. So "
        "we hide at least one more number for the same county and one more for the same group, "
        "until none can be worked out. Withheld does not mean zero or missing. This follows the "
        "California Health and Human Services Data De-Identification Guidelines and applies to "
        "every chart, table and download here. Facts about organizations, such as how many "
        "hospitals answer Yes, are shown even when the numbers are small."
    )


def ecological() -> str:
    """The caution of counties beside groups."""
    return _(
        "Where a group lives does not tell who gets care. A group may live in counties where "
        "hospitals report a program, but that does not mean its members receive palliative care. "
        "We have no data on who does."
    )


def lead_headline(white: str, chinese: str, interpreter: str) -> str:
    """The leading gap, step by step."""
    return _(
        "In one Northern California health system, {white} of older White members had an "
        "advance directive, compared with {chinese} of Chinese members and {interpreter} of "
        "those who need an interpreter"
    ).format(white=white, chinese=chinese, interpreter=interpreter)


def who_chose() -> str:
    """Who chose the leading figure, and by what."""
    return _(
        "We chose this measure to open the page: it gives an interval for every group, and the gap "
        "is wide. Other measures may show wider gaps, and so may groups that were not counted."
    )


def page_headline(nobody: int, total: int, year: int) -> str:
    """The page in one sentence."""
    return ngettext(
        "For {nobody} of {total} groups of people in California, we found no measure of care "
        "planning, trust or hospice (as of {year})",
        "For {nobody} of {total} groups of people in California, we found no measure of care "
        "planning, trust or hospice (as of {year})",
        nobody,
    ).format(nobody=numbers.count(nobody), total=numbers.count(total), year=year)


def coverage_headline(nobody: int, total: int) -> str:
    """How many groups no California measure of care speaks of."""
    return _(
        "For {nobody} of {total} groups, we found no California measure of planning, trust, "
        "POLST or hospice"
    ).format(nobody=numbers.count(nobody), total=numbers.count(total))


def coverage_summary(counts: Sequence[tuple[str, int]], subjects: int) -> str:
    """Each group with the number of subjects that have a measure."""
    return _("Subjects with a California measure, of {total}: {counts}.").format(
        total=subjects, counts="; ".join(f"{people}: {n}" for people, n in counts)
    )


def subjects_held(n: int, total: int) -> str:
    """How many subjects speak of a group."""
    if not n:
        return _("no measure found")
    return _("{n} of {total} subjects").format(n=n, total=total)


def counties_headline(group: str, share: str, everyone: str, *, at_least: bool) -> str:
    """Where older people of a group live, by what hospitals there report."""
    text = (
        _(
            "At least {share} of {group} Californians 65 and older live where no hospital in "
            "the county reports an inpatient program, compared with {everyone} of all "
            "Californians that age"
        )
        if at_least
        else _(
            "{share} of {group} Californians 65 and older live where no hospital in the county "
            "reports an inpatient program, compared with {everyone} of all Californians that "
            "age"
        )
    )
    return text.format(share=share, group=group, everyone=everyone)


def hidden_counties(hidden: int) -> str:
    """How many counties are withheld from a figure."""
    if not hidden:
        return ""
    return ngettext(
        "{n} county is withheld (small numbers) and left out of the sums.",
        "{n} counties are withheld (small numbers) and left out of the sums.",
        hidden,
    ).format(n=numbers.capitalized(numbers.spelled(hidden)))


def county_row(kind: str, counties: int, people: str, hidden: int) -> str:
    """The words over a row of counties."""
    if hidden == counties:
        text = _("{kind}: {counties}, withheld")
    elif hidden:
        text = _("{kind}: {counties}, at least {people} people")
    else:
        text = _("{kind}: {counties}, {people} people")
    named = ngettext("{n} county", "{n} counties", counties).format(n=counties)
    return text.format(kind=kind, counties=named, people=people)


def county_row_short(kind: str, counties: int) -> str:
    """The words over a row of counties on a phone."""
    return ngettext("{kind}: {n} county", "{kind}: {n} counties", counties).format(
        kind=kind, n=counties
    )


def life_headline(county: str, pair: tuple[pd.Series, pd.Series] | None, measured: int) -> str:
    """The longest and the shortest life expectancy of a county, or that none is held."""
    if pair is None:
        return (
            _(
                "For {county}, we have life expectancy for one group only, so there is no gap to "
                "report"
            )
            if measured
            else _("For {county}, we have no life expectancy by race and ethnicity")
        ).format(county=county)
    top, low = pair
    text = _(
        "In {county}, life expectancy is {top} for {top_group} residents and {low} for "
        "{low_group} residents"
    ).format(
        county=county,
        top_group=top["name"],
        top=top["value_words"],
        low_group=low["name"],
        low=low["value_words"],
    )
    if overlap((top["low"], top["high"]), (low["low"], low["high"])):
        return _("{text}; the difference may be due to chance").format(text=text)
    return text

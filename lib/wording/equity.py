"""Sentences about groups beside each other, each whole and no stronger than its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.wording import numbers
from lib.wording.equity_findings import finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def subject_names() -> dict[str, str]:
    """Subject -> its words, in reading order."""
    return {
        "planning": _("Planning and wishes"),
        "trust": _("Trust and discrimination"),
        "polst": _("POLST and directives"),
        "hospitals": _("Hospital programs by owner"),
        "quality": _("Public and private hospitals"),
        "workforce": _("Workforce match"),
        "hospice": _("Hospice"),
        "deaths": _("Deaths and their age"),
        "place": _("Region and rurality"),
        "lives": _("Length of life, older people"),
    }


def breakdown_names() -> dict[str, str]:
    """Breakdown -> its words, in reading order."""
    return {
        "race_ethnicity": _("Race and ethnicity"),
        "language": _("Language"),
        "income": _("Income"),
        "payer": _("Payer"),
        "ownership": _("Ownership"),
        "rurality": _("Rurality"),
        "age": _("Age"),
        "sex": _("Sex"),
        "setting": _("Setting"),
    }


def direction_words(direction: str) -> str:
    """Which way is better, or that the measure does not say."""
    return {
        "higher_is_better": _("A higher value is better."),
        "lower_is_better": _("A lower value is better."),
    }.get(direction, _("Neither more nor less is better: it is a fact, not a score."))


def state_words(state: str) -> str:
    """Why a group has no value."""
    return {
        "withheld": _("Withheld: under 11 people, or needed to hide such a cell"),
        "counted elsewhere": _("Counted with Asian"),
        "not measured": _("Not measured"),
    }.get(state, "")


def difference(value: float, unit: str) -> str:
    """A signed difference: points for shares, else in the measure's own unit."""
    scaled = round(value * 100, 1) if unit == "share" else round(value, 1)
    sign = "+" if scaled > 0 else "\u2212" if scaled < 0 else "\u00b1"
    return f"{sign}{numbers.number(abs(scaled))}"


def ratio(value: float) -> str:
    """A ratio with two decimals, as the sources print them."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


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
    view_id: str,
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
        view_id: id of the view, for its own sentence.
        kind: rate, composition, odds or sites.
        measure: the indicator's name.
        period: the time covered, in words.
        held: (group, value) of each measured group, widest first and lowest last.
        words: the fields that the view's sentence may use.
        unsure: why the gap may be chance, or an empty text.
    """
    if len(held) == 1:
        return _(
            "{measure}: {group} {value} ({period}); no other group is held, so no gap can be stated"
        ).format(measure=measure, value=held[0][1], group=held[0][0], period=period)
    own = finding(view_id)
    if own:
        text = own.format(period=period, **words)
    elif kind == "composition":
        text = _("{measure}, {period}: {parts}").format(
            measure=measure, period=period, parts=_listed(held)
        )
    else:
        text = _("{measure}, {period}: {top} in one group, {low} in another").format(
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
        text = _("{text} Not measured here: {absent}.").format(
            text=text, absent=numbers.listing(absent)
        )
    return text


def why_hidden() -> str:
    """The small-number rule, for the reader who meets a withheld cell."""
    return _(
        "Counts of fewer than 11 people are withheld so that nobody can be picked out. Hiding one "
        "cell is not enough: with the other groups and the county's total it could be worked out "
        "by subtraction. So at least one more cell of the same county and of the same group is "
        "withheld with it, until no sum gives any of them back. Withheld is neither zero nor "
        "missing. The rule is that of the California Health and Human Services Data "
        "De-Identification Guidelines; it holds for the chart, the table and the download of "
        "every figure on this site. Facts about organizations, such as how many hospitals answer "
        "Yes, are shown at any size."
    )


def ecological() -> str:
    """The caution of counties beside groups."""
    return _(
        "A county is not a person: that a group lives where hospitals report a program does not "
        "mean that its members receive palliative care, and no record here says who does."
    )

"""Sentences of the catalog: what an indicator is, how much is held, how to cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording.numbers import count, date

if TYPE_CHECKING:
    from lib.model import Edition, Indicator


def page_headline(indicators: int, observations: int, sources: int) -> str:
    """How much the bundle holds."""
    return _(
        "Trace every number to its source: {indicators} indicators, {observations} data points "
        "and {sources} sources"
    ).format(indicators=count(indicators), observations=count(observations), sources=count(sources))


def indicator_subtitle(indicator: Indicator, unit: str, rows: int, places: int) -> str:
    """What an indicator counts, its unit in words and how much of it is held."""
    return ngettext(
        "{definition}. Unit: {unit}. {rows} data point; places: {places}.",
        "{definition}. Unit: {unit}. {rows} data points; places: {places}.",
        rows,
    ).format(
        definition=indicator.definition.rstrip("."),
        unit=unit,
        rows=count(rows),
        places=count(places),
    )


def indicator_summary(indicator: Indicator, rows: int) -> str:
    """The indicator and the number of its rows."""
    return ngettext("{name}: {rows} data point.", "{name}: {rows} data points.", rows).format(
        name=indicator.name, rows=count(rows)
    )


def conflict_headline(n: int) -> str:
    """How many disagreements are on record."""
    return ngettext(
        "Sources disagree on {n} point; we list both sides",
        "Sources disagree on {n} points; we list both sides",
        n,
    ).format(n=count(n))


def unknown_headline(n: int, topics: int) -> str:
    """How many things are known to be unknown."""
    if topics == 1:
        text = ngettext(
            "{n} question in {topics} topic is open",
            "{n} questions in {topics} topic are open",
            n,
        )
    else:
        text = _("What we do not know: {n} questions in {topics} topics")
    return text.format(n=count(n), topics=count(topics))


def source_headline(n: int) -> str:
    """How many sources were read."""
    return ngettext(
        "{n} source, with the way it was read", "{n} sources, and how we read each one", n
    ).format(n=count(n))


def citation(edition: Edition) -> str:
    """How to cite the edition."""
    return _("{title}. Edition {version}, {date}. Data package with dictionary.").format(
        title=edition.title, version=edition.version, date=date(edition.date)
    )


def direction(indicator: Indicator) -> str:
    """Whether more is better, worse or neither."""
    return {
        "higher_is_better": _("A higher value is better"),
        "lower_is_better": _("A lower value is better"),
        "neutral": _("A higher value is neither better nor worse"),
    }.get(indicator.direction, indicator.direction)

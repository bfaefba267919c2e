"""Numbers, periods and dates as readers see them; every format follows the locale."""

from __future__ import annotations

import datetime as dt
import math
from decimal import ROUND_HALF_UP, localcontext
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from lib.derive.rounding import half_up
from lib.i18n import _, current_locale, ngettext
from lib.wording import states

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


def is_missing(value: object) -> bool:
    """True for None, NaN, NA and empty text: never collected, which is not zero."""
    if value is None or value == "":
        return True
    return (isinstance(value, float) and math.isnan(value)) or str(value) in {"<NA>", "nan", "NaT"}


def not_collected() -> str:
    """The words for a number that is not held."""
    return states.not_collected()


def percent(share: float) -> str:
    """A share (0..1) as a whole percent; above zero but under half a percent is "<1%"."""
    if is_missing(share):
        return not_collected()
    if 0 < share < 0.005:
        return _("<{percent}").format(
            percent=format_percent(0.01, "#,##0%", locale=current_locale())
        )
    return format_percent(half_up(share, 2), "#,##0%", locale=current_locale())


def exact_percent(share: float) -> str:
    """A share (0..1) with the one decimal that its source or its base allows."""
    return format_percent(half_up(share, 3), "#,##0.#%", locale=current_locale())


def count(value: float) -> str:
    """A whole number with thousands separators."""
    if is_missing(value):
        return not_collected()
    return format_decimal(half_up(value), "#,##0", locale=current_locale())


def miles(value: float) -> str:
    """A distance in whole miles, in short."""
    return _("{miles} mi").format(miles=count(value))


def with_counts(labels: Mapping[str, str], found: pd.Series) -> dict[str, str]:
    """Class -> its words with how often it is `found`; a class of which there is none is left out."""
    counts = found.value_counts()
    return {
        name: _("{label} ({n})").format(label=label, n=counts[name])
        for name, label in labels.items()
        if name in counts
    }


def number(value: float) -> str:
    """A number with at most one decimal."""
    if is_missing(value):
        return not_collected()
    return format_decimal(half_up(value, 1), "#,##0.#", locale=current_locale())


def compact(value: float) -> str:
    """A large number in short form, such as 345K, for tiles and axis labels."""
    with localcontext(rounding=ROUND_HALF_UP):
        return format_compact_decimal(value, fraction_digits=1, locale=current_locale())


def n_of_n(n: float, total: float) -> str:
    """A count of a total, such as 166 of 416."""
    return _("{n} of {total}").format(n=count(n), total=count(total))


def spelled(n: int) -> str:
    """Whole numbers up to ten in words, larger ones in figures, as a sentence wants them."""
    words = (
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"),
        _("seven"), _("eight"), _("nine"), _("ten"),
    )  # fmt: skip
    return words[n] if 0 <= n < len(words) else count(n)


def capitalized(sentence: str) -> str:
    """`sentence` with its first letter in upper case and the rest untouched."""
    return sentence[:1].upper() + sentence[1:]


def listing(parts: Sequence[str]) -> str:
    """The parts as the locale lists them, such as a, b, and c."""
    return format_list(list(parts), locale=current_locale()) if parts else ""


def beside_state(place: str, above: int, same: int, below: int) -> str:
    """In how many of its numbers a place is above, about the same, and below; none is left out."""
    parts = [
        (above, _("above in {n}")),
        (same, _("about the same in {n}")),
        (below, _("below in {n}")),
    ]
    told = [text.format(n=count(n)) for n, text in parts if n]
    total = above + same + below
    return ngettext(
        "{place} compared with California in {n} number: {parts}",
        "{place} compared with California in {n} numbers: {parts}",
        total,
    ).format(place=place, n=count(total), parts=listing(told))


def date(text: str) -> str:
    """An ISO date of any precision in words: 2023, April 2023, October 20, 2023."""
    parts = [int(part) for part in text.split("-")] if text else []
    if not parts:
        return _("the source gives no date")
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        day = dt.date(parts[0], parts[1], 1)
        return format_skeleton("yMMMM", day, locale=current_locale())
    return format_date(dt.date(*parts), format="long", locale=current_locale())


def period(start: str, end: str) -> str:
    """The time that a number covers, one date when it starts and ends together."""
    if start == end or not end:
        return date(start)
    if not start:
        return date(end)
    return _("{start} to {end}").format(start=date(start), end=date(end))


def years(values: Sequence[int]) -> str:
    """Years as short ranges: "2017, 2019-2024"."""
    spans: list[tuple[int, int]] = []
    for year in sorted(set(values)):
        if spans and year == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], year)
        else:
            spans.append((year, year))
    texts = [
        str(first) if first == last else _("{first}-{last}").format(first=first, last=last)
        for first, last in spans
    ]
    return ", ".join(texts)


def gaps(values: Sequence[int]) -> list[int]:
    """The years between the first and the last of `values` that are not among them."""
    held = set(values)
    return [year for year in range(min(held), max(held)) if year not in held] if held else []


def runs(values: Sequence[int]) -> list[str]:
    """For each of the ascending years, a name of the unbroken run it belongs to.

    What a line may join: years that follow each other. A gap starts another run.
    """
    names: list[str] = []
    for place, year in enumerate(values):
        follows = place and year == values[place - 1] + 1
        names.append(names[-1] if follows else str(year))
    return names


def unit_value(value: float, unit: str) -> str:
    """`value` written in its `unit` (a word of the closed list of units)."""
    if is_missing(value):
        return not_collected()
    if unit == "share":
        return exact_percent(value)
    text = number(value)
    written = {
        "usd": _("${value}"),
        "per_100k": _("{value} per 100,000"),
        "years": _("{value} years"),
        "days": _("{value} days"),
        "visits": _("{value} visits"),
        "fte": _("{value} full-time equivalents"),
        "fte_per_100_beds": _("{value} full-time equivalents per 100 beds"),
    }
    return written.get(unit, "{value}").format(value=text)

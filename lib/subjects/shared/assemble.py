"""Puts a figure together: looks up its sources, definitions, disagreements and as-of date."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lib.derive import reports
from lib.i18n import _
from lib.model import Claim, Conflict, Figure, Status
from lib.wording import numbers, states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd

    from lib.model import Column, Indicator
    from lib.store import Store

NO_TEXT: Mapping[str, str] = {}


def make(
    store: Store,
    figure_id: str,
    *,
    headline: str,
    subtitle: str,
    summary: str,
    drawing: str,
    rows: pd.DataFrame,
    columns: Sequence[Column],
    period: str,
    as_of: str,
    source_ids: Iterable[str] = (),
    indicator_ids: Sequence[str] = (),
    claims: Sequence[Claim] = (),
    caveats: Sequence[str] = (),
    definition: str = "",
    place: str = "",
    chart: Mapping[str, Any] | None = None,
    height: int = 320,
    params: Mapping[str, str] = NO_TEXT,
) -> Figure:
    """The finished figure.

    Args:
        store: where sources, indicators and conflicts are looked up.
        figure_id: the registry's name of the figure.
        headline: the finding, a whole sentence.
        subtitle: what, unit, who or where, when, and the one caution.
        summary: one sentence with the numbers, made from the rows.
        drawing: what the eye would see, for the alt text ("Line chart of ...").
        rows: the exact rows drawn.
        columns: the table's columns.
        period: the time covered, in words.
        as_of: the newest date the figure speaks of, in words.
        source_ids: further sources; those of `claims` come first.
        indicator_ids: adds their definitions, caveats and conflicts.
        claims: where the numbers stand.
        caveats: further cautions.
        definition: what is counted, when no indicator says it.
        place: California when empty.
        chart: the specification without data.
        height: pixels on a screen.
        params: the choices that made this variant.
    """
    indicators = [store.indicator(indicator_id) for indicator_id in indicator_ids]
    ids = list(dict.fromkeys([*(claim.source_id for claim in claims), *source_ids]))
    drawn_from = _outlines(store)
    return Figure(
        figure_id=figure_id,
        headline=headline,
        subtitle=subtitle,
        summary=summary,
        alt=aloud(_("{drawing} {summary}").format(drawing=drawing, summary=summary)),
        rows=rows.reset_index(drop=True),
        columns=tuple(columns),
        sources=tuple(store.source(i) for i in ids if i not in drawn_from),
        outlines=tuple(store.source(i) for i in ids if i in drawn_from),
        as_of=as_of,
        period=period,
        place=place or _("California"),
        edition=store.edition,
        caveats=tuple(dict.fromkeys([*caveats, *_cautions(indicators)])),
        definition=definition or " ".join(_definition(i) for i in indicators),
        chart=chart,
        height=height,
        claims=tuple(claims),
        conflicts=conflicts(store, indicator_ids),
        params=dict(params),
    )


@lru_cache(maxsize=8)
def _outlines(store: Store) -> frozenset[str]:
    """The sources of shapes, which say where a number is drawn and none of the numbers."""
    table = store.table("sources")
    return frozenset(table.loc[table["use"].eq("geometry"), "source_id"])


#: The source of the county shapes; districts have their own.
COUNTY_SHAPES = "npm-us-atlas-3"


def shapes(store: Store) -> str:
    """The source of the county shapes.

    Raises:
        KeyError: the tables do not have it among the sources of shapes.
    """
    if COUNTY_SHAPES not in _outlines(store):
        raise KeyError(COUNTY_SHAPES)
    return COUNTY_SHAPES


#: An alternative text is heard from end to end: beyond this length the table serves better.
ALT_LENGTH = 900
#: As few entries as this are always read.
FEWEST = 3


def aloud(text: str) -> str:
    """`text`; when it is too long, its first entries, its last, and where the others stand."""
    entries = text.split("; ")
    if len(text) <= ALT_LENGTH or len(entries) <= FEWEST:
        return text
    kept = 1
    while len("; ".join([*entries[: kept + 1], entries[-1]])) < ALT_LENGTH // 2:
        kept += 1
    return _("{first}; and more, each in the table, up to the last: {last}").format(
        first="; ".join(entries[:kept]), last=entries[-1]
    )


def _definition(indicator: Indicator) -> str:
    return f"{indicator.name}: {indicator.definition.rstrip('.')}."


def _cautions(indicators: Iterable[Indicator]) -> list[str]:
    texts = [text for i in indicators for text in (i.caveat, i.comparability)]
    return [f"{text.rstrip('.')}." for text in texts if text]


def conflicts(store: Store, indicator_ids: Sequence[str]) -> tuple[Conflict, ...]:
    """The disagreements between sources that concern these indicators."""
    table = store.table("conflicts")
    held = table[table["indicator_id"].isin(list(indicator_ids))]
    names = ("subject", "claim_a", "source_a", "claim_b", "source_b", "which_to_show", "why")
    return tuple(Conflict(*(str(row[name]) for name in names)) for __, row in held.iterrows())


def observed_claims(observations: pd.DataFrame, label: str = "") -> tuple[Claim, ...]:
    """One claim an observation, with its locator, base and status.

    Args:
        observations: rows of the observations.
        label: a format with the fields of the row, for example ``{geo_id} {period_end}``.
    """
    return tuple(
        Claim(
            label=(label or "{period_end}").format_map(
                {str(key): value for key, value in row.items()}
            ),
            value=observed_words(row),
            source_id=row["source_id"],
            locator=row["locator"],
            status=Status(row["status"]),
            numerator=""
            if numbers.is_missing(row["numerator"])
            else numbers.number(row["numerator"]),
            denominator=(
                "" if numbers.is_missing(row["denominator"]) else numbers.number(row["denominator"])
            ),
            note=row["note"],
        )
        for __, row in observations.iterrows()
    )


def observed_words(row: pd.Series) -> str:
    """The value of an observation as a reader sees it; a withheld one says so."""
    if row.get("withheld", False):
        return states.withheld()
    return numbers.unit_value(row["value"], row["unit"])


def counted_claim(label: str, n: int, total: int, source_id: str, locator: str) -> Claim:
    """The claim of a share that was counted from the rows of a table of this bundle."""
    return Claim(
        label=label,
        value=numbers.percent(n / total) if total else numbers.not_collected(),
        source_id=source_id,
        locator=locator,
        status=Status.DERIVED,
        numerator=numbers.count(n),
        denominator=numbers.count(total),
    )


def yearly_claims(
    store: Store,
    label: str,
    points: Iterable[tuple[int, int, int]],
    locator: Callable[[int], str],
    report: str = reports.SITES,
) -> list[Claim]:
    """The claims of (year, n, total) points of a report; a year without answers has none.

    Args:
        store: the tables.
        label: what is counted, a format with `year`.
        points: counted from the rows of a table of this bundle.
        locator: year -> where its answers stand.
        report: of sites or of licenses.
    """
    return [
        counted_claim(
            label.format(year=year), n, total, reports.source(store, year, report), locator(year)
        )
        for year, n, total in points
        if total
    ]


def site_locator(year: int, column: str) -> str:
    """Where the site answers of a year stand in the bundle."""
    return _("hospital_programs.csv, rows of {year}, column {column}").format(
        year=year, column=column
    )


def license_locator(store: Store, year: int) -> str:
    """Where the license answers of a year stand in the bundle."""
    if reports.is_added_up(store, year):
        return _(
            "hospital_programs.csv, rows of {year} added up by license_no, column "
            "inpatient_palliative"
        ).format(year=year)
    return _("hospital_license_years.csv, rows of {year}, column inpatient_team_reported").format(
        year=year
    )


def self_reported() -> str:
    """The caution that goes with every hospital answer."""
    return _(
        "Hospitals report for themselves on a state form. A Yes means that the hospital "
        "reports a program. It does not tell how many patients the program reaches or how good "
        "it is. If a Yes becomes a No, it may only mean that someone else filled in the form."
    )


def not_hospice() -> str:
    """The line that keeps three things apart."""
    return _(
        "Palliative care eases the symptoms and stress of serious illness. It can start at any "
        "stage and be given along with treatment. It is not the same as hospice, and it is not "
        "only for the end of life."
    )

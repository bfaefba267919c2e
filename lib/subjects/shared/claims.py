"""Where the numbers of a figure stand: claims of observations, and of answers that were counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import reports
from lib.i18n import _
from lib.model import Claim, Status
from lib.wording import numbers, states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from lib.store import Store


def observed_claims(observations: pd.DataFrame, label: str = "") -> tuple[Claim, ...]:
    """One claim an observation, with its locator, base and status.

    `label` is a format with the fields of the row, for example ``{geo_id} {period_end}``.
    """
    return tuple(
        row_claim(
            row,
            (label or "{period_end}").format_map({str(key): value for key, value in row.items()}),
            observed_words(row),
        )
        for __, row in observations.iterrows()
    )


def row_claim(row: pd.Series, label: str, value: str) -> Claim:
    """The claim of a row that says its source, the place in it, its status and its base."""
    numerator, denominator = (
        "" if numbers.is_missing(row[part]) else numbers.number(row[part])
        for part in ("numerator", "denominator")
    )
    return Claim(
        label=label,
        value=value,
        source_id=str(row["source_id"]),
        locator=str(row["locator"]),
        status=Status(row["status"]),
        numerator=numerator,
        denominator=denominator,
        note=str(row["note"]),
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


def site_claim(
    store: Store, label: str, n: int, total: int, asked: str, year: int | None = None
) -> Claim:
    """The claim of a share of site answers in a year's report.

    `asked` is the column of the answers, and by what they were counted; the report is the newest
    where no `year` is given.
    """
    year = year or reports.newest(store)
    return counted_claim(label, n, total, reports.source(store, year), site_locator(year, asked))


def newest_claim(store: Store, reporting: int, answered: int, asked: str) -> list[Claim]:
    """The claim of the sites of a place that report a program; none where no site answered."""
    label = _("Sites that report an inpatient program")
    return [site_claim(store, label, reporting, answered, asked)] if answered else []


def site_claims(store: Store, rows: pd.DataFrame, label: str, asked: str) -> list[Claim]:
    """One claim a row that has `reporting` of `answered`, in its `year` or the newest.

    `label` and `asked` (see `site_claim`) are formats with the fields of the row.
    """
    said = rows[rows["answered"].gt(0)].to_dict(orient="records")
    return [
        site_claim(
            store,
            label.format_map(row),
            int(row["reporting"]),
            int(row["answered"]),
            asked.format_map(row),
            row.get("year"),
        )
        for row in said
    ]


def yearly_claims(
    store: Store,
    label: str,
    points: Iterable[tuple[int, int, int]],
    locator: Callable[[int], str],
    report: str = reports.SITES,
) -> list[Claim]:
    """The claims of (year, n, total) points of a report; a year without answers has none.

    `label` is a format with `year`; `locator` gives where the answers of a year stand; `report` is
    of sites or of licenses.
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

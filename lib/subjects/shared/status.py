"""What the hospitals of each county report in one year, worked out once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lib.derive import hospitals
from lib.i18n import _
from lib.subjects.shared.claims import site_claim
from lib.wording import states

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Claim
    from lib.store import Store


@lru_cache(maxsize=16)
def _status(store: Store, year: int) -> pd.DataFrame:
    return hospitals.county_status(store.table("hospital_programs"), store.table("counties"), year)


def county_status(store: Store, year: int) -> pd.DataFrame:
    """One row a county, as `lib.derive.hospitals.county_status`; the caller may change it."""
    return _status(store, year).copy(deep=False)


def status_label(status: str) -> str:
    """The words for what a county's hospitals report."""
    return {
        "inpatient": _("Inpatient program reported"),
        "outpatient only": _("Outpatient services only"),
        "none reported": _("Neither inpatient nor outpatient reported"),
        "no hospital": _("No general acute care hospital"),
        "not answered": states.label("not answered"),
    }[status]


def status_claims(store: Store, rows: pd.DataFrame, asked: str) -> list[Claim]:
    """One claim a status of the counties of `county_status`, of all of them."""
    counts, year = rows["status"].value_counts(), int(rows["year"].iloc[0])
    return [
        site_claim(store, status_label(status), int(counts[status]), len(rows), asked, year)
        for status in STATUS_COLORS
        if status in counts
    ]


STATUS_COLORS = {
    "inpatient": "@teal",
    "outpatient only": "@light_teal",
    "none reported": "@sand",
    "no hospital": "@none",
    "not answered": "@paper",
}
OUTLINED = ("no hospital", "not answered")

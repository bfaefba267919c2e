"""What is read of a workbook, and nothing else: the fields, and what kind of cell each is.

A column that is no field (an administrator's name, a preparer, a telephone number) is never
taken out of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lib.i18n import _


class Kind(StrEnum):
    """How the cells of a field are read."""

    FACILITY = "facility"
    LICENSE = "license"
    TEXT = "text"
    WORD = "word"
    DATE = "date"
    COUNT = "count"


@dataclass(frozen=True)
class Field:
    """One field; `words` is the list of state_words that its cells are looked up in."""

    name: str
    kind: Kind
    words: str = ""
    needed: bool = True


ANSWERS = ("inpatient_palliative", "outpatient_palliative", "inpatient_hospice")
ROLES = ("physician", "nurse", "social_worker")
TEAM = (
    *(f"pc_{role}{part}" for role in ROLES for part in ("", "_certified")),
    "pc_chaplain",
)
BEDS = ("general_acute_beds", "total_beds")

#: What makes a workbook one on palliative care.
PALLIATIVE = ("inpatient_palliative", "outpatient_palliative", *TEAM)

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("facility_id", Kind.FACILITY),
        Field("name", Kind.TEXT),
        Field("city", Kind.TEXT),
        Field("operated", Kind.WORD, "answer"),
        Field("period_begin", Kind.DATE),
        Field("period_end", Kind.DATE),
        Field("county", Kind.WORD, "county"),
        Field("license_no", Kind.LICENSE),
        Field("facility_level", Kind.WORD, "facility_level"),
        Field("license_category", Kind.WORD, "license_category"),
        Field("ownership", Kind.WORD, "ownership"),
        Field("small_rural", Kind.WORD, "answer"),
        Field("teaching", Kind.WORD, "answer"),
        Field("principal_service", Kind.WORD, "principal_service"),
        *(Field(name, Kind.COUNT) for name in (*BEDS, *TEAM)),
        *(Field(name, Kind.WORD, "answer") for name in ANSWERS),
        Field("title", Kind.TEXT, needed=False),
    )
}


def asked(question: str) -> str:
    """What a yes-or-no question of the report is about, for a sentence."""
    return {
        "inpatient_palliative": _("inpatient palliative care program"),
        "outpatient_palliative": _("outpatient palliative care services"),
        "inpatient_hospice": _("inpatient hospice program"),
    }[question]

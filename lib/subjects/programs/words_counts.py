"""The words of the counts of hospital programs that stand side by side."""

from __future__ import annotations

from lib.i18n import _
from lib.wording.numbers import capitalized, spelled


def headline(counts: int, first: int, last: int) -> str:
    """How many counts there are, and why no line joins two of them."""
    return _(
        "{n} counts of palliative care programs in California hospitals, {first} to {last}: "
        "each asked different hospitals"
    ).format(n=capitalized(spelled(counts)), first=first, last=last)


def title(which: str) -> str:
    """What one count counts."""
    return _counts()[which][0]


def base(which: str) -> str:
    """Which hospitals one count asked."""
    return _counts()[which][1]


def _counts() -> dict[str, tuple[str, str]]:
    """Count -> (what is counted, of which hospitals)."""
    return {
        "hospital_palliative_share_nhf_ucsf": (
            _("Survey: any program"),
            _("hospitals of all sizes"),
        ),
        "hospital_consult_service_share_nhf_ucsf": (
            _("Consultation service"),
            _("2000: a random quarter"),
        ),
        "hospital_inpatient_palliative_share_report_card_50plus": (
            _("National report card"),
            _("50 or more beds"),
        ),
        "hospital_inpatient_palliative_share_lghc": (
            _("State indicator"),
            _("which hospitals: unknown"),
        ),
        "sites": (_("Sites that report"), _("state report")),
        "licenses": (_("Licenses that report"), _("state report, every year")),
    }

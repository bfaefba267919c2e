"""The one-sentence headline of each page, made from the rows of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.wording import equity

if TYPE_CHECKING:
    from lib.model import Figure


def overview_headline(cards: Figure) -> str:
    """Sites that report and counties without, from the headline numbers."""
    values = dict(zip(cards.rows["label"], cards.rows["value"], strict=True))
    sites, counties = list(values.values())[:2]
    return _(
        "{sites} hospital sites report inpatient palliative care; in {counties} counties none does"
    ).format(sites=sites, counties=counties)


def programs_headline(answers: Figure) -> str:
    """The latest site answers beside the earliest."""
    held = answers.rows[answers.rows["series"] == "inpatient_palliative"]
    first, last = held.iloc[0], held.iloc[-1]
    return _(
        "After two decades of growth, fewer sites report a program: {last} in {last_year}, "
        "{first} in {first_year}"
    ).format(
        last=last["n_of_n"],
        last_year=last["year"],
        first=first["n_of_n"],
        first_year=first["year"],
    )


def split_names() -> dict[str, str]:
    """Split -> the word on its button."""
    return {
        "ownership": _("Owner"),
        "beds": _("Size"),
        "teaching": _("Teaching"),
        "small_rural": _("Small and rural"),
        "critical_access": _("Critical access"),
    }


def equity_headline(lead: Figure) -> str:
    """The widest gap that rests on known samples, between its two ends."""
    ranked = lead.rows.sort_values("value", ascending=False)
    return equity.page_headline(
        str(ranked.iloc[0]["value_words"]), str(ranked.iloc[-1]["value_words"])
    )

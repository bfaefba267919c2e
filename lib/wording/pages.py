"""The one-sentence headline of each page, made from the rows of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording import equity

if TYPE_CHECKING:
    from lib.model import Figure


def overview_headline(cards: Figure) -> str:
    """Sites that report and counties without, from the headline numbers."""
    values = dict(zip(cards.rows["label"], cards.rows["value"], strict=True))
    sites, counties = list(values.values())[:2]
    return ngettext(
        "{sites} hospital sites reports inpatient palliative care; in {counties} counties none does",
        "{sites} hospital sites report inpatient palliative care; in {counties} counties none does",
        int(cards.rows["n"].iloc[0]),
    ).format(sites=sites, counties=counties)


def programs_headline(answers: Figure) -> str:
    """The latest site answers beside the earliest that are whole: a minimum is not compared."""
    rows = answers.rows
    held = rows[rows["series"].eq("inpatient_palliative") & rows["is_whole"]]
    first, last = held.iloc[0], held.iloc[-1]
    return ngettext(
        "{last} hospital sites reports an inpatient program in {last_year}, {first} in "
        "{first_year}: a change in reports, which need not be one in care",
        "{last} hospital sites report an inpatient program in {last_year}, {first} in "
        "{first_year}: a change in reports, which need not be one in care",
        int(last["reporting"]),
    ).format(
        last=last["n_of_n"],
        last_year=last["year"],
        first=first["n_of_n"],
        first_year=first["year"],
    )


def equity_headline(lead: Figure) -> str:
    """The gap that opens the page, between its two ends."""
    ranked = lead.rows.sort_values("value", ascending=False)
    return equity.page_headline(
        str(ranked.iloc[0]["value_words"]), str(ranked.iloc[-1]["value_words"])
    )


def ways_in() -> dict[str, tuple[str, str]]:
    """Page file -> (what a reader wants, what the page gives), for the three groups of readers."""
    return {
        "pages/programs.py": (
            _("Explore hospital programs"),
            _("Year by year, by owner and size, hospital by hospital, with the care each needs."),
        ),
        "pages/county.py": (
            _("Find your county"),
            _("By name, city, ZIP code, hospital or district: what is reported, and a brief."),
        ),
        "pages/county_map.py": (
            _("See all counties"),
            _("Supply, need and both together on one map, with hospitals as points."),
        ),
        "pages/equity.py": (
            _("Ask who is missed"),
            _("Gaps by race, language, income and place, and who was never counted."),
        ),
        "pages/present.py": (
            _("Present a story"),
            _("Full-screen scenes that need no network, and the same as slides to take away."),
        ),
        "pages/community_action.py": (
            _("Start in your community"),
            _("A county's facts, questions to ask, people to convene and toolkits that fit."),
        ),
        "pages/learning_communities.py": (
            _("See who learned together"),
            _("Who convened, who paid, who took part, what it left behind."),
        ),
        "pages/milestones.py": (
            _("Follow the law"),
            _("SB 1004, POLST and the other laws, benefits and reports, in order."),
        ),
        "pages/data_sources.py": (
            _("Check a number"),
            _("Every indicator with its definition, sources, disagreements and a download."),
        ),
    }

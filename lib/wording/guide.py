"""Words of the guide that is one touch away on every page."""

from __future__ import annotations

from lib.i18n import _


def label() -> str:
    """The button that opens the guide."""
    return _("Guide")


def edition(version: str, year: int) -> str:
    """The edition and how far its hospital data reach."""
    return _("Edition {version}. Hospital data to {year}").format(version=version, year=year)


def purpose() -> str:
    """What this is and who makes it."""
    return _(
        "This dashboard shows how palliative care has spread through California: where hospitals "
        "report programs, where they do not, and what is not known. We, the people who compile it, "
        "collect public sources, show the source of every number, and speak for none of them."
    )


def tour() -> str:
    """Where a short tour can be had, now or later."""
    return _(
        "New here? The Guide, at the top of every page, has a short tour for you and says what the "
        "words mean."
    )


def tours() -> dict[str, list[tuple[str, str, dict[str, str]]]]:
    """Group of readers -> steps of (what it gives, page, what the address says)."""
    return {
        _("I make policy for a county or district"): [
            (_("1. Search for your ZIP code, county or district"), "pages/overview.py", {}),
            (_("2. See where no hospital reports a program"), "pages/county_map.py", {}),
            (_("3. See who is missed"), "pages/equity.py", {}),
        ],
        _("I present at a meeting"): [
            (_("1. Choose a ready story and show it"), "pages/present.py", {}),
            (_("2. Take slides or pictures of any chart"), "pages/programs.py", {}),
            (_("3. Bring questions for your community"), "pages/community_action.py", {}),
        ],
        _("I work at a foundation or study the field"): [
            (_("1. See how programs grew"), "pages/programs.py", {}),
            (_("2. See initiatives and who took part"), "pages/learning_communities.py", {}),
            (_("3. Check any number and its source"), "pages/data_sources.py", {}),
        ],
    }


def definitions() -> str:
    """The words that stand in headlines, as Markdown."""
    return "\n".join(
        [
            _(
                "- **Palliative care**: care that eases the symptoms and stress of a serious "
                "illness, at any age and at any stage, also together with treatment meant to cure."
            ),
            _(
                "- **Hospice**: care for people near the end of life who no longer seek a cure. "
                "Palliative care is not the same as hospice, and it is not only for the end of life."
            ),
            _(
                "- **Hospital site**: one campus of a general acute care hospital that answers the "
                "state report on its own."
            ),
            _(
                "- **Hospital license**: the state's permit to run a hospital. One license can "
                "cover several sites, so there are fewer licenses than sites."
            ),
            _(
                "- **Reports a program**: in the state's annual report, the hospital site answered Yes "
                "to the question about an inpatient palliative care program. The same report asks "
                "about outpatient services; those are counted on their own."
            ),
            _(
                "- **Self-reported**: the hospital says so on a state form. This has not been "
                "checked, nor how large or how good the program is."
            ),
        ]
    )


def short_names() -> str:
    """Every abbreviation that names a body, a form or a law on more than one page."""
    return _(
        "CACCC: Chinese American Coalition for Compassionate Care. CAPC: Center to Advance "
        "Palliative Care. CCCC: Coalition for Compassionate Care of California. CHCF: California "
        "Health Care Foundation. C-TAC: Coalition to Transform Advanced Care. D-SNP: Dual Eligible "
        "Special Needs Plan, a Medicare plan for people who also have Medi-Cal. HCAI: California "
        "Department of Health Care Access and Information. PCLC: Palliative Care Leadership "
        "Centers. PCQN: Palliative Care Quality Network. POLST: Physician Orders for "
        "Life-Sustaining Treatment, a medical order form. SB 1004: Senate Bill 1004 of 2014, the "
        "law behind palliative care in Medi-Cal."
    )


def which_number() -> str:
    """Which of two counts to quote."""
    return _(
        "For how many hospitals report a program, quote **sites**. For change from year to year, "
        "quote **licenses**. Do not mix the two in one sentence."
    )


def headings() -> tuple[str, str, str, str]:
    """The headings of the guide's parts."""
    return (
        _("Where to start"),
        _("What the words mean"),
        _("Which number to quote"),
        _("Short names"),
    )

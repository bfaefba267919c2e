"""Sentences of the first page, each whole, each made from rows."""

from __future__ import annotations

from lib.i18n import _, ngettext
from lib.wording.numbers import count, listing


def base(share: str, answered_no: int, without: int, names: list[str]) -> str:
    """What stands under the headline: who was counted, and what the counties without are."""
    first = _(
        "{share} of the general acute care hospital sites that answered the state's form, as they "
        "report it themselves. Palliative care is not the same as hospice."
    ).format(share=share)
    if not names:
        return first
    second = _(
        "In {n} of the {without} counties the hospitals answered No; {names} have no such hospital."
    ).format(n=answered_no, without=without, names=listing(names))
    return f"{first}\n\n{second}"


def owners(for_profit: str) -> str:
    """After the number of nonprofit sites."""
    return _(
        "nonprofit hospital sites report a program, compared with {for_profit} for-profit sites"
    ).format(for_profit=for_profit)


def rural(other: str) -> str:
    """After the number of rural sites."""
    return _(
        "hospital sites in rural counties report a program, compared with {other} in other counties"
    ).format(other=other)


def older(share: str, counties: int) -> str:
    """After the number of older people."""
    return ngettext(
        "people age 65 and older ({share} of the state's) live in the {n} county where no site "
        "reports one",
        "people age 65 and older ({share} of the state's) live in the {n} counties where no site "
        "reports one",
        counties,
    ).format(share=share, n=counties)


def districts() -> str:
    """After the number of Assembly districts."""
    return _("Assembly districts have no hospital site that reports one")


def claims() -> dict[str, str]:
    """Count -> what was counted, where each number is traced to its source."""
    return {
        "nonprofit": _("Nonprofit sites that report an inpatient program"),
        "for-profit": _("For-profit sites that report an inpatient program"),
        "rural": _("Sites in rural counties that report an inpatient program"),
        "other": _("Sites in other counties that report an inpatient program"),
        "districts": _("Assembly districts where no site reports an inpatient program"),
    }


def four_headline(year: int) -> str:
    """The headline of the four numbers."""
    return _("Palliative care in California hospitals: four numbers of {year}").format(year=year)


def four_subtitle(year: int) -> str:
    """What the four numbers share."""
    return _(
        "General acute care hospital sites and their own answers to the state's form of {year}: "
        "do they have an inpatient palliative care program?"
    ).format(year=year)


def four_definition() -> str:
    """What the four numbers count."""
    return _(
        "Rural: USDA Rural-Urban Continuum Codes of 2023, counties outside a metro area. A "
        "hospital's district is where its building is, not the area it serves."
    )


def map_title(year: int) -> str:
    """Over the key of the map."""
    return _("Counties, {year}").format(year=year)


def map_kinds() -> dict[str, str]:
    """Status of a county -> its words in the key of the map."""
    return {
        "inpatient": _("a program is reported"),
        "outpatient only": _("outpatient only"),
        "none reported": _("neither is reported"),
        "no hospital": _("no such hospital"),
        "not answered": _("did not answer"),
    }


def map_hint() -> str:
    """What a click on the map does."""
    return _("Choose a county to open it.")


def which_number() -> str:
    """Which of the two counts to quote."""
    return _(
        "**Which number to quote:** hospital sites for how many report a program, as in the "
        "headline above; hospital licenses, as in this chart, for change from year to year. One "
        "license can cover several sites. Do not mix the two in one sentence."
    )


def examples() -> str:
    """Before the examples of a search."""
    return _("Try")


def ways() -> dict[str, str]:
    """Page file -> the words on the way to it."""
    return {
        "pages/programs.py": _("How it grew"),
        "pages/equity.py": _("Who is missed"),
        "pages/present.py": _("Make my slides"),
    }


def at_a_meeting() -> str:
    """The way to slides for a room, beside the map."""
    return _("Show it at a meeting")


def teaser_titles() -> dict[str, str]:
    """Page file -> the title of its teaser."""
    return {
        "pages/programs.py": _("Programs by hospital size"),
        "pages/equity.py": _("Who has an advance directive"),
        "pages/rural.py": _("How far the nearest program is"),
        "pages/learning_communities.py": _("Learning communities"),
    }


def all_unknown(total: int) -> str:
    """The way to everything that is not known."""
    return _("All {n} open questions").format(n=count(total))


def unknown_fold(total: int) -> str:
    """The fold over what is not known."""
    return ngettext(
        "What we do not know: {n} question on hospital programs",
        "What we do not know: {n} questions on hospital programs",
        total,
    ).format(n=count(total))

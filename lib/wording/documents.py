"""What stands around a page: its name in a tab, its description, and words about the connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping


def site_name() -> str:
    """The name of the dashboard."""
    return _("California Palliative Care Progress")


def title(page: str, place: str = "") -> str:
    """The name of a page in a tab, a bookmark and a list of links found."""
    if not place:
        return _("{page} | California Palliative Care Progress").format(page=page)
    return _("{place}, {page} | California Palliative Care Progress").format(place=place, page=page)


def county(name: str) -> str:
    """A county as it is named in a title."""
    return _("{name} County").format(name=name)


def county_description(name: str) -> str:
    """What the page of one county is about."""
    return _(
        "{name} County, California: what its hospitals report about palliative care, the nearest "
        "programs, how it compares with similar counties, and what is not known."
    ).format(name=name)


#: Path of a page -> the message of what a search engine or a shared link says about it.
DESCRIPTIONS: Mapping[str, str] = {
    "overview": N_(
        "How palliative care has spread through California's hospitals and communities, "
        "where it is missing, and for which groups. Every number names its source."
    ),
    "programs": N_(
        "How many California hospitals report a palliative care program, year by year, by "
        "owner, size and kind of hospital, with every hospital site in one list."
    ),
    "participation": N_(
        "California organizations that joined the Center to Advance Palliative Care or "
        "trained their teams at a Palliative Care Leadership Center."
    ),
    "learning_communities": N_(
        "Learning communities, partnerships and grant programs in California palliative "
        "care: who took part, for how long, and what is known about the results."
    ),
    "milestones": N_(
        "Laws, funding, programs and studies in California palliative care in order of "
        "date, state and federal, each with its source."
    ),
    "drivers": N_(
        "What moved palliative care in California and what could move it next, with the "
        "latest measures for each driver and opportunity."
    ),
    "county_map": N_(
        "A map of California's 58 counties by palliative care programs, by older and "
        "seriously ill residents, or by both together."
    ),
    "county": N_(
        "Palliative care in each of California's 58 counties: what hospitals report, the "
        "nearest programs, similar counties, and what is not known."
    ),
    "district": N_(
        "Palliative care in each of California's 172 Assembly, state Senate and congressional "
        "districts: what hospital sites report, and how districts compare."
    ),
    "rural": N_(
        "Palliative care in rural California: which hospital sites report a program, and how "
        "far people live from one, by each common definition of rural."
    ),
    "equity": N_(
        "Palliative and serious illness care in California by race and ethnicity, language, "
        "income, age and place, with the groups that no source has counted."
    ),
    "community_action": N_(
        "A starter for a county's needs assessment: facts with sources, questions to ask, "
        "people to bring together, coalitions and toolkits."
    ),
    "present": N_(
        "Stories about palliative care in California for a room with a projector, as slides, "
        "PowerPoint, PDF or one file that works without a network."
    ),
    "data_sources": N_(
        "Every indicator, table and source behind the dashboard, with downloads, and a check "
        "for a table that you want to correct."
    ),
}


def descriptions() -> dict[str, str]:
    """Path of a page -> what a search engine or a shared link says about it."""
    return {path: _(message) for path, message in DESCRIPTIONS.items()}


def no_script() -> str:
    """What a browser without scripts shows."""
    return _("This dashboard needs JavaScript. Turn it on and reload the page.")


def connection() -> dict[str, str]:
    """What the page says when the server does not answer, and once it does again."""
    return {
        "lost": _("Connection lost. Reconnecting; your view is kept."),
        "back": _("Connected again."),
        "ended": _("Connection lost. Reload this page; your view is kept."),
        "map": _("Map to explore: move it with the arrow keys, zoom with plus and minus."),
        "more": _("more"),
        "changed": _("These slides were changed in another window."),
        "forked": _("These slides were changed in another window, and here too."),
        "load": _("Load those"),
        "stay": _("Keep these"),
    }

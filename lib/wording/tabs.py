"""The words on the tabs of pages."""

from __future__ import annotations

from lib.i18n import _


def name(page: str, tab: str) -> str:
    """The words on one tab of a page."""
    return _names()[page][tab]


def _names() -> dict[str, dict[str, str]]:
    """Page -> tab -> its words."""
    return {
        "programs": {
            "now": _("Now"),
            "change": _("Change"),
            "earlier": _("Earlier counts"),
            "list": _("Hospital list"),
        },
        "learning_communities": {
            "timeline": _("Timeline"),
            "details": _("All initiatives"),
            "members": _("Who took part"),
            "plans": _("Plans"),
        },
        "milestones": {
            "timeline": _("Timeline"),
            "paths": _("Policy stories"),
            "list": _("List"),
            "year": _("One year"),
        },
        "rural": {
            "sites": _("Hospitals"),
            "counties": _("Counties"),
            "distance": _("Distance"),
            "barriers": _("Barriers"),
            "earlier": _("Earlier work"),
            "definitions": _("Definitions"),
        },
        "equity": {
            "lead": _("A wide gap"),
            "explore": _("Compare groups"),
            "counted": _("Who has been counted"),
            "hospitals": _("Hospitals"),
            "counties": _("Counties"),
            "life": _("Life expectancy"),
            "ahead": _("Projected growth"),
        },
        "data_sources": {
            "find": _("Find a number"),
            "sources": _("Sources"),
            "conflicts": _("Where sources disagree"),
            "unknown": _("Not known"),
            "download": _("Download"),
            "check": _("Check new data"),
            "changed": _("What changed"),
        },
        "drivers": {
            "evidence": _("Evidence for each"),
            "board": _("All in one table"),
            "numbers": _("Headline numbers"),
        },
        "community_action": {
            "starter": _("County starter"),
            "toolkits": _("Toolkits"),
            "coalitions": _("Coalitions"),
            "statewide": _("Statewide plans"),
        },
        "present": {"stories": _("Ready stories"), "mine": _("My slides")},
    }

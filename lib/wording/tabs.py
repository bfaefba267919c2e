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
    }

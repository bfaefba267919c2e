"""A county's numbers beside the state's, in words."""

from __future__ import annotations

from lib.derive.comparing import Side
from lib.i18n import _
from lib.wording.numbers import count


def side_words(side: str) -> str:
    """Where a county's number stands against another; nothing where one of the two is missing."""
    return {
        Side.ABOVE.value: _("Above"),
        Side.SAME.value: _("About the same"),
        Side.BELOW.value: _("Below"),
    }.get(side, "")


def numbers_headline(
    county: str, topic: str, above: int, same: int, below: int, *, held: int
) -> str:
    """How many of a county's numbers stand above, about at and below the state's."""
    if not held:
        return _("{name}: we have none of these numbers").format(name=county)
    text = {
        "supply": _(
            "Hospital care in {name}, compared with the state: {above} of {n} numbers above, "
            "{same} about the same, {below} below"
        ),
        "need": _(
            "Need in {name}, compared with the state: {above} of {n} numbers above, {same} about "
            "the same, {below} below"
        ),
        "context": _(
            "Circumstances in {name}, compared with the state: {above} of {n} numbers above, "
            "{same} about the same, {below} below"
        ),
    }[topic]
    return text.format(
        name=county,
        above=count(above),
        same=count(same),
        below=count(below),
        n=count(above + same + below),
    )

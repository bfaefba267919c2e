"""Sentences about slides that travel: their link, their file, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording.numbers import count, listing

if TYPE_CHECKING:
    from collections.abc import Sequence


def link_room(n: int, most: int) -> str:
    """How long the link is, and may be."""
    return _("Your link has {n} of {most} characters.").format(n=count(n), most=count(most))


def link_without_notes(most: int) -> str:
    """The notes do not fit into a link."""
    return _(
        "A link has at most {most} characters, so yours leaves your notes out. The file has them."
    ).format(most=count(most))


def link_too_long(n: int, most: int) -> str:
    """Not even the headlines fit into a link."""
    return _(
        "Your slides need a link of {n} characters; a link has at most {most}. Shorten some "
        "headlines, or save the file instead."
    ).format(n=count(n), most=count(most))


def audience_link() -> str:
    """What the link for the room leaves out."""
    return _("The link for your audience shows the slides only: no notes and no fields.")


def make_mine() -> str:
    """The button with which who looks at slides gets the fields to change them."""
    return _("Make these my slides")


def cut() -> str:
    """A link that was cut short on its way."""
    return _(
        "The link to these slides is not complete. It may have been cut short on its way here. Ask "
        "for the whole link, or for the file."
    )


def later() -> str:
    """A link that a later version of this dashboard wrote."""
    return _(
        "A later version of this dashboard made this link to slides, and this version cannot read "
        "it. Reload the page, or ask for the file."
    )


def large() -> str:
    """A link that holds more than slides do."""
    return _("This link has more than slides can have, so we did not open it.")


def empty_link() -> str:
    """A link without a slide."""
    return _("This link has no slides in it.")


def too_many(total: int, most: int) -> str:
    """More slides were named than a set takes."""
    return ngettext(
        "{total} slide was found. A set has at most {most}; you see the first {most}.",
        "{total} slides were found. A set has at most {most}; you see the first {most}.",
        total,
    ).format(total=count(total), most=count(most))


def left_out(names: Sequence[str]) -> str:
    """Slides that this edition does not have."""
    return ngettext(
        "{n} slide was left out, because this dashboard has no such chart or choice: {names}.",
        "{n} slides were left out, because this dashboard has no such charts or choices: {names}.",
        len(names),
    ).format(n=count(len(names)), names=listing(names))


def none_left() -> str:
    """Nothing that was named can be shown."""
    return _("None of these slides can be shown here.")


def cleaned() -> str:
    """Markup or letters too many were taken from a headline or notes."""
    return _(
        "Headlines and notes are plain words here. What was not, or was too long, was removed."
    )


def shortened(n: int, most: int) -> str:
    """Headlines of a file were longer than one's own may be."""
    return ngettext(
        "{n} headline was longer than {most} characters and was shortened.",
        "{n} headlines were longer than {most} characters and were shortened.",
        n,
    ).format(n=count(n), most=count(most))


def replaced(n: int) -> str:
    """Other slides took the place of what the visitor had."""
    return ngettext(
        "These slides took the place of {n} slide that you had.",
        "These slides took the place of {n} slides that you had.",
        n,
    ).format(n=count(n))


def taken_out(n: int) -> str:
    """Slides of the visitor's own were taken out."""
    return ngettext("{n} slide was removed.", "{n} slides were removed.", n).format(n=count(n))


def bring_back(n: int) -> str:
    """The button that brings earlier slides back."""
    return ngettext("Bring back my {n} slide", "Bring back my {n} slides", n).format(n=count(n))


def changed_since(version: str, names: Sequence[str]) -> str:
    """Charts whose numbers are not those of the edition in which they were chosen."""
    return ngettext(
        "These slides were made with edition {version}. The numbers of {n} chart have changed "
        "since: {names}. Check your headline and notes.",
        "These slides were made with edition {version}. The numbers of {n} charts have changed "
        "since: {names}. Check your headlines and notes.",
        len(names),
    ).format(version=version, n=count(len(names)), names=listing(names))


def same_since(version: str) -> str:
    """Slides of an earlier edition whose numbers are all as they were."""
    return _(
        "These slides were made with edition {version}. No number on them has changed since."
    ).format(version=version)


def slide(n: int, headline: str) -> str:
    """A slide by its place and headline, in a list."""
    return _('slide {n} ("{headline}")').format(n=count(n), headline=headline)


def file_lines() -> tuple[str, ...]:
    """What the file of a set says of itself."""
    return (
        _("Slides of a presenter's own. Open this file on the Present page, under My slides."),
        _("It is a story: put into data/stories/ it becomes one of the ready stories."),
    )


def file_large(n: int, most: int) -> str:
    """A file that is too large to be slides."""
    return _(
        "This file has {n} KB. A file of slides has at most {most} KB, so we did not open it."
    ).format(n=count(-(-n // 1000)), most=count(most // 1000))


def file_unread() -> str:
    """A file that is no story."""
    return _("This is not a file of slides. Choose the file that you saved on this page.")


def file_wrong(n: int) -> str:
    """A story that breaks the rules."""
    return ngettext(
        "{n} thing in this file has to be fixed before it can be opened:",
        "{n} things in this file have to be fixed before it can be opened:",
        n,
    ).format(n=count(n))


def copy_link() -> str:
    """The button that copies the way to the set."""
    return _("Copy link to my slides")


def copy_audience_link() -> str:
    """The button that copies the way to the set without its notes."""
    return _("Copy link for my audience")


def copied() -> str:
    """A link was copied."""
    return _("Copied")


def save() -> str:
    """The button that saves the set."""
    return _("Save as a file (TOML)")


def file_title() -> str:
    """What stands over a file to be opened."""
    return _("Open a file of slides")

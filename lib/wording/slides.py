"""Sentences about a presenter's own slides: added, counted, left out, changed, and whose words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording.numbers import count, listing

if TYPE_CHECKING:
    from collections.abc import Sequence


def untitled() -> str:
    """The title of a set that its presenter gave none."""
    return _("My slides")


def add() -> str:
    """The button under a figure that is not in the set."""
    return _("Add to slides")


def added() -> str:
    """The button under a figure that is in the set: a second press takes it out."""
    return _("In my slides")


def counted(n: int) -> str:
    """The way to the set; where there is little room only its number is seen."""
    return _("My slides **{n}**").format(n=count(n))


def was_added(n: int, most: int) -> str:
    """A figure was added; said in passing."""
    return ngettext(
        "Added to my slides: {n} of {most} slides. Press again to take it out.",
        "Added to my slides: {n} of {most} slides. Press again to take it out.",
        n,
    ).format(n=count(n), most=count(most))


def was_taken_out(n: int) -> str:
    """A figure was taken out; said in passing."""
    return ngettext("Taken out. {n} slide is left.", "Taken out. {n} slides are left.", n).format(
        n=count(n)
    )


def full(most: int) -> str:
    """No more slides fit."""
    return _(
        "Your set has {most} slides, which is the most it can have. Take one out to add another."
    ).format(most=count(most))


def no_room() -> str:
    """Under a list that its reader searches and filters, while she is making slides."""
    return _(
        "This list is too long for a slide. Add a chart from this page, or download the rows and "
        "show the few that you need."
    )


def purpose(most: int) -> str:
    """What the set is for, and its limit, over a set that is empty."""
    return _(
        "Put up to {most} charts on slides of your own, from any page: press **Add to slides** "
        "under a chart. Then come back here to put them in order, write your own headlines and "
        "notes, present them, or download them."
    ).format(most=count(most))


def stays() -> str:
    """Where the set is kept."""
    return _(
        "Your slides stay in this browser tab, also after a reload. To keep them longer, copy the "
        "link or save the file. We store nothing."
    )


def room(n: int, most: int) -> str:
    """How many slides the set has, and may have."""
    return ngettext("{n} of {most} slides", "{n} of {most} slides", n).format(
        n=count(n), most=count(most)
    )


def whose() -> str:
    """The foot of a slide with a headline of the presenter's."""
    return _("The headline is the presenter's. The chart's own finding is under it.")


def finding_first(finding: str, subtitle: str) -> str:
    """The figure's finding before its subtitle, under a headline of the presenter's."""
    return _("{finding}. {subtitle}").format(finding=finding, subtitle=subtitle)


def strange(numbers: Sequence[str]) -> str:
    """Numbers of a headline that the chart does not have."""
    return ngettext(
        "{numbers} is not a number of this chart.",
        "{numbers} are not numbers of this chart.",
        len(numbers),
    ).format(numbers=listing(numbers))


def letters(n: int, most: int) -> str:
    """How long a headline is, when little room is left."""
    return _("{n} of {most} characters, the most that a headline can have.").format(
        n=count(n), most=count(most)
    )


def too_long(end: str) -> str:
    """A headline needs more lines than a slide has for it; `end` is what is still on the slide."""
    return _(
        "This headline is too long for the slide, which ends it at “{end}”. Shorten it."
    ).format(end=end)


def summary(n: int) -> str:
    """The summary of a set, as its file and its first slide say it."""
    return ngettext(
        "{n} chart chosen by the presenter. Headlines may be the presenter's own.",
        "{n} charts chosen by the presenter. Headlines may be the presenter's own.",
        n,
    ).format(n=count(n))


def last_title() -> str:
    """The last slide of a deck."""
    return _("Open these slides yourself")


def last_words() -> str:
    """What the code on the last slide opens."""
    return _("Every chart is there with its sources, its table and its rows to download.")


def in_all(n: int, *, leads_back: bool) -> str:
    """How many slides the files have; with `leads_back` the last one leads to this page."""
    if leads_back:
        return _(
            "PowerPoint and PDF have {total} slides: a title slide comes first, and a last slide "
            "leads back to this page."
        ).format(total=count(n + 2))
    return _("PowerPoint and PDF have {total} slides: a title slide comes first.").format(
        total=count(n + 1)
    )


def starters() -> dict[str, str]:
    """Ready-made slides to begin with: name -> the words on the button."""
    return {
        "county": _("My county in three slides"),
        "state": _("The state in two slides"),
        "equity": _("Equity in one slide"),
    }


def starters_title() -> str:
    """What stands over them."""
    return _("Start with ready-made slides")


def choose_county() -> str:
    """The first entry of the list of counties."""
    return _("Choose a county")


def more_title() -> str:
    """What is folded under the slides."""
    return _("Add ready-made slides, or open a file")


def headline_label(n: int) -> str:
    """The words over a headline of one's own."""
    return _("Your headline for slide {n}").format(n=count(n))


def notes_label(n: int) -> str:
    """The words over the notes of a slide."""
    return _("Notes for slide {n}, seen by you only").format(n=count(n))


def title_label() -> str:
    """The words over the title of the set."""
    return _("Title of your slides")


def up(n: int) -> str:
    """The button that moves a slide."""
    return _("Move slide {n} up").format(n=count(n))


def down(n: int) -> str:
    """The button that moves a slide."""
    return _("Move slide {n} down").format(n=count(n))


def out(n: int) -> str:
    """The button that takes a slide out."""
    return _("Take slide {n} out").format(n=count(n))


def start_over() -> str:
    """The button that takes all slides out."""
    return _("Take all slides out")


def keys() -> str:
    """How slides are moved through in a room."""
    return _(
        "Arrow keys, the space bar, Page Up and Page Down, a clicker or a swipe move through the "
        "slides. A number and Enter goes to that slide. B makes the screen black. F fills the "
        "screen. All slides are loaded, so you can go offline."
    )


def county_label() -> str:
    """The words over the list of counties."""
    return _("County for your slides")


def drawing(n: int, total: int) -> str:
    """How far the drawing of the slides is."""
    return _("Drawing slide {n} of {total}").format(n=count(n), total=count(total))

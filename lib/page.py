"""What a page shows, declared once: the app, the static edition and the brief read the same list.

A text of a declaration is a message for translators (`N_`), or a function of the tables and
figures; both become words only when a page is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lib.i18n import _

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store


@dataclass(frozen=True)
class Held:
    """What the words of a page are made of.

    Attributes:
        store: the tables.
        figure: gives the finished figure of a name and parameters.
        place: the parameters of the place that the page is about, such as its county.
    """

    store: Store
    figure: Callable[..., Figure]
    place: Mapping[str, str] = field(default_factory=dict)


#: A message, or a function that writes the text.
Text = str | Callable[[Held], str]


def words(text: Text, held: Held) -> str:
    """A text in the language in use."""
    return (_(text) if text else "") if isinstance(text, str) else text(held)


def _no_names(_store: Store) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True)
class Choice:
    """A choice of a figure that stands in sight.

    Attributes:
        parameter: its name, in the figure and in the address.
        label: the message at the control.
        names: value -> the words shown for it; a value without words stands for itself.
    """

    parameter: str
    label: str
    names: Callable[[Store], Mapping[str, str]] = _no_names


@dataclass(frozen=True)
class Part:
    """One figure.

    Attributes:
        figure: its name in the registry.
        choice: the choice that stands in sight.
        is_cards: its rows are shown as cards, in place of a drawing.
        links_counties: links to the counties of its rows stand under it.
        without: the message in place of its subtitle where it has no row.
    """

    figure: str
    choice: Choice | None = None
    is_cards: bool = False
    links_counties: bool = False
    without: str = ""

    def figures(self) -> Sequence[str]:
        """The figure."""
        return (self.figure,)


@dataclass(frozen=True)
class Special:
    """What has controls or an order of its own, drawn by its name.

    Attributes:
        name: what each output knows it by.
        shows: the figures in it, in reading order.
        choices: its own choices in the address, beside those of its figures.
        given: what it is drawn with.
        named: parameter of its figures -> its name in the address, where a control has that.
        under: figure -> the one in it under whose headline it stands.
    """

    name: str
    shows: Sequence[str] = ()
    choices: Sequence[str] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    under: Mapping[str, str] = field(default_factory=dict)

    def figures(self) -> Sequence[str]:
        """The figures in it."""
        return self.shows


@dataclass(frozen=True)
class Columns:
    """Items side by side; one under the other where there is no room."""

    columns: Sequence[Sequence[Item]]
    widths: Sequence[int] = ()
    gap: str = "medium"


@dataclass(frozen=True)
class Section:
    """Items under a heading.

    Attributes:
        title: the heading.
        items: what stands under it.
        words: how to read it.
        anchor: what a link within the page names.
        link: the words of that link, in the line of links at the head of the page.
        is_unseen: the heading is heard and not seen.
    """

    title: str
    items: Sequence[Item]
    words: str = ""
    anchor: str = ""
    link: str = ""
    is_unseen: bool = False


Item = Part | Special | Columns | Section


def leaves(items: Sequence[Item]) -> Iterator[Part | Special]:
    """Every part in reading order, out of the columns and sections in which it stands."""
    for item in items:
        if isinstance(item, Columns):
            for column in item.columns:
                yield from leaves(column)
        elif isinstance(item, Section):
            yield from leaves(item.items)
        else:
            yield item


@dataclass(frozen=True)
class Tab:
    """One tab of a page: its id in the address, the message on it, and what it holds."""

    tab: str
    title: str
    items: Sequence[Item]

    def figures(self) -> list[str]:
        """The figures of the tab."""
        return [figure_id for leaf in leaves(self.items) for figure_id in leaf.figures()]

    def choices(self) -> list[str]:
        """The choices of the tab that belong to no figure."""
        specials = [leaf for leaf in leaves(self.items) if isinstance(leaf, Special)]
        return [choice for special in specials for choice in special.choices]


@dataclass(frozen=True)
class Page:
    """A page in reading order.

    Attributes:
        path: its path in the address, as in `lib.nav`.
        headline: its finding.
        introduction: two or three sentences of orientation.
        items: what stands over the tabs.
        choice: one choice that every figure of the page follows that has it.
        tabs: the first opens where none is asked for.
        forgets: choices made within one tab, which another takes out of the address.
        after: what stands under the tabs.
        unknowns: the topics of the gaps that the page names, its own subject first.
        index: what the page of a place shows while no place is chosen.
        borrows: figures whose links lead to another page, which shows them too.
        brief: the figures of the printed brief of a place, in its order.

    Raises:
        ValueError: the brief takes a figure that the page does not show.
    """

    path: str
    headline: Text
    introduction: Text
    items: Sequence[Item] = ()
    choice: Choice | None = None
    tabs: Sequence[Tab] = ()
    forgets: Sequence[str] = ()
    after: Sequence[Item] = ()
    unknowns: Sequence[str] = ()
    index: Sequence[Item] = ()
    borrows: Sequence[str] = ()
    brief: Sequence[str] = ()

    def __post_init__(self) -> None:
        if strange := set(self.brief) - {*self.figures()}:
            raise ValueError(f"{self.path}: not on the page, but in its brief: {strange}")

    def leaves(self) -> list[Part | Special]:
        """Every part of the page in reading order."""
        in_tabs = [item for tab in self.tabs for item in tab.items]
        return list(leaves([*self.items, *in_tabs, *self.after, *self.index]))

    def figures(self) -> list[str]:
        """Every figure of the page in reading order; one may come twice."""
        return [figure_id for leaf in self.leaves() for figure_id in leaf.figures()]

"""A visitor's own slides: added under a figure, counted at the head of the page, kept in the tab.

The session has them. So that a reload, or a server that was restarted, loses none, the page
carries them as a link, which static/frame/slides.js keeps in the browser's tab and puts back into
the address of a page that is loaded anew. Read from an address, they are the session's again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from lib.outputs import slide_link, slides
from lib.outputs.markup import element, html
from lib.outputs.slide_link import LONGEST_LINK, MOST_SLIDES, OWN, Fault
from lib.store.stories import Scene, Story
from lib.ui import address, library, parameters, provenance
from lib.wording import slide_links as travel, slides as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Figure

#: The parts of an address that carry slides, and those which they took the place of.
PARAMETER, BEFORE = "slides", "slides_before"

#: The page of the set, and its part there.
PAGE, PART = "pages/present.py", "mine"

#: Where a session keeps its set, what tells an edit that the head of the page has not yet shown,
#: the links it has read or made, and what has to be said of the last one read.
KEPT, MOVED, KNOWN, ARRIVED = "slides-kept", "slides-moved", "slides-known", "slides-arrived"
MARKS, SAID = "slides-marks", "slides-said"

#: Who follows a link for an audience sees the slides, and no field in which to change them.
AUDIENCE, YES = "audience", "yes"

parameters.own(PARAMETER, BEFORE, AUDIENCE)


@dataclass(frozen=True)
class Arrived:
    """What came of slides that were opened, to be said on their page."""

    faults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    edition: str = ""
    changed: tuple[str, ...] = ()
    before: Story | None = None
    taken_out: bool = False


def held() -> Story:
    """The visitor's slides; none at first."""
    kept: Story | None = st.session_state.get(KEPT)
    return kept or Story(OWN, "", "", (), library.store().edition.version)


def put(story: Story) -> None:
    """Take `story` for the visitor's slides; they are of the edition in force from now on."""
    st.session_state[KEPT] = replace(story, edition=library.store().edition.version)
    st.session_state[MARKS] = tuple(mark(scene) for scene in story.scenes)
    st.session_state[MOVED] = True
    known = st.session_state.setdefault(KNOWN, set())
    known.update((link(with_notes=True), link(with_notes=False)))


def mark(scene: Scene) -> str:
    """What tells the numbers of a slide from those of another edition."""
    return slides.mark(library.figure(scene.figure_id, **scene.params))


def link(*, with_notes: bool) -> str:
    """The set as a part of an address; empty without a slide."""
    story = held()
    return slide_link.code(story, mark, with_notes=with_notes) if story.scenes else ""


def shared() -> str:
    """The link that fits: with the notes, else without them, else none."""
    return next((c for n in (True, False) if len(c := link(with_notes=n)) <= LONGEST_LINK), "")


def scene_of(figure: Figure, chosen: Mapping[str, str]) -> Scene | None:
    """The view of a figure as a slide; None where a slide cannot name all its choices."""
    return slides.filled(Scene(figure.figure_id, dict(chosen)), library.store())


def place_of(scene: Scene) -> int | None:
    """Where in the set a view of a figure is, whatever its words."""
    found = (each.figure_id == scene.figure_id and each.params == scene.params
             for each in held().scenes)  # fmt: skip
    return next((place for place, is_it in enumerate(found) if is_it), None)


def add(figure: Figure, chosen: Mapping[str, str]) -> None:
    """The button under a figure: the view as it is becomes a slide; pressed again, it is none."""
    scene = scene_of(figure, chosen)
    if scene is None:
        return
    is_in = place_of(scene) is not None
    st.button(
        words.added() if is_in else words.add(),
        key=f"slide-{figure.figure_id}",
        icon=":material/check:" if is_in else ":material/add:",
        type="tertiary",
        on_click=_pressed,
        args=(scene,),
    )
    if st.session_state.get(MOVED):
        st.rerun()  # a part of the page ran alone: the count at its head has to follow


def beside_sources(figure: Figure, chosen: Mapping[str, str]) -> None:
    """The sources of a figure that has no row of its own, with the button beside them."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"row-{figure.figure_id}"
    ):
        st.markdown(provenance.quiet(provenance.line(figure)))
        add(figure, chosen)


def no_room() -> None:
    """Why a list has no button, for who is making slides; others are told nothing."""
    if held().scenes:
        provenance.small(words.no_room())


def _pressed(scene: Scene) -> None:
    """Take a view in or out, and say so."""
    story, place = held(), place_of(scene)
    if place is not None:
        put(replace(story, scenes=(*story.scenes[:place], *story.scenes[place + 1 :])))
        say(words.was_taken_out(len(held().scenes)))
    elif len(story.scenes) >= MOST_SLIDES:
        say(words.full(MOST_SLIDES))
    else:
        put(replace(story, scenes=(*story.scenes, scene)))
        say(words.was_added(len(held().scenes), MOST_SLIDES))


def say(text: str) -> None:
    """Say something in passing when the page is drawn next: a callback must draw nothing."""
    st.session_state[SAID] = text
    st.session_state[MOVED] = True


def count() -> None:
    """The way to the set with its number, at the head of each page, and what the tab keeps."""
    follow()
    _renew()
    st.session_state.pop(MOVED, None)
    if said := st.session_state.pop(SAID, ""):
        st.toast(said, icon=":material/slideshow:")
    # Before the number: what a visitor sees counted is kept by then.
    number = len(held().scenes)
    st.html(
        _carried(
            link(with_notes=True) if number else "",
            shared() if number else "",
            is_known=KEPT in st.session_state,
        )
    )
    if number:
        st.page_link(
            PAGE,
            label=words.counted(number),
            icon=":material/slideshow:",
            query_params={"tab": PART},
        )


@lru_cache(maxsize=2)
def _carried(with_notes: str, fitting: str, *, is_known: bool) -> str:
    """What the page carries for the tab to keep; that of a visitor without slides is at hand."""
    kept = element(
        "span",
        classes="slides-kept",
        data_slides=with_notes,
        data_link=fitting,
        data_known="yes" if is_known else "",
        data_part=PART,
    )
    return html(kept)


def _renew() -> None:
    """Read the set again where another edition has come into force since it was put together."""
    story = held()
    if story.scenes and story.edition != library.store().edition.version:
        take(story, st.session_state[MARKS], len(story.scenes), [])


def follow() -> None:
    """Take the slides that the address brings, once; a link of this session is nothing new."""
    for name in (BEFORE, PARAMETER):
        asked = address.carried(name, slide_link.LONGEST_CODE + 1)
        known = st.session_state.setdefault(KNOWN, set())
        if asked and asked not in known:
            known.add(asked)
            _open(slide_link.read(asked))


_FAULTS = {
    Fault.CUT: travel.cut,
    Fault.LATER: travel.later,
    Fault.LARGE: travel.large,
    Fault.EMPTY: travel.empty_link,
}


def _open(read: slide_link.Read) -> None:
    """Open what a link says."""
    if read.fault or read.story is None:
        fault = _FAULTS[read.fault or Fault.EMPTY]()
        st.session_state[ARRIVED] = Arrived((fault,))
        return
    said = [travel.cleaned()] if read.cleaned else []
    take(read.story, read.marks, read.total, said)


def take(story: Story, marks: tuple[str, ...], total: int, said: list[str]) -> None:
    """Show what this edition has of some slides, and keep what has to be said of them.

    Args:
        story: the slides, at most as many as a set takes.
        marks: what their numbers were, each empty where that is not known.
        total: how many there were.
        said: sentences on how they came.
    """
    sorted_ = slides.usable(story.scenes, marks, library.store(), library.figure)
    if total > MOST_SLIDES:
        said = [*said, travel.too_many(total, MOST_SLIDES)]
    before = held() if held().scenes else None
    if not sorted_.scenes:
        faults = (*said, travel.none_left())
        st.session_state[ARRIVED] = Arrived(faults, sorted_.left_out)
        return
    put(replace(story, scenes=sorted_.scenes))
    changed = tuple(
        travel.slide(place, scene.headline or _finding(scene))
        for place, (scene, then) in enumerate(zip(sorted_.scenes, sorted_.marks, strict=True), 1)
        if then and then != mark(scene)
    )
    is_other = before is not None and before.scenes != sorted_.scenes
    st.session_state[ARRIVED] = Arrived(
        tuple(said), sorted_.left_out, story.edition, changed, before if is_other else None
    )


def _finding(scene: Scene) -> str:
    return library.figure(scene.figure_id, **scene.params).headline

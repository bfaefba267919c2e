"""The slides of a set one under the other: headline, notes, place, and out."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from lib.outputs import deck, lettering, slide_link, slides
from lib.outputs.slide_link import LONGEST_HEADLINE, MOST_SLIDES
from lib.store.stories import LONGEST
from lib.ui import provenance
from lib.ui.slides import ARRIVED, Arrived, held, put, say
from lib.wording import slide_links as travel, slides as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.model import Figure
    from lib.store.stories import Scene, Story

#: Pixels: two lines of notes.
NOTES = 80

#: The session keeps under this the slides before each of the last moves: for so many seconds the
#: browser's fields may still hold their words.
STOOD, ECHO = "slides-stood", 10.0

#: Letters of a headline from which on they are counted, and of one too long that show where it ends.
COUNTED_FROM, CUT_SHOWN = 90, 24


def draw(story: Story, figures: list[Figure]) -> None:
    """The title, then each slide: its chart, headline, notes and place."""
    _mirror("slides_title", story.title)
    st.text_input(
        words.title_label(),
        key="slides_title",
        max_chars=LONGEST["title"],
        placeholder=words.untitled(),
        on_change=_entitle,
    )
    total = len(story.scenes)
    provenance.small(words.room(total, MOST_SLIDES))
    for place, (scene, figure) in enumerate(zip(story.scenes, figures, strict=True), start=1):
        with st.container(border=True, key=f"slide-card-{place}", gap="small"):
            _moves(place, total, figure)
            _words(place, scene, figure)
    st.button(words.start_over(), key="slides_none", type="tertiary", on_click=_none)


def _moves(place: int, total: int, figure: Figure) -> None:
    """Which chart a slide has, and the buttons for its place."""
    with st.container(
        horizontal=True, vertical_alignment="top", gap="small", key=f"slide-top-{place}"
    ):
        provenance.small(f"**{place}** {provenance.plain(figure.headline)}")
        for name, label, icon, to in (
            ("up", words.up(place), "arrow_upward", place - 1),
            ("down", words.down(place), "arrow_downward", place + 1),
        ):
            st.button(
                label,
                key=f"slide-{name}-{place}",
                icon=f":material/{icon}:",
                type="tertiary",
                disabled=not 1 <= to <= total,
                on_click=_move,
                args=(place - 1, to - 1),
            )
        st.button(
            words.out(place),
            key=f"slide-out-{place}",
            icon=":material/close:",
            type="tertiary",
            on_click=_out,
            args=(place - 1,),
        )


def _words(place: int, scene: Scene, figure: Figure) -> None:
    """Headline and notes of a slide, and a quiet word on a number that its chart does not have."""
    headline, notes = f"slide_headline_{place}", f"slide_notes_{place}"
    _mirror(headline, scene.headline)
    st.text_input(
        words.headline_label(place),
        key=headline,
        max_chars=LONGEST_HEADLINE,
        placeholder=figure.headline,
        on_change=partial(_write, place - 1, "headline", headline),
    )
    for said in _of_headline(scene.headline, figure):
        provenance.small(f":material/info: {said}")
    _mirror(notes, scene.notes)
    st.text_area(
        words.notes_label(place),
        key=notes,
        label_visibility="collapsed",
        placeholder=words.notes_label(place),
        max_chars=LONGEST["notes"],
        height=NOTES,
        on_change=partial(_write, place - 1, "notes", notes),
    )


def _of_headline(headline: str, figure: Figure) -> Iterator[str]:
    """What has to be said of a headline: how long it is, where a slide cuts it, its numbers."""
    lines = deck.title_lines(headline)
    if len(lines) > deck.LINES:
        end = lettering.shorten(lines, deck.LINES)[-1]
        yield words.too_long(provenance.plain(end[-CUT_SHOWN:]))
    elif len(headline) >= COUNTED_FROM:
        yield words.letters(len(headline), LONGEST_HEADLINE)
    if strange := slides.strange_numbers(headline, figure):
        yield words.strange(strange)


def _mirror(key: str, value: str) -> None:
    """Show what the set says; only where it differs, so that what is being typed stays."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _write(place: int, name: str, key: str) -> None:
    """Take words that were typed, without markup."""
    typed = str(st.session_state[key] or "")
    if _stood_there(place, name, typed):
        return
    longest = LONGEST_HEADLINE if name == "headline" else LONGEST["notes"]
    said = slide_link.clean(typed, longest)
    if said != typed.strip():
        say(travel.cleaned())
    story = held()
    if place < len(story.scenes):  # another window of the browser may have fewer
        scene = story.scenes[place]
        written = (
            replace(scene, headline=said) if name == "headline" else replace(scene, notes=said)
        )
        _put((*story.scenes[:place], written, *story.scenes[place + 1 :]))


def _entitle() -> None:
    typed = str(st.session_state["slides_title"] or "")
    put(replace(held(), title=slide_link.clean(typed, LONGEST["title"])))


def _put(scenes: tuple[Scene, ...]) -> None:
    put(replace(held(), scenes=scenes))
    st.session_state.pop(ARRIVED, None)


def _stood_there(place: int, name: str, typed: str) -> bool:
    """True for words that a field showed before a move of moments ago.

    A press that comes fast after a move brings the fields along as the browser last drew them, and
    each that had other words by then would seem to have been written in.
    """
    return any(
        place < len(before) and typed == str(getattr(before[place], name) or "")
        for before in _moved_lately().values()
    )


def _moved_lately() -> dict[float, tuple[Scene, ...]]:
    """When slides were moved -> the slides before it, of the last seconds."""
    now = time.monotonic()
    return {at: then for at, then in st.session_state.get(STOOD, {}).items() if now - at < ECHO}


def _move(place: int, to: int) -> None:
    scenes = list(held().scenes)
    st.session_state[STOOD] = {**_moved_lately(), time.monotonic(): tuple(scenes)}
    scenes.insert(to, scenes.pop(place))
    _put(tuple(scenes))


def _out(place: int) -> None:
    scenes = held().scenes
    before = held()
    _put((*scenes[:place], *scenes[place + 1 :]))
    st.session_state[ARRIVED] = Arrived(before=before, taken_out=True)


def _none() -> None:
    before = held()
    _put(())
    st.session_state[ARRIVED] = Arrived(before=before, taken_out=True)

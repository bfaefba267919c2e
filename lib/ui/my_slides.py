"""My slides: a presenter's own set, put in order, headed, presented and taken away."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from lib.outputs import own_stage, saving, slide_file, words as lines
from lib.outputs.markup import element, html
from lib.outputs.slide_link import LONGEST_HEADLINE, LONGEST_LINK, MOST_SLIDES
from lib.ui import address, library, present, provenance, slide_editor, slide_starters
from lib.ui.downloads import offer
from lib.ui.heading import MEASURE
from lib.ui.slides import ARRIVED, AUDIENCE, PART, YES, Arrived, held, link, put, shared, take
from lib.wording import editions as edition_words, slide_links as travel, slides as words

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.outputs.own_stage import Drawn
    from lib.outputs.stage import Shown
    from lib.store.stories import Story

#: The session's drawn slides, and what counts the files it has opened.
DRAWN, OPENED = "slides-drawn", "slides-opened"

#: At most this many faults of a file are listed.
FAULTS_SHOWN = 5


def my_slides() -> None:
    """The visitor's slides on the stage, and beside it all that can be done with them."""
    _arrival()
    story = held()
    if not story.scenes:
        st.markdown(words.purpose(MOST_SLIDES), width=MEASURE)
        slide_starters.draw()
        _open_file()
        return
    figures = [library.figure(scene.figure_id, **scene.params) for scene in story.scenes]
    if address.asked(AUDIENCE) == YES:
        _for_an_audience(story, figures)
        return
    with st.container(key="my-slides"):
        left, right = st.columns([8, 5], gap="large")
    with left, st.container(key="my-stage"):
        shown = _drawn(story, figures)
        present.on_stage(_told(story), shown, _start(len(shown)))
        _take_away(story, shown)
    with right:
        slide_editor.draw(story, figures)
        with st.expander(words.more_title(), key="slides_more", on_change="rerun") as more:
            if more.open:
                slide_starters.draw()
                _open_file()


def _for_an_audience(story: Story, figures: list[Figure]) -> None:
    """The slides of somebody else: to look at and to take away, and a way to make them one's own."""
    with st.container(key="my-stage"):
        shown = _drawn(story, figures)
        present.on_stage(_told(story), shown, _start(len(shown)))
        st.button(
            travel.make_mine(),
            key="slides_mine",
            icon=":material/edit:",
            on_click=address.remember,
            args=(AUDIENCE, "", ""),
        )
        _files(story, shown)


def _take_away(story: Story, shown: tuple[Shown, ...]) -> None:
    """The set as files, and as a link."""
    _keep(_files(story, shown))


def _files(story: Story, shown: tuple[Shown, ...]) -> Story:
    """The set as files that are called by its title; the set with the title it then has."""
    titled = replace(story, title=_title(story), summary=words.summary(len(story.scenes)))
    bare = link(with_notes=False)
    place = _place(bare, is_for_others=True) if len(bare) <= LONGEST_LINK else ""
    present.take_away(titled, shown, _name(story), place=place)
    return titled


def _name(story: Story) -> str:
    """What files of the set are called: its title."""
    return saving.stem([story.title]) or "my-slides"


def _title(story: Story) -> str:
    return story.title or words.untitled()


def _place(code: str, *, is_for_others: bool = False) -> str:
    others = f"&{AUDIENCE}={YES}" if is_for_others else ""
    return f"present?tab={PART}{others}&slides={code}"


def _told(story: Story) -> str:
    """Tells one state of the set from another."""
    parts = [own_stage.key(scene, story.edition) + scene.notes for scene in story.scenes]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _start(total: int) -> int:
    """The slide that the address asks for, counted from 0, or the nearest that there is."""
    return min(max(address.number("scene") or 1, 1), total) - 1


def _drawn(story: Story, figures: list[Figure]) -> tuple[Shown, ...]:
    """The slides as pictures; what is new is drawn, and seen being drawn."""
    kept: dict[str, Drawn] = st.session_state.setdefault(DRAWN, {})
    place = st.empty()
    shown: list[Shown] = []
    is_new = any(own_stage.key(scene, story.edition) not in kept for scene in story.scenes)
    for each in own_stage.scenes(story.scenes, figures, library.store().topology, kept):
        shown.append(each)
        if is_new:
            total = len(figures)
            place.progress(len(shown) / total, words.drawing(len(shown), total))
    place.empty()
    return tuple(shown)


def _arrival() -> None:
    """What has to be said of slides that were opened, until something is done with them."""
    said: Arrived | None = st.session_state.get(ARRIVED)
    if said is None:
        return
    for text in said.faults:
        st.info(provenance.plain(text), icon=":material/info:")
    if said.left_out:
        st.info(provenance.plain(travel.left_out(said.left_out)), icon=":material/link_off:")
    _of_edition(said)
    if said.before is not None:
        n = len(said.before.scenes)
        left = n - len(held().scenes)
        told = travel.taken_out(left) if said.taken_out else travel.replaced(n)
        st.info(told, icon=":material/swap_horiz:")
        st.button(travel.bring_back(n), key="slides_back", on_click=_back, args=(said.before,))


def _of_edition(said: Arrived) -> None:
    """What the numbers of slides from another edition are now."""
    version, now = said.edition, library.store().edition.version
    if not version or version == now:
        return
    known = set(library.store().table("editions")["version"].astype(str))
    if said.changed:
        text = travel.changed_since(version, said.changed)
    elif version in known:
        text = travel.same_since(version)
    else:
        text = edition_words.not_known(version)
    st.info(provenance.plain(text), icon=":material/history:")


def _back(before: Story) -> None:
    put(before)
    st.session_state.pop(ARRIVED, None)


def _keep(story: Story) -> None:
    """The set as a link and as a file, and what each can take."""
    code = shared()
    if code:
        with lines.reached_at(address.reached()):
            st.html(_copies(code, link(with_notes=False)))
    offer(travel.save(), f"{_name(story)}.toml", lambda: slide_file.text(story), key="slides_file")
    whole, bare = len(link(with_notes=True)), len(link(with_notes=False))
    said = [travel.link_room(len(code), LONGEST_LINK)] if code else []
    if bare > LONGEST_LINK:
        said.append(travel.link_too_long(bare, LONGEST_LINK))
    elif whole > LONGEST_LINK:
        said.append(travel.link_without_notes(LONGEST_LINK))
    said += [travel.audience_link()] if code else []
    provenance.small(" ".join([*said, words.stays()]))


def _copies(code: str, bare: str) -> str:
    """Buttons that copy the links; static/frame/copy.js does it."""
    buttons = [
        element("button", label, type="button", data_copy=of, data_said=travel.copied())
        for label, of in (
            (travel.copy_link(), _whole(code)),
            (travel.copy_audience_link(), _whole(bare, is_for_others=True)),
        )
    ]
    return html(element("div", *buttons, classes="copies"))


def _whole(code: str, *, is_for_others: bool = False) -> str:
    place = _place(code, is_for_others=is_for_others)
    return lines.link_of(place) or place


def _open_file() -> None:
    """A file of slides, read where it is opened and kept nowhere."""
    st.markdown(f"**{travel.file_title()}**")
    key = f"slides-file-{st.session_state.setdefault(OPENED, 0)}"
    st.file_uploader(
        travel.file_title(),
        type=[slide_file.ENDING],
        key=key,
        label_visibility="collapsed",
        on_change=partial(_opened, key),
    )


def _opened(key: str) -> None:
    """Take the slides of a file that was opened; the next one gets a new field."""
    given = st.session_state.get(key)
    if given is None:
        return
    found = slide_file.opened(given.getvalue())
    st.session_state[OPENED] += 1
    if found.story is None:
        wrong = tuple(str(offence) for offence in found.offences[:FAULTS_SHOWN])
        st.session_state[ARRIVED] = Arrived((found.fault, *wrong))
        return
    said = [travel.shortened(found.shortened, LONGEST_HEADLINE)] if found.shortened else []
    take(found.story, ("",) * len(found.story.scenes), found.total, said)

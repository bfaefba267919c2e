"""Stories on stage: a frame that fills the screen, and files to take away."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import streamlit as st
from streamlit.components import v1 as components

from lib.figures import stories as told
from lib.i18n import _, ngettext
from lib.outputs import deck, drawn_scenes, papers, stage, words as lines
from lib.outputs.markup import element
from lib.ui import address, edition, library, parameters, provenance
from lib.ui.downloads import offer
from lib.ui.edition import per_edition
from lib.ui.kept import kept
from lib.ui.taking_turns import TURNS
from lib.wording import slides as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.outputs.stage import Shown
    from lib.store.stories import Story


parameters.own("story", "scene")


@per_edition(maxsize=1)
def _presenter() -> Callable[..., object]:
    """The presenter's frame, declared at the first visit: before one nothing is registered."""
    declared: Callable[..., object] = components.declare_component(
        "presenter", path=str(stage.PRESENTER)
    )
    return declared


@per_edition(maxsize=1)
def stories() -> dict[str, Story]:
    """Every checked story by id, read once a process."""
    return told.stories(library.store())


@per_edition(maxsize=64)
def _drawn(story_id: str) -> list[tuple[Shown, ...]]:
    """Where the drawn scenes of a story are put, by the first visitor if they are on no shelf."""
    story = stories()[story_id]
    held = drawn_scenes.kept(edition.shelf(), story, told.scenes(story, library.figure))
    return [held] if held else []


def draw_first() -> None:
    """Have the story that the page opens with drawn, before anybody asks for it."""
    story = next(iter(stories().values()))
    if not _drawn(story.story_id):
        figures = told.scenes(story, library.figure)
        shown = tuple(stage.scenes(story, figures, library.store().topology))
        _drawn(story.story_id)[:] = [shown]


def scenes(story: Story) -> tuple[Shown, ...]:
    """The drawn scenes of a story; where they are on no shelf the first visitor sees them drawn.

    The place of the progress is kept when there is none: the stage after it stays the same
    element, full screen and all, when a server that was restarted draws under an open page.
    """
    place = st.empty()
    held = _drawn(story.story_id)
    if not held:
        TURNS.stand_aside()  # another process draws
        figures = told.scenes(story, library.figure)
        drawn = []
        with place:
            for shown in stage.scenes(story, figures, library.store().topology):
                drawn.append(shown)
                said = _("Preparing slide {n} of {total}").format(n=len(drawn), total=len(figures))
                st.progress(len(drawn) / len(figures), said)
        place.empty()
        held[:] = [tuple(drawn)]
    return held[0]


@st.fragment
def presenter() -> None:
    """Choose a story, show it, take it away."""
    held = stories()
    titles = {story_id: story.title for story_id, story in held.items()}
    # Nothing but the choice stands over the stage: a laptop's first screen holds all of it.
    story = held[address.buttons("story", _("Story"), titles, forget=("scene",), hidden=True)]
    shown = scenes(story)
    on_stage(story.story_id, shown, _first(len(shown)), is_for_all=True, about=story.summary)
    take_away(story, shown, story.story_id.replace("_", "-"))


def on_stage(
    told: str, shown: Sequence[Shown], start: int, *, is_for_all: bool = False, about: str = ""
) -> None:
    """The stage with its scenes, all on the page at once: the network may then go away.

    Each picture travels by itself, so that the browser keeps those that have not changed: an edit
    of one slide sends that slide, a note or another order sends no picture (component.js).

    `told` tells one set of scenes from another: the stage is filled anew when it changes. It opens
    with the scene `start`, counted from 0. `about` is said of the slides, under them. The pictures
    of a story `is_for_all` are made once for all visitors; a visitor's own are not kept.
    """
    pictures = {_told_apart(each): each.bare or each.svg for each in shown}
    _presenter()(
        story=told,
        words=stage.labels(len(shown)),
        scenes=[
            {
                "title": s.title,
                "picture": _told_apart(s),
                "number": s.number,
                "notes": s.notes,
                "link": s.link,
            }
            for s in shown
        ],
        open=stage.NUMBER,
        start=start,
        key="presenter",
        default=None,
    )
    with st.container(key="stage-pictures"):
        for name, svg in pictures.items():
            if is_for_all:
                kept(f"slide {name}", partial(_picture, name, svg))
            else:
                _picture(name, svg)
    if about:
        st.markdown(provenance.plain(about))
    provenance.small(words.keys())
    provenance.small(_("Sources, periods and dates appear at the bottom of every slide."))


def _picture(name: str, svg: str) -> None:
    """One picture, for the browser to keep."""
    held = element("span", data_slide_picture=name, data_svg=stage.sent(svg))
    st.html(ET.tostring(held, encoding="unicode", method="html"))


def _told_apart(scene: Shown) -> str:
    """The name of a slide's picture: another picture has another one."""
    return hashlib.sha256((scene.bare or scene.svg).encode()).hexdigest()[:12]


def _first(total: int) -> int:
    """The scene that the address asks for, counted from 0; the first where it asks for none."""
    said, asked = address.number("scene"), address.asked("scene")
    if asked and (said is None or not 1 <= said <= total):
        st.info(
            ngettext(
                "This address asks for a slide that this story does not have ({part}). It has "
                "{n} slide, which you see.",
                "This address asks for a slide that this story does not have ({part}). It has "
                "{n} slides; you see the first.",
                total,
            ).format(part=provenance.plain(parameters.part("scene", asked)), n=total),
            icon=":material/link_off:",
        )
        return 0
    return (said or 1) - 1


def take_away(story: Story, shown: tuple[Shown, ...], name: str, *, place: str = "") -> None:
    """The story as files called `name`, each made when it is asked for.

    `place` is where slides of a presenter's own are on the site.
    """
    shapes = library.store().topology
    edition = shown[0].figure.edition.version
    files: list[tuple[str, str, Callable[[], str | bytes]]] = [
        (_("PowerPoint (editable)"), "pptx", lambda: deck.pptx(story, shown, shapes, place=place)),
        (_("PDF"), "pdf", lambda: papers.story(story, shown, place=place)),
        (
            _("HTML (one file, works offline)"),
            "html",
            lambda: stage.html(story, shown, place=place),
        ),
    ]
    st.header(
        ngettext("Download the {n} slide", "Download the {n} slides", len(shown)).format(
            n=len(shown)
        ),
        anchor=False,
    )
    with lines.reached_at(address.reached()):
        leads_back = bool(lines.way_to(story.story_id, place))
    provenance.small(words.in_all(len(shown), leads_back=leads_back))
    with st.container(horizontal=True):
        for label, ending, make in files:
            file = f"{name}_{edition.replace('.', '-')}.{ending}"
            offer(label, file, make, key=f"story_{ending}")

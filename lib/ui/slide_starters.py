"""Ready-made slides to begin with: a county in three, the state in two, equity in one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.outputs import slides
from lib.outputs.slide_link import MOST_SLIDES
from lib.store.stories import Scene
from lib.ui import address, library
from lib.ui.slides import held, place_of, put, say
from lib.wording import slides as words

#: Starter -> its figures; those of the first are of the county that is chosen.
SETS = {
    "county": ("county_dots", "county_four", "county_hospitals"),
    "state": ("county_status_map", "license_line"),
    "equity": ("equity_lead",),
}


def draw() -> None:
    """The list of counties and a button for each starter."""
    st.markdown(f"**{words.starters_title()}**")
    names = library.store().names
    codes = library.store().table("counties")["county_fips"]
    counties = {"": words.choose_county(), **{code: names[code] for code in codes}}
    county = address.listed("county", words.county_label(), counties, group="slides", width=280)
    with st.container(horizontal=True, gap="small"):
        for name, label in words.starters().items():
            st.button(
                label,
                key=f"starter-{name}",
                disabled=name == "county" and not county,
                on_click=_start,
                args=(name, county),
            )


def _start(name: str, county: str) -> None:
    """Put the slides of a starter behind those that there are, each once."""
    params = {"county": county} if name == "county" else {}
    wanted = [slides.filled(Scene(each, params), library.store()) for each in SETS[name]]
    new = [scene for scene in wanted if scene is not None and place_of(scene) is None]
    story = held()
    room = MOST_SLIDES - len(story.scenes)
    if len(new) > room:
        say(words.full(MOST_SLIDES))
    put(replace(story, scenes=(*story.scenes, *new[:room])))

"""PDF by the typesetter: tagged, titled, with language and alt text, lettered with our fonts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.i18n import _, current_locale
from lib.outputs import engine, qr, saving, words
from lib.wording import slides

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.model import Figure
    from lib.outputs.stage import Shown
    from lib.store.stories import Story

TEMPLATES = Path(__file__).resolve().parents[2] / "assets" / "typst"


#: What the shipped fonts hold: Latin letters, punctuation, arrows, signs of mathematics, shapes.
SHIPPED = re.compile(r"[\x00-\u024f\u02b0-\u036f\u1e00-\u1eff\u2000-\u25ff\ufb00-\ufb06]*")


def shipped(text: str) -> bool:
    """True where the shipped fonts have every letter of a text.

    For other scripts the machine's own fonts stand beside them; where it has none for them
    either, these letters are left out.
    """
    return SHIPPED.fullmatch(text) is not None


def typeset(template: str, name: str, data: Mapping[str, Any], files: Mapping[str, str]) -> bytes:
    """The PDF of a template.

    `name` is that under which a template of assets/typst reads `data`, words and numbers already
    written; `files` are drawings by the name under which it reads them.
    """
    given = {
        "main.typ": (TEMPLATES / template).read_bytes(),
        name: json.dumps({**data, "lang": current_locale().split("_")[0]}).encode(),
        **{file: text.encode() for file, text in files.items()},
    }
    text = " ".join([json.dumps(data, ensure_ascii=False), *files.values()])
    return engine.typeset(given, every_font=not shipped(text), format="pdf", pdf_standards=["ua-1"])


#: The file of the code that leads to the page of a paper.
CODE = "code.svg"


def code(link: str) -> dict[str, str]:
    """The drawing of the code that opens `link`; none where nobody said where the page is."""
    return {CODE: qr.svg(link)} if link else {}


def coded(link: str) -> dict[str, str]:
    """What a template is told of the code: its file and what it opens; empty without a link."""
    return {"code": CODE if link else "", "code_alt": qr.alt(link) if link else ""}


def about(figure: Figure, link: str) -> dict[str, Any]:
    """What the template of a brief is told of its place, the place of `figure`."""
    return {
        "title": _("Palliative care in {place}").format(place=figure.place),
        "author": figure.edition.title,
        "date": dated(figure.edition.date),
        "place": figure.place,
        "headline": figure.headline,
        **coded(link),
    }


def dated(date: str) -> dict[str, int]:
    """The day of an edition as a template reads it: a paper is as old as what it says."""
    day = saving.day(date)
    return {"year": day.year, "month": day.month, "day": day.day}


def story(told: Story, shown: Sequence[Shown], *, place: str = "") -> bytes:
    """The story as PDF slides of 16:9.

    `shown` are its scenes; `place` is where slides of a presenter's own are on the site. A last
    page leads there, or to the story.
    """
    scenes = {f"scene-{n}.svg": scene for n, scene in enumerate(shown, start=1)}
    files = {file: scene.svg for file, scene in scenes.items()}
    link = words.way_to(told.story_id, place)
    coded_link = link if len(link) <= qr.LONGEST else ""
    data = {
        "title": told.title,
        "author": shown[0].figure.edition.title,
        "summary": told.summary,
        "date": dated(shown[0].figure.edition.date),
        "edition": words.edition_line(shown[0].figure),
        "link": link,
        "read": words.shortened(link),
        "explore": _("Explore this chart"),
        "scenes": [
            {"file": file, "alt": scene.alt, "link": words.link_of(scene.link)}
            for file, scene in scenes.items()
        ],
        "last": {"title": slides.last_title(), "words": slides.last_words()} if link else None,
        **coded(coded_link),
    }
    return typeset("story.typ", "story.json", data, {**files, **code(coded_link)})

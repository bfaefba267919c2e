"""A presenter's own slides as a part of an address: packed small, bounded, and read with care.

The text is one byte that says how it is written, then JSON packed with zlib, all in the letters
that an address may hold. What is read back is only names, choices and words: what an edition has
of them, `lib.outputs.slides` decides.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from lib.store.stories import LONGEST, MARKUP, Scene, Story

if TYPE_CHECKING:
    from collections.abc import Callable

#: How a link is written; a later way of writing gets the next number.
WRITTEN = 1

#: A set has at most so many slides, a headline of one's own so many letters, a link so many.
MOST_SLIDES = 12
LONGEST_HEADLINE = 110
LONGEST_LINK = 2_000

#: What is read at most, packed (a set with all its notes, as a browser keeps it) and unpacked.
LONGEST_CODE = 40_000
LONGEST_TEXT = 120_000

OWN = "my_slides"
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]+")


class Fault(StrEnum):
    """Why a link cannot be read."""

    CUT = "cut"
    LATER = "later"
    LARGE = "large"
    EMPTY = "empty"


@dataclass(frozen=True)
class Read:
    """What a link says.

    Attributes:
        story: its slides, at most `MOST_SLIDES`; None where `fault` says why not.
        marks: of each slide, what tells its chart's numbers from others (`lib.outputs.slides`).
        total: how many slides the link names.
        fault: why the link cannot be read.
        cleaned: headlines or notes lost markup, or letters beyond what a slide takes.
    """

    story: Story | None = None
    marks: tuple[str, ...] = ()
    total: int = 0
    fault: Fault | None = None
    cleaned: bool = False


def code(story: Story, mark: Callable[[Scene], str], *, with_notes: bool = True) -> str:
    """The slides as a part of an address; the same slides always give the same text."""
    slides = []
    for scene in story.scenes:
        notes = scene.notes if with_notes else ""
        params = dict(sorted(scene.params.items()))
        slides.append([scene.figure_id, params, mark(scene), scene.headline, notes])
        while not slides[-1][-1]:
            slides[-1].pop()
    text = json.dumps(
        [story.edition, story.title, slides], ensure_ascii=False, separators=(",", ":")
    )
    packed = bytes([WRITTEN]) + zlib.compress(text.encode(), 9)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read(text: str) -> Read:
    """The slides of a link; whatever is wrong with it is said in the answer, never raised."""
    if len(text) > LONGEST_CODE:
        return Read(fault=Fault.LARGE)
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return Read(fault=Fault.CUT)
    if not packed or not packed[0]:
        return Read(fault=Fault.CUT)
    if packed[0] > WRITTEN:
        return Read(fault=Fault.LATER)
    opener = zlib.decompressobj()
    try:
        # No more is unpacked than is read: a small link could hold gigabytes of one letter.
        plain = opener.decompress(packed[1:], LONGEST_TEXT)
    except zlib.error:
        return Read(fault=Fault.CUT)
    if opener.unconsumed_tail:
        return Read(fault=Fault.LARGE)
    if not opener.eof:
        return Read(fault=Fault.CUT)
    try:
        return _said(json.loads(plain))
    except (ValueError, RecursionError):
        return Read(fault=Fault.CUT)


def _said(held: Any) -> Read:
    """What the unpacked text says.

    Raises:
        ValueError: it is not written as a link of ours.
    """
    if not (isinstance(held, list) and len(held) >= 3 and isinstance(held[2], list)):
        raise ValueError("not written as slides are")
    edition, title = (str(part)[:40] if isinstance(part, str) else "" for part in held[:2])
    slides, marks, cleaned = [], [], False
    for each in held[2][:MOST_SLIDES]:
        scene, mark, was_cleaned = _slide(each)
        slides.append(scene)
        marks.append(mark)
        cleaned = cleaned or was_cleaned
    if not slides:
        return Read(fault=Fault.EMPTY)
    told = title if not MARKUP.search(title) else ""
    story = Story(OWN, told, "", tuple(slides), edition)
    return Read(story, tuple(marks), len(held[2]), cleaned=cleaned)


def _slide(each: Any) -> tuple[Scene, str, bool]:
    """One slide, its mark, and whether its words lost something."""
    if not (isinstance(each, list) and each and isinstance(each[0], str)):
        raise ValueError("a slide names no chart")
    figure_id, params, mark, headline, notes = [*each, *([{}, "", "", ""][len(each) - 1 :])][:5]
    if not isinstance(params, dict) or not all(isinstance(v, str) for v in params.values()):
        raise ValueError("choices are pairs of a name and a text")
    if not all(isinstance(part, str) for part in (mark, headline, notes)):
        raise ValueError("words are texts")
    said = clean(headline, LONGEST_HEADLINE), clean(notes, LONGEST["notes"])
    is_cleaned = said != (headline, notes)
    return Scene(figure_id[:80], params, *said), mark[:12], is_cleaned


def clean(text: str, longest: int) -> str:
    """Words without markup and signs that cannot be seen, no longer than a slide takes."""
    return CONTROL.sub(" ", MARKUP.sub("", text)).strip()[:longest]

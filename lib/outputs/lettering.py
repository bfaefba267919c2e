"""How wide words are, so that every line of a picture is broken before it is drawn."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"

#: (family, weight) -> the file that holds it.
FILES = {
    ("Progress Sans", 400): "ProgressSans-Regular.ttf",
    ("Progress Sans", 600): "ProgressSans-SemiBold.ttf",
    ("Progress Sans", 700): "ProgressSans-Bold.ttf",
    ("Progress Serif", 400): "ProgressSerif-Regular.ttf",
    ("Progress Serif", 600): "ProgressSerif-SemiBold.ttf",
    ("Progress Serif", 700): "ProgressSerif-Bold.ttf",
}

#: Widths are measured at this size and scaled: advance widths grow in proportion.
MEASURED_AT = 100


@cache
def _font(family: str, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / FILES[family, weight]), MEASURED_AT)


@lru_cache(maxsize=50_000)
def _length(text: str, family: str, weight: int) -> float:
    return _font(family, weight).getlength(text) / MEASURED_AT


def width(text: str, family: str, weight: int, size: float) -> float:
    """The width of `text` on one line, in the unit of `size`."""
    return _length(text, family, weight) * size


def wrap(text: str, family: str, weight: int, size: float, room: float) -> list[str]:
    """`text` broken at spaces into lines no wider than `room`.

    A word that is wider alone (an address, a script without spaces) is broken inside.
    """
    lines: list[str] = []
    line, taken = "", 0.0
    # Words are measured, not lines: a word returns in a hundred lines, a line seldom.
    space = width(" ", family, weight, size)
    for word in text.split():
        more = width(word, family, weight, size)
        if line and taken + space + more <= room:
            line, taken = f"{line} {word}", taken + space + more
            continue
        if line:
            lines.append(line)
        line, taken = word, more
        while width(line, family, weight, size) > room and len(line) > 1:
            cut = _fitting(line, family, weight, size, room)
            lines.append(line[:cut])
            line = line[cut:]
            taken = width(line, family, weight, size)
    return [*lines, line] if line else lines


def _fitting(word: str, family: str, weight: int, size: float, room: float) -> int:
    """How many letters of `word` fit into `room`, at least one."""
    fits = len(word) - 1
    while fits > 1 and width(word[:fits], family, weight, size) > room:
        fits -= 1
    return fits


def shorten(lines: list[str], most: int) -> list[str]:
    """At most `most` lines; the last one then ends with an ellipsis."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1].rsplit(" ", 1)[0].rstrip(",;") + " …"]

"""What an export costs: every figure as PNG and SVG, every story as PPTX, a county as PDF.

Run ``python -m benchmarks.exports``. All are made once unmeasured, as a warm server has, and then
in rounds, one after the other: the typesetter remembers what it drew last, and to draw the same
picture five times in a row would measure its memory. The median of each is held against its bar;
the program ends with 1 when one is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from lib import figures
from lib.figures import stories
from lib.outputs import brief, deck, image, stage
from lib.ui import library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PICTURE_BAR = 0.15  # seconds
DECK_BAR = 1.0
BRIEF_BAR = 2.0
REPEATS = 5
COUNTIES = ("06037", "06003", "06023")  # many hospitals, none, some


@dataclass
class Export:
    """Something to be made, the seconds it may take and those it took."""

    name: str
    bar: float
    make: Callable[[], object]
    taken: list[float] = field(default_factory=list)

    def measure(self) -> None:
        """Make it once more."""
        began = time.perf_counter()
        self.make()
        self.taken.append(time.perf_counter() - began)

    @property
    def cost(self) -> float:
        """The median of the seconds."""
        return statistics.median(self.taken)

    def __str__(self) -> str:
        """One line of the list."""
        over = "  over" if self.cost > self.bar else ""
        return f"{self.name:<48}{self.cost * 1000:>8.0f} ms of {self.bar * 1000:.0f}{over}"


def exports() -> Iterator[Export]:
    """Everything that is made."""
    store = library.store()
    shapes = store.topology
    for figure_id in figures.REGISTRY:
        figure = library.figure(figure_id)
        if figure.chart is None or figure.is_empty:
            continue
        yield Export(f"SVG  {figure_id}", PICTURE_BAR, partial(image.svg, figure, shapes))
        yield Export(f"PNG  {figure_id}", PICTURE_BAR, partial(image.png, figure, shapes))
    for story_id, story in stories.stories(store).items():
        shown = tuple(stage.scenes(story, stories.scenes(story, library.figure), shapes))
        name = f"PPTX {story_id} ({len(shown)} scenes)"
        yield Export(name, DECK_BAR, partial(deck.pptx, story, shown, shapes))
    for county in COUNTIES:
        yield Export(f"PDF  {county}", BRIEF_BAR, partial(brief.pdf, store, county))


def main() -> int:
    """Print what each export costs; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    repeats = parser.parse_args().repeats
    made = list(exports())
    for export in made:
        export.make()
    for _round in range(repeats):
        for export in made:
            export.measure()
    missed = [export for export in made if export.cost > export.bar]
    print(*made, sep="\n")
    print(f"{len(made) - len(missed)} of {len(made)} exports within their bars")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

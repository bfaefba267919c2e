"""What an export costs: every figure as PNG and SVG, every story as PPTX, a county as PDF.

Run ``python -m benchmarks.exports``. Each is made once unmeasured, as a warm server has; the
median of the next ones is held against its bar. The program ends with 1 when one is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
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


def cost(make: Callable[[], object], repeats: int) -> float:
    """The median of the seconds that `make` takes after its first time."""
    make()
    taken = []
    for _turn in range(repeats):
        began = time.perf_counter()
        make()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def costs(repeats: int) -> Iterator[tuple[str, float, float]]:
    """What is exported, the seconds it takes and the seconds it may take."""
    store = library.store()
    shapes = store.topology
    for figure_id in figures.REGISTRY:
        figure = library.figure(figure_id)
        if figure.chart is None or figure.is_empty:
            continue
        svg = cost(partial(image.svg, figure, shapes), repeats)
        yield f"SVG  {figure_id}", svg, PICTURE_BAR
        png = cost(partial(image.png, figure, shapes), repeats)
        yield f"PNG  {figure_id}", png, PICTURE_BAR
    for story_id, story in stories.stories(store).items():
        shown = tuple(stage.scenes(story, stories.scenes(story, library.figure), shapes))
        made = cost(partial(deck.pptx, story, shown, shapes), repeats)
        yield f"PPTX {story_id} ({len(shown)} scenes)", made, DECK_BAR
    for county in COUNTIES:
        made = cost(partial(brief.pdf, store, county), repeats)
        yield f"PDF  {county}", made, BRIEF_BAR


def main() -> int:
    """Print what each export costs; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    missed = total = 0
    for name, seconds, bar in costs(parser.parse_args().repeats):
        total += 1
        missed += seconds > bar
        over = "  over" if seconds > bar else ""
        print(f"{name:<48}{seconds * 1000:>8.0f} ms of {bar * 1000:.0f}{over}", flush=True)
    print(f"{total - missed} of {total} exports within their bars")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

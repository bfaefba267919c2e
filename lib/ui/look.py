"""Styles that know the theme or the language: what the files in static/frame cannot say."""

from __future__ import annotations

import json
from functools import lru_cache

from lib import theme
from lib.i18n import _

#: What Streamlit lays over charts and tables stays only where it is known and gives nothing away
#: without its source: its picture of a chart, its copy of a table and of a specification lack
#: headline, source and period, and our own, under Download, have them.
KEPT = ("Fullscreen", "Close fullscreen", "Search", "Show/hide columns", "Clear selection")

TOOLBARS = '[data-testid="stElementToolbarButton"]:not(:has({kept})) {{ display: none; }}'


@lru_cache(maxsize=2)
def style(mode: theme.Mode) -> str:
    """The style element of a page in `mode`."""
    palette = theme.PALETTES[mode]
    kept = ", ".join(f'[aria-label^="{label}"]' for label in KEPT)
    rules = [
        TOOLBARS.format(kept=kept),
        f":root {{ --ink: {palette['ink']}; --paper: {palette['paper']};"
        f" --soft: {palette['soft']}; --teal: {palette['teal']}; --sand: {palette['sand']};"
        f" --grid-on-paper: {json.dumps(grid_on_paper())}; }}",
    ]
    if mode is theme.Mode.DARK:
        rules.append("@media print {")
        rules += [f".stVegaLiteChart {rule}" for rule in repainted()]
        rules.append("}")
    return "<style>" + "\n".join(rules) + "</style>"


def grid_on_paper() -> str:
    """What stands on paper where a table scrolls on the screen."""
    return _("This table scrolls on the screen; its file has every row and can be printed.")


def repainted() -> list[str]:
    """Rules that give the marks of a dark chart the light color of the same meaning."""
    rules = []
    for name, dark in theme.DARK.items():
        light = theme.LIGHT[name]
        if dark == light:
            continue
        # Two meanings may share a color on dark ground: the one for letters colors letters.
        marks = "text" if name.endswith("_text") else "svg *"
        rules += [f'{marks}[{part}="{dark}"] {{ {part}: {light}; }}' for part in ("fill", "stroke")]
    return rules

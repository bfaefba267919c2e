"""The palette is measured, and the screen's theme file says the same colors."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import pytest

from lib import theme
from tests.contrast import contrast, luminance

#: The two grounds that have colors of their own; `AUTO` is either of them.
GROUNDS = (theme.Mode.LIGHT, theme.Mode.DARK)

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("mode", GROUNDS)
@pytest.mark.parametrize("token", ["ink", "soft", "plum"])
def test_text_reaches_4_5_to_1(mode, token) -> None:
    palette = theme.PALETTES[mode]
    assert contrast(palette[token], palette["paper"]) >= 4.5


@pytest.mark.parametrize("mode", GROUNDS)
@pytest.mark.parametrize("token", ["teal", "light_teal", "earlier_mark", "ochre_text", "plum"])
def test_marks_reach_3_to_1(mode, token) -> None:
    palette = theme.PALETTES[mode]
    assert contrast(palette[token], palette["paper"]) >= 3


@pytest.mark.parametrize("mode", GROUNDS)
def test_reported_and_not_reported_differ_in_gray(mode) -> None:
    palette = theme.PALETTES[mode]
    assert contrast(palette["teal"], palette["sand"]) >= 1.5


def lightness(color: str) -> float:
    """L* of CIE 1976 from the luminance: what is left of a color in gray."""
    return 116 * float(luminance(color)) ** (1 / 3) - 16


#: What may lie side by side on a map of supply, and on the map of what hospitals report.
SUPPLY = ("zero", *(f"supply_{step}" for step in range(1, 6)))
STATUS = ("teal", "light_teal", "sand", "none")


@pytest.mark.parametrize("mode", GROUNDS)
@pytest.mark.parametrize("kinds", [SUPPLY, STATUS], ids=["supply", "status"])
def test_classes_of_a_map_are_apart_in_gray(mode, kinds) -> None:
    palette = theme.PALETTES[mode]
    light = sorted(lightness(palette[token]) for token in kinds)
    # Two classes that print alike would be one: 3 of 100 steps is what an eye tells apart.
    assert min(after - before for before, after in itertools.pairwise(light)) >= 7


@pytest.mark.parametrize("mode", GROUNDS)
def test_a_count_of_zero_has_a_line_that_is_seen(mode) -> None:
    palette = theme.PALETTES[mode]
    assert contrast(palette["zero_edge"], palette["paper"]) >= 3


def test_contrast_by_hand() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#1D2B33", "#FBFAF6") == pytest.approx(13.9, abs=0.05)


@pytest.mark.parametrize("mode", GROUNDS)
def test_the_screen_says_the_same_colors(mode) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    screen, palette = config["theme"][mode.value], theme.PALETTES[mode]
    assert screen["backgroundColor"] == palette["paper"]
    assert screen["textColor"] == palette["ink"]
    assert screen["primaryColor"] == palette["teal"]
    assert screen["grayTextColor"] == palette["soft"]


def test_paint_replaces_tokens_and_leaves_the_spec_alone() -> None:
    spec = {"mark": {"color": "@teal"}, "range": ["@sand", "plain"]}
    painted = theme.paint(spec, theme.Mode.LIGHT, theme.Medium.SCREEN)
    assert painted["mark"]["color"] == "#0B6E72"
    assert painted["range"] == ["#DFA94E", "plain"]
    assert spec["mark"]["color"] == "@teal"


SCALES = [
    *[[f"{role}_{step}" for step in range(1, 6)] for role in ("supply", "need", "context")],
    *[[f"both_{supply}{need}" for need in (1, 2, 3)] for supply in (1, 2, 3)],
    *[[f"both_{supply}{need}" for supply in (1, 2, 3)] for need in (1, 2, 3)],
]


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: "-".join(scale))
@pytest.mark.parametrize("mode", GROUNDS)
def test_more_stands_out_more_from_the_ground(mode, scale) -> None:
    palette = theme.PALETTES[mode]
    apart = [contrast(palette[token], palette["paper"]) for token in scale]
    assert apart == sorted(apart)
    assert all(after / before > 1.2 for before, after in itertools.pairwise(apart))


def test_on_dark_zero_is_darker_than_every_class() -> None:
    dark = theme.PALETTES[theme.Mode.DARK]
    classes = [dark[f"{role}_1"] for role in ("supply", "need", "context")]
    assert all(luminance(dark["zero"]) < luminance(each) for each in classes)


@pytest.mark.parametrize("mode", GROUNDS)
def test_what_has_no_value_is_told_apart(mode) -> None:
    palette = theme.PALETTES[mode]
    assert len({palette[name] for name in ("withheld", "none", "paper", "zero")}) == 4


def test_marks_without_words_of_their_own_show_no_names_of_columns() -> None:
    spec = {"mark": "rule", "encoding": {"x": {"field": "value", "type": "quantitative"}}}
    painted = theme.paint(spec, theme.Mode.LIGHT, theme.Medium.SCREEN)
    assert painted["config"]["mark"] == {"tooltip": None}

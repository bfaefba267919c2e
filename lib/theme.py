"""Colors by meaning, type and sizes; paints a token specification for a mode and a medium.

A form never names a color value: it writes a token such as ``@teal``. `paint` replaces the
tokens for light or dark and adds the type sizes of the medium, so that one constant
specification serves the screen and paper.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mode(StrEnum):
    """The ground a figure is drawn on."""

    LIGHT = "light"
    DARK = "dark"
    #: Either, as the page around a drawing says: its colors are variables of style.
    AUTO = "auto"


class Medium(StrEnum):
    """Where a figure is read from."""

    SCREEN = "screen"
    PAPER = "paper"


#: The shipped cuts of Source Sans and Source Serif, for everything that leaves the screen.
SANS = "Progress Sans"
SERIF = "Progress Serif"
#: On the screen the page brings its own.
SCREEN_SANS = "Source Sans, sans-serif"

LIGHT: Mapping[str, str] = {
    "paper": "#FBFAF6",
    "ink": "#1D2B33",
    "soft": "#5C6B76",
    "rule": "#DDD9CE",
    "teal": "#0B6E72",
    "light_teal": "#489D9A",
    "sand": "#DFA94E",
    "ochre": "#D98E1F",
    "ochre_text": "#B8710A",
    "plum": "#7B3F73",
    "earlier": "#A9B4B9",
    "earlier_mark": "#85929A",
    "none": "#F1EEE6",
    "withheld": "#D9D0E3",
    # A count of zero on a map: apart in hue from the classes above it.
    "zero": "#DFA94E",
    # The line around such a county, which says it without a color.
    "zero_edge": "#8A5A0B",
    "supply_1": "#D2EFEC",
    "supply_2": "#A0DCD9",
    "supply_3": "#45A6A6",
    "supply_4": "#017B82",
    "supply_5": "#004957",
    "need_1": "#F8EACE",
    "need_2": "#F2C681",
    "need_3": "#DD9742",
    "need_4": "#B76522",
    "need_5": "#7B3B1B",
    "context_1": "#E4E8F1",
    "context_2": "#BCC5DB",
    "context_3": "#8F9CBF",
    "context_4": "#62709B",
    "context_5": "#38446B",
    "both_11": "#E6F1F2",
    "both_12": "#E5C88A",
    "both_13": "#D59D07",
    "both_21": "#75BFC8",
    "both_22": "#759F72",
    "both_23": "#6C7C06",
    "both_31": "#0D8792",
    "both_32": "#0D7053",
    "both_33": "#0C5804",
    # A number on the cell of high need, which is bright on both grounds.
    "both_13_text": "#1D2B33",
}

#: Derived from the light tokens by lightness; meanings and hues stay.
DARK: Mapping[str, str] = {
    **LIGHT,
    "paper": "#14191C",
    "ink": "#ECEAE3",
    "soft": "#A9B4BB",
    "rule": "#353E43",
    "teal": "#5CC4C0",
    "light_teal": "#1D7072",
    "sand": "#B07E34",
    "ochre": "#E3A244",
    "ochre_text": "#E3A244",
    "plum": "#C793BF",
    "earlier": "#66737A",
    "earlier_mark": "#7D8A91",
    "none": "#232A2E",
    "withheld": "#3B3149",
    # Less than the least class, and so darker than it.
    "zero": "#452D10",
    "zero_edge": "#B28036",
    # Dark ground: more of a thing is lighter, so that the highest class stands out.
    "supply_1": "#215154",
    "supply_2": "#256A6C",
    "supply_3": "#3A9896",
    "supply_4": "#6FC7C2",
    "supply_5": "#C4F0EA",
    "need_1": "#4A3620",
    "need_2": "#7A5227",
    "need_3": "#B07630",
    "need_4": "#DDA457",
    "need_5": "#FAE3B8",
    "context_1": "#2E3750",
    "context_2": "#4A5680",
    "context_3": "#7080AD",
    "context_4": "#A0ADD0",
    "context_5": "#DDE3F3",
    # Both sides grow lighter: need toward yellow, supply toward green-blue.
    "both_11": "#20282C",
    "both_12": "#5C4618",
    "both_13": "#B8860F",
    "both_21": "#1D5660",
    "both_22": "#5F7A45",
    "both_23": "#C3B545",
    "both_31": "#2C9DAA",
    "both_32": "#86C48F",
    "both_33": "#EEF2B0",
    "both_13_text": "#14191C",
}

PALETTES: Mapping[Mode, Mapping[str, str]] = {
    Mode.LIGHT: LIGHT,
    Mode.DARK: DARK,
    Mode.AUTO: {token: f"var(--{token})" for token in LIGHT},
}

#: Type sizes in pixels: label (marks), axis, small (notes), and stroke width of lines.
SIZES: Mapping[Medium, Mapping[str, float]] = {
    Medium.SCREEN: {"label": 14, "axis": 13, "small": 13, "line": 3, "title": 24, "subtitle": 15},
    Medium.PAPER: {"label": 14, "axis": 13, "small": 12, "line": 3, "title": 24, "subtitle": 15},
}


#: Parts of the configuration that a specification uses only when it names them.
OPTIONAL = ("title", "header", "legend")


def paint(spec: Mapping[str, Any], mode: Mode, medium: Medium) -> dict[str, Any]:
    """`spec` with every token replaced and the configuration of `mode` and `medium` added."""
    palette = PALETTES[mode]
    painted: dict[str, Any] = _replace(dict(spec), palette)
    config = {**configuration(mode, medium), **painted.get("config", {})}
    if medium is Medium.SCREEN:
        # The page writes titles itself, and what a chart does not draw need not travel.
        drawn = json.dumps(dict(spec))
        config = {k: v for k, v in config.items() if k not in OPTIONAL or f'"{k}": {{' in drawn}
        if '"line"' not in drawn:
            config.pop("line", None)
        config["style"] = {k: v for k, v in config["style"].items() if f'"{k}"' in drawn}
    painted["config"] = config
    return painted


def _replace(part: Any, palette: Mapping[str, str]) -> Any:
    if isinstance(part, str):
        return palette[part[1:]] if part.startswith("@") and part[1:] in palette else part
    if isinstance(part, dict):
        return {key: _replace(value, palette) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_replace(value, palette) for value in part]
    return part


def configuration(mode: Mode, medium: Medium) -> dict[str, Any]:
    """The Vega-Lite configuration: quiet axes, named text styles, no frame."""
    color, size = PALETTES[mode], SIZES[medium]
    sans = SCREEN_SANS if medium is Medium.SCREEN else SANS
    text = {"fontSize": size["label"], "fill": color["ink"]}
    words = {
        "labelColor": color["ink"],
        "labelFontSize": size["axis"],
        "titleColor": color["soft"],
        "titleFontSize": size["axis"],
        "titleFontWeight": "normal",
    }
    return {
        "background": None,
        "font": sans,
        "view": {"stroke": None},
        # Streamlit has marks without words of their own show the names of their columns.
        "mark": {"tooltip": None},
        "axis": {
            **words,
            "gridColor": color["rule"],
            "domainColor": color["rule"],
            "tickColor": color["rule"],
            "labelLimit": 240,
            # Numbers that all but touch read as one.
            "labelSeparation": 8,
        },
        "legend": {
            **words,
            "labelLimit": 420,
            "symbolSize": size["axis"] * 12,
            # Where names leave a plot this little room, on a phone, its key would stand out.
            "layout": {"top": {"anchor": {"signal": "width < 150 ? 'end' : 'start'"}}},
        },
        "title": {
            "anchor": "start",
            "color": color["ink"],
            "font": SERIF,
            "fontSize": size["title"],
            "fontWeight": 700,
            "subtitleColor": color["soft"],
            "subtitleFontSize": size["subtitle"],
            "subtitlePadding": 8,
            "offset": 18,
        },
        "line": {"strokeWidth": size["line"], "strokeCap": "round", "strokeJoin": "round"},
        "header": {"labelColor": color["ink"], "labelFontSize": size["label"]},
        "style": {
            "label": {**text, "fontWeight": 600},
            "quiet": {**text, "fill": color["soft"], "fontSize": size["small"]},
            "event": {**text, "fill": color["plum"], "fontSize": size["small"], "fontWeight": 600},
        },
    }

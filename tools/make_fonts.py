"""Writes assets/fonts/: the page's own typefaces as files for pictures, decks and PDFs.

Streamlit serves Source Sans and Source Serif as variable web fonts. Pictures and documents
need one static file a weight, so that no font of the server is ever used in their place.
A cut of a font is another font under its license, which reserves the name "Source": ours
are called Progress Sans and Progress Serif. Run ``python -m tools.make_fonts`` after an update of Streamlit.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"

FAMILIES: Mapping[str, tuple[str, Mapping[str, float]]] = {
    "Progress Sans": ("SourceSansVF-Upright.ttf.*.woff2", {}),
    # The optical size of a headline: the axis exists in the serif only.
    "Progress Serif": ("SourceSerifVariable-Roman.ttf.*.woff2", {"opsz": 20}),
}
#: The presenter's frame is a page of its own and brings the three that it draws with.
PRESENTER = FONTS.parent / "presenter"
#: The screen's headlines, served from static/ (see .streamlit/config.toml).
HEADLINES = FONTS.parent.parent / "static" / "fonts" / "ProgressSerif-Bold.woff2"

PRESENTED = ("ProgressSans-Regular", "ProgressSans-SemiBold", "ProgressSerif-Bold")

WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}

#: Latin with its extensions, punctuation, currency, arrows and the signs that figures use.
RANGES = (
    (0x20, 0x24F), (0x259, 0x259), (0x2B0, 0x2FF), (0x300, 0x36F), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x2199),
    (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2717),
)  # fmt: skip


def main() -> None:
    """Write one TrueType file a family and weight."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for family, (pattern, fixed) in FAMILIES.items():
        origin = next(MEDIA.glob(pattern))
        for weight, style in WEIGHTS.items():
            path = FONTS / f"{family.replace(' ', '')}-{style}.ttf"
            make(origin, family, weight, fixed).save(path)
            print(f"{path.name}: {path.stat().st_size:,} bytes")
    HEADLINES.parent.mkdir(exist_ok=True)
    headline = TTFont(FONTS / "ProgressSerif-Bold.ttf")
    headline.flavor = "woff2"
    headline.save(HEADLINES)
    for name in PRESENTED:
        font = TTFont(FONTS / f"{name}.ttf", recalcTimestamp=False)
        font.flavor = "woff2"
        font.save(PRESENTER / f"{name}.woff2")


def make(origin: Path, family: str, weight: int, fixed: Mapping[str, float]) -> TTFont:
    """One weight of a variable font, with the letters of `RANGES` only, named `family`."""
    font = TTFont(origin, recalcTimestamp=False)
    font.flavor = None
    instancer.instantiateVariableFont(font, {"wght": weight, **fixed}, inplace=True)
    options = subset.Options()
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum"]
    options.name_IDs = ["*"]
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    cutter.subset(font)
    _rename(font, family, weight)
    return font


def _rename(font: TTFont, family: str, weight: int) -> None:
    """Name the font as the page names it: `family`, with its weight as the style."""
    style = WEIGHTS[weight]
    paired = style in {"Regular", "Bold"}
    texts = {
        1: family if paired else f"{family} {style}",
        2: style if paired else "Regular",
        3: f"{family} {style} static",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        16: family,
        17: style,
    }
    names = font["name"]
    for record in [r for r in names.names if r.nameID in {*texts, 21, 22, 25}]:
        names.names.remove(record)
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (
        0x20 if weight == 700 else 0x40
    )
    font["head"].macStyle = 1 if weight == 700 else 0


if __name__ == "__main__":
    main()

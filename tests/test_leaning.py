"""What this project leans on inside other projects: one list, so that an upgrade fails by name.

Three kinds stand here. Names that a stylesheet or a script of ours looks for in Streamlit's page are
found by reading ours, and each must still be written in Streamlit's front end. Attributes that are
no promise of their package are listed with the reason. What the document is made from must be there
exactly once.
"""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from pathlib import Path

import pytest
import streamlit
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE

ROOT = Path(__file__).resolve().parents[1]
FRONT = Path(streamlit.__file__).parent / "static"

#: Where rules and scripts of ours speak of Streamlit's elements.
OURS = (
    *sorted((ROOT / "static" / "frame").iterdir()),
    ROOT / "lib" / "ui" / "look.py",
    ROOT / "lib" / "ui" / "chrome.py",
)

#: Module, attribute, and why we touch what its authors may change without a word.
PRIVATE = (
    (
        "streamlit.runtime.pages_manager",
        "PagesManager.uses_pages_directory",
        "a deep link to a cold process would be answered outside the frame",
    ),
    (
        "streamlit.runtime.media_file_manager",
        "MediaFileMetadata.mark_for_delete",
        "a file that a click made would be gone when two others leave before it is fetched",
    ),
    (
        "starlette.formparsers",
        "MultiPartParser.spool_max_size",
        "an upload of more than a megabyte would be laid down on the disk",
    ),
    (
        "altair.utils.schemapi",
        "disable_debug_mode",
        "charts are held against the schema in tests, not while a visitor waits",
    ),
    ("pptx.oxml", "parse_xml", "marks of charts that python-pptx has no call for"),
)


def spoken() -> list[str]:
    """Every name of an element of Streamlit's that we look for."""
    text = "\n".join(path.read_text("utf-8") for path in OURS)
    # `stDecoration` and the like: a test id or a class of Streamlit's own, never one of ours.
    return sorted(set(re.findall(r"\bst[A-Z][A-Za-z]+\b", text)))


@lru_cache(maxsize=1)
def front() -> str:
    """All scripts of Streamlit's front end as one text."""
    return "\n".join(
        path.read_text("utf-8", errors="replace") for path in sorted(FRONT.rglob("*.js"))
    )


@pytest.mark.parametrize("name", spoken())
def test_streamlit_still_has_the_element(name: str) -> None:
    assert name in front(), f"Streamlit {streamlit.__version__} has no element named {name}"


@pytest.mark.parametrize(("module", "name", "why"), PRIVATE, ids=[name for _, name, _ in PRIVATE])
def test_the_private_part_is_still_there(module: str, name: str, why: str) -> None:
    part: object = importlib.import_module(module)
    for step in name.split("."):
        assert hasattr(part, step), f"{module}.{name} is gone; it was for: {why}"
        part = getattr(part, step)


def test_powerpoint_still_shows_its_elements() -> None:
    """Alt text, the legend's text and the theme have no call of python-pptx's own."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    data = CategoryChartData()
    data.categories = ["synthetic"]
    data.add_series("synthetic", (1,))
    place = (XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 100, 100, data)
    frame = slide.shapes.add_chart(*place)
    assert frame._element.xpath(".//p:cNvPr")
    assert frame.chart._chartSpace.tag.endswith("chartSpace")
    cell = slide.shapes.add_table(1, 1, 0, 0, 9, 9).table.cell(0, 0)
    assert cell._tc.get_or_add_tcPr().tag.endswith("tcPr")
    frame.chart.has_legend = True
    assert frame.chart.legend._element.tag.endswith("legend")
    theme = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    assert theme._blob == theme.blob


def test_no_module_reaches_into_another_package_unlisted() -> None:
    """An attribute with an underscore, taken from something that is not ours."""
    # Written as `thing._name` where the name is defined nowhere in the project.
    ours = [*ROOT.glob("lib/**/*.py"), *ROOT.glob("server/*.py"), *ROOT.glob("pages/*.py")]
    text = {path: path.read_text("utf-8") for path in [*ours, ROOT / "serve.py"]}
    defined = set(re.findall(r"\b(?:def|class) (_[a-z]\w*)", "\n".join(text.values())))
    defined |= set(re.findall(r"self\.(_[a-z]\w*)\b", "\n".join(text.values())))
    reached = {
        (path.relative_to(ROOT).as_posix(), name)
        for path, source in text.items()
        for name in re.findall(r"[\w\])]\.(_[a-z]\w*)\b", source)
        if name not in defined and name != "_fields"  # a promise of named tuples
    }
    assert reached == {
        ("lib/outputs/deck.py", "_blob"),  # the theme part is written back whole
        ("lib/outputs/deck.py", "_element"),  # alt text
        ("lib/outputs/native.py", "_chartSpace"),  # how empty cells are drawn
        ("lib/outputs/native.py", "_element"),  # the legend's text
        ("lib/outputs/native_table.py", "_tc"),  # the line under a cell
    }


def test_an_open_page_is_not_sent_again_what_it_holds() -> None:
    """Two settings that Streamlit does not list; without them a way back costs what the way cost."""
    from streamlit import config

    config.get_config_options(force_reparse=True)
    assert config.get_option("global.minCachedMessageSize") == 700
    assert config.get_option("global.maxCachedMessageAge") == 10

"""Files of figures as programs of their kind open them, and the figures that stand for their form."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import openpyxl
import pandas as pd
from PIL import Image
from pptx import Presentation

from lib import figures, pages
from lib.outputs import deck, image, parcel, sheet, tabular, workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from lib.model import Figure
    from lib.store import Store


@dataclass(frozen=True)
class Form:
    """A figure that stands for its form, and where it is shown."""

    name: str
    page: str
    figure_id: str
    query: tuple[tuple[str, str], ...] = ()
    drawn: bool = True


FORMS = (
    Form("trend", "programs", "license_line"),
    Form("two columns of names", "programs", "license_step"),
    Form("panels", "programs", "other_counts"),
    Form("units", "programs", "public_hospitals"),
    Form("bars", "programs", "team_make_up"),
    Form("dots of two dates", "programs", "site_split"),
    Form("lanes", "milestones", "milestone_timeline"),
    Form("events", "milestones", "milestone_chain"),
    Form("gantt", "learning_communities", "cohort_timeline"),
    Form("tiers", "drivers", "driver_evidence"),
    Form("coverage", "equity", "equity_coverage"),
    Form("strip", "equity", "equity_counties"),
    Form("gaps", "equity", "equity_life"),
    Form("parts", "equity", "equity_gap"),
    Form("grouped list", "county", "county_hospitals", (("county", "06037"),)),
    Form("dots", "county", "county_dots", (("county", "06037"),)),
    Form("spread", "county", "county_numbers", (("county", "06037"), ("tab", "compared"))),
    Form("status map", "overview", "county_status_map"),
    Form("map", "county_map", "county_map", (("drawing", "download"),)),
    Form(
        "map of two",
        "county_map",
        "need_supply_map",
        (("drawing", "download"), ("color", "both")),
    ),
    Form("table", "participation", "capc_challenges", drawn=False),
    Form("long table", "data_sources", "source_list", drawn=False),
)

#: How the files under Get end.
OFFERED = (".csv", ".zip", ".xlsx", ".png", ".wide.png", ".svg", ".pptx", ".html")

SVG = "{http://www.w3.org/2000/svg}"


def together(forms: Iterable[Form]) -> dict[tuple[object, ...], list[Form]]:
    """The figures that one view of a page shows at once."""
    found: dict[tuple[object, ...], list[Form]] = {}
    for form in forms:
        tab = pages.tabs_of().get(form.figure_id, "") if pages.PAGES[form.page].tabs else ""
        found.setdefault((form.page, form.query, tab), []).append(form)
    return found


def built(store: Store, form: Form) -> Figure:
    """The figure of a form with the choices that its page has there."""
    known = figures.options(form.figure_id, store)
    own = {name: value for name, value in form.query if name in known}
    return figures.build(store, form.figure_id, own)


def made(figure: Figure, store: Store) -> dict[str, bytes]:
    """Ending -> the file, as the buttons under Get make it."""
    shapes = store.topology
    files = {
        ".csv": tabular.csv_text(figure),
        ".zip": parcel.zipped(figure),
        ".xlsx": workbook.xlsx(figure),
        ".png": image.png(figure, shapes),
        ".wide.png": image.wide_png(figure, shapes),
        ".svg": image.svg(figure, shapes),
        ".pptx": deck.one(figure, shapes),
        ".html": sheet.html(figure, shapes),
    }
    return {e: each.encode() if isinstance(each, str) else each for e, each in files.items()}


def open_well(files: Mapping[str, Path]) -> str:
    """Each file of a figure is one of its kind; the title that all of them say."""
    assert all(file.name.endswith(ending) for ending, file in files.items())
    assert len({file.name for file in files.values()}) == len(OFFERED)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]{5,130}", file.name) for file in files.values())
    rows = read_rows(files[".csv"])
    title, link = readme_says(files[".zip"], files[".csv"])
    workbook_says(files[".xlsx"], rows, title, link)
    for ending in (".png", ".wide.png"):
        picture_says(files[ending], title, is_wide=ending == ".wide.png")
    drawing_says(files[".svg"], title)
    (slide,) = Presentation(str(files[".pptx"])).slides
    assert title in " ".join(
        shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
    )
    return title


def read_rows(path: Path) -> pd.DataFrame:
    """The rows as a program reads them without being told anything."""
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert "\u2212" not in text
    rows = pd.read_csv(path)
    assert not any(str(name).startswith(("#", "Unnamed")) for name in rows.columns)
    assert not rows.iloc[:, 0].astype(str).str.startswith("# ").any()
    for line in text.splitlines():
        assert not re.match(r"[=@]|[+-](?!\$?\d[\d,.]*%?(,|$))", line), line
    return rows


def readme_says(path: Path, beside: Path) -> tuple[str, str]:
    """The title and the link in the README of a ZIP that holds the same CSV."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert all(name.startswith(f"{beside.stem}/") for name in names)
        assert archive.read(f"{beside.stem}/{beside.name}") == beside.read_bytes()
        said = archive.read(f"{beside.stem}/README.txt").decode("utf-8-sig")
    for label in ("Title", "Place", "Period", "As of", "Source", "Edition", "Link"):
        assert re.search(rf"^{label}: \S", said, re.MULTILINE), label
    found = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    return found["Title"], found["Link"]


def workbook_says(path: Path, rows: pd.DataFrame, title: str, link: str) -> None:
    book = openpyxl.load_workbook(path)
    assert book.properties.title == title
    held, about = book.worksheets
    assert [cell.value for cell in held[1]] == list(rows.columns)
    assert held.max_row == len(rows) + 1
    assert not any(cell.data_type in "fe" for row in held.rows for cell in row)
    for place, name in enumerate(rows.columns, start=1):
        if pd.api.types.is_numeric_dtype(rows[name]):
            values = [held.cell(line, place).value for line in range(2, held.max_row + 1)]
            assert all(value is None or isinstance(value, int | float) for value in values), name
    said = {str(cell.value) for row in about.rows for cell in row}
    assert {title, link} <= said


def picture_says(path: Path, title: str, *, is_wide: bool) -> None:
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == "PNG"
        assert picture.info["Title"] == title
        assert picture.info["Description"]
        assert "Source: " in picture.info["Source"]
        assert (picture.size == (1920, 1080)) == is_wide
        colors = picture.convert("RGB").getcolors(1 << 22) or []
    assert len(colors) > 20  # words and marks, not a blank sheet


def drawing_says(path: Path, title: str) -> None:
    root = ET.parse(path).getroot()  # noqa: S314 - our own drawing
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == title
    assert root.get("aria-label") == root[1].text
    said = " ".join(root.itertext())
    assert "Source:" in said
    assert "Edition" in said

"""The one-page brief of a district: whole, legible, and one page where most must fit."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from lib.outputs import district_brief, qr, words

if TYPE_CHECKING:
    from lib.store import Store

#: The most sites that report (found by count), none at all, one site, and a middling one.
TRIED = [("senate", "most"), ("congressional", "13"), ("assembly", "74"), ("assembly", "2")]


def number_of(store: Store, chamber: str, number: str) -> str:
    from lib.figures import district_held

    if number != "most":
        return number
    return str(district_held.status(store, chamber)["reporting"].idxmax())


@pytest.mark.parametrize(("chamber", "number"), TRIED)
def test_a_brief_is_one_page_with_every_reporting_site(
    store: Store, chamber: str, number: str
) -> None:
    number = number_of(store, chamber, number)
    with words.reached_at("https://dashboard.example.org"):
        files, data = district_brief.contents(store, chamber, number)
        pdf = PdfReader(io.BytesIO(district_brief.pdf(store, chamber, number)))
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().split())
    for part in (*data["findings"], *data["ask"], *data["unknown"], data["words"]["sources"]):
        assert part[:24] in text
    listed = re.search(r"The (\d+) hospital sites? that", data["sites_title"])
    assert len(data["sites"]) == (int(listed[1]) if listed else 0)
    assert f"district?chamber={chamber}&number={number}" in text
    assert district_brief.CODE in files
    assert pdf.trailer["/Root"]["/Lang"] == "en"


def test_a_brief_of_congress_says_until_when_its_lines_hold(store: Store) -> None:
    _files, data = district_brief.contents(store, "congressional", "2")
    assert "hold until January 3, 2027" in data["subtitle"]


def test_without_an_address_there_is_no_code_and_no_host(store: Store) -> None:
    files, data = district_brief.contents(store, "assembly", "2")
    assert district_brief.CODE not in files
    assert data["link"] == "district?chamber=assembly&number=2"


def test_no_type_of_the_template_is_smaller_than_eight_points() -> None:
    text = Path("assets/typst/district.typ").read_text("utf-8")
    assert all(float(size) >= 8 for size in re.findall(r"size: ([\d.]+)pt", text))


def test_names_of_files(store: Store) -> None:
    name = district_brief.file_name(store, "assembly", "2")
    assert re.fullmatch(r"assembly_2_brief_[\d-]+\.pdf", name)


#: "hi", version 1, level M: data, padding and correction, as a reader of codes accepted them.
WOVEN = bytes.fromhex(
    "40 26 86 90 ec 11 ec 11 ec 11 ec 11 ec 11 ec 11 11 a0 4d c1 79 9b 05 85 f5 da"
)


def test_a_code_has_the_corners_the_timing_and_the_bytes() -> None:
    cells = qr.matrix("hi")
    assert len(cells) == 21
    assert cells[0][:8] == [True] * 7 + [False]
    assert [cells[6][n] for n in range(8, 13)] == [True, False, True, False, True]
    assert bytes(qr._coded(b"hi", 1)) == WOVEN


@pytest.mark.parametrize(("length", "version"), [(14, 1), (15, 2), (62, 4), (122, 7), (213, 10)])
def test_a_code_is_as_large_as_its_text_needs(length: int, version: int) -> None:
    assert len(qr.matrix("x" * length)) == 17 + 4 * version


def test_a_text_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        qr.matrix("x" * 214)

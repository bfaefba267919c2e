"""The one-page brief of a district: whole, legible, and one page where most must fit."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from lib.outputs import district_brief, words

if TYPE_CHECKING:
    from lib.store import Store

#: The most sites that report (found by count), none at all, one site, and a middling one.
TRIED = [
    ("senate", "most"),
    ("congressional", "13"),
    ("assembly", "74"),
    ("assembly", "2"),
    ("congressional", "3"),
]


def number_of(store: Store, chamber: str, number: str) -> str:
    from lib.subjects.districts import held as district_held

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
    assert data["code"] in files
    assert pdf.trailer["/Root"]["/Lang"] == "en"


def test_a_brief_of_congress_says_until_when_its_lines_hold(store: Store) -> None:
    _files, data = district_brief.contents(store, "congressional", "2")
    assert "apply until January 3, 2027" in data["subtitle"]


def test_without_an_address_there_is_no_code_and_no_host(store: Store) -> None:
    files, data = district_brief.contents(store, "assembly", "2")
    assert data["code"] == ""
    assert list(files) == ["map.svg"]
    assert data["link"] == "district?chamber=assembly&number=2"


def test_no_type_of_the_template_is_smaller_than_eight_points() -> None:
    text = Path("assets/typst/district.typ").read_text("utf-8")
    assert all(float(size) >= 8 for size in re.findall(r"size: ([\d.]+)pt", text))


def test_names_of_files(store: Store) -> None:
    name = district_brief.file_name(store, "assembly", "2")
    assert re.fullmatch(r"assembly_2_brief_[\d-]+\.pdf", name)

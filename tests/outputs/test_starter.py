"""The starter that a coalition brings to a meeting, opened and read back."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pandas as pd
import pypdf
import pytest

from lib import figures
from lib.outputs import starter

IDS = (
    "starter_facts",
    "starter_questions",
    "starter_people",
    "starter_coalitions",
    "starter_help",
)
ELEMENTS = ["one", "two", "three", "four"]


@pytest.fixture(scope="module")
def plumas(store: Any) -> list[Any]:
    return [figures.build(store, figure_id, {"county": "06063"}) for figure_id in IDS]


def read(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


def test_the_pdf_carries_title_facts_questions_and_sources(plumas: list[Any]):
    made = starter.pdf(plumas, ELEMENTS)
    document = pypdf.PdfReader(io.BytesIO(made))
    assert document.metadata is not None
    assert document.metadata.title == "Needs-assessment starter: Plumas County"
    assert "/StructTreeRoot" in document.trailer["/Root"]  # tagged: a screen reader can read it
    text = read(made)
    for words in ("0 of 3", "Plumas District Hospital", "2026.11", "Sources", "By when"):
        assert words in text


def test_hostile_text_is_shown_as_text(plumas: list[Any]):
    facts = plumas[0]
    rows = facts.rows.assign(fact=["#panic() *x* <b>"] * len(facts.rows))
    text = read(starter.pdf([replace(facts, rows=rows), *plumas[1:]], ELEMENTS))
    assert "#panic()" in text


def test_the_csv_holds_every_table_with_its_source(plumas: list[Any]):
    rows = pd.read_csv(io.StringIO(starter.csv_text(plumas)))
    assert list(dict.fromkeys(rows["Table"])) == [figure.headline for figure in plumas]
    for label in ("Source", "Period", "Edition", "Link"):
        assert rows[label].notna().all()
    assert rows["In the county"].str.contains("Partnership").any()


def test_the_file_says_county_and_edition(plumas: list[Any]):
    name = starter.file_name(plumas[0], "pdf")
    version = plumas[0].edition.version.replace(".", "-")
    assert name == f"needs-assessment_plumas-county_{version}.pdf"

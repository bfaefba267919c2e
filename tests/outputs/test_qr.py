"""The code on a brief opens the page that the brief is of."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import segno

from lib.outputs import brief, papers, qr

if TYPE_CHECKING:
    import pytest

LINK = "https://example.org/county?county=06023"


def test_the_drawing_has_every_dark_cell_and_a_margin() -> None:
    matrix = segno.make(LINK, error="m", micro=False, boost_error=False).matrix
    root = ET.fromstring(qr.svg(LINK))  # noqa: S314 - ours
    assert int(root.get("width", "0")) == len(matrix) + 2 * qr.MARGIN
    path = root.findall("{http://www.w3.org/2000/svg}path")[1].get("d", "")
    runs = [int(part.split("m")[0]) for part in path.split("h")[1:]]
    assert sum(runs) == sum(map(sum, matrix))


def test_a_brief_has_its_code_where_the_address_is_known(
    store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PUBLIC_ADDRESS", raising=False)
    files, data = brief.contents(store, "06023")
    assert papers.CODE not in files
    assert data["code"] == ""
    monkeypatch.setenv("PUBLIC_ADDRESS", "https://example.org")
    files, data = brief.contents(store, "06023")
    assert files[data["code"]].startswith("<svg")
    assert "https://example.org/county?county=06023" in data["code_alt"]

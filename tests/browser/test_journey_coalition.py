"""Journey 6: a local coalition picks its county and takes a file to its meeting."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit


def test_a_coalition_takes_its_county_to_a_meeting(visit: Callable[..., Visit]) -> None:
    page = visit().open("community_action", county="06063")
    assert page.get_by_text("In Plumas County, 0 of 3 hospital sites report").count() >= 1
    with page.expect_download() as taken:
        page.get_by_role("button", name="PDF to print").click()
    document = pypdf.PdfReader(io.BytesIO(Path(taken.value.path()).read_bytes()))
    assert taken.value.suggested_filename.startswith("needs-assessment_plumas-county")
    assert "Nine questions to ask in Plumas County" in "".join(
        part.extract_text() for part in document.pages
    )

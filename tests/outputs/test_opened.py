"""Every kind of file of every form is opened by a program of its kind.

That a button hands out these very bytes, and that a browser draws the pages among them, is asked in
`tests/browser/test_downloads.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.nav import PAGES
from lib.outputs import tabular
from tests.opened import FORMS, OFFERED, Form, built, made, open_well, together

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from lib.store import Store

FILES = {entry.path: entry.file for entry in PAGES}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_format_of_a_form_opens(store: Store, tmp_path: Path, form: Form) -> None:
    figure = built(store, form)
    files = {}
    for ending, content in made(figure, store).items():
        files[ending] = tmp_path / tabular.file_name(figure, ending.removeprefix("."))
        files[ending].write_bytes(content)
    assert set(files) == set(OFFERED)
    assert open_well(files) == figure.headline


@pytest.mark.parametrize(
    "forms", together(FORMS).values(), ids=lambda forms: ", ".join(form.name for form in forms)
)
def test_the_page_of_a_form_offers_every_format(
    open_page: Callable[..., AppTest], forms: list[Form]
) -> None:
    first = forms[0]
    views = {f"{form.figure_id}_view": "Download" for form in forms if form.page != "county_map"}
    app = open_page(FILES[first.page], **dict(first.query), **views)
    assert not app.exception
    offered = [each.proto.id for each in app.get("download_button")]
    for form in forms:
        for ending in OFFERED:
            key = f"-{form.figure_id}{ending.replace('.', '_')}"
            assert sum(each.endswith(key) for each in offered) == 1, key

"""The tables in data/, whichever edition they are: every page opens on them.

That every chart can be built from them is asked in `tests/figures/test_registry.py`, what a table
must be in `tests/data`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib import nav
from lib.derive import reports
from lib.store import DATA
from lib.ui import edition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streamlit.testing.v1 import AppTest


@pytest.fixture(scope="module", autouse=True)
def on_the_tables_in_data() -> Iterator[None]:
    """The pages show data/, not the frozen edition, until these tests are done."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_DIR", str(DATA))
        for name in ("store", "broken"):
            patch.setattr(edition._Force, name, None)
        for name in ("mark", "number"):
            patch.setattr(edition._Force, name, getattr(edition._Force, name))
        patch.setattr(edition._Force, "number", edition._Force.number + 2_000)
        yield


@pytest.mark.parametrize("page", nav.PAGES, ids=lambda page: page.path)
def test_every_page_opens(open_page: Callable[..., AppTest], page: nav.PageEntry) -> None:
    app = open_page(page.file)
    assert not app.exception
    assert not app.error
    assert app.title or app.header or app.markdown


def test_the_first_page_speaks_of_the_newest_report(
    open_page: Callable[..., AppTest], live: Any
) -> None:
    app = open_page(nav.PAGES[0].file)
    newest = str(max(reports.complete_years(live)))
    assert any(newest in each.value for each in app.markdown)

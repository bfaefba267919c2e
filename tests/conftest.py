"""What every test may ask for: the real tables, and a page opened from the entry file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def store() -> Any:
    """The real tables, read and checked once."""
    from lib.store import load

    return load()


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Open a page as a visitor does: through the entry file, its address already set.

    ``open_page("pages/programs.py", year="2022")`` gives the page after its first run.
    """

    def opened(page_file: str, **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
        app.run()
        for name, value in query.items():
            app.query_params[name] = value
        return app.switch_page(page_file).run()

    return opened

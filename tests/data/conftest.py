"""What is asked here is asked of the tables in data/, whichever edition they are."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(scope="session")
def store(live: Any) -> Any:
    """The tables in data/."""
    return live

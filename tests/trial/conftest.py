"""A file read and tried in this process: what the child of a trial says, without the figures."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lib.store import bundle_files
from lib.trial import child, limits
from lib.trial.framing import framed
from lib.trial.model import Given
from lib.trial.texts import readings
from lib.trial.tidying import Tidied, tidied

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="session")
def held(store: Any) -> dict[str, bytes]:
    """The public files of the edition: what a trial is given beside the visitor's file."""
    return bundle_files(store)


@pytest.fixture
def examine(
    held: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., dict[str, Any]]:
    """Try a file; the records of the child by what they say. No figure is built."""
    monkeypatch.setattr(limits, "bound", lambda _seconds: None)
    monkeypatch.setattr(child, "_figures", lambda *_arguments: True)

    def examined(file_name: str, content: bytes, table: str = "") -> dict[str, Any]:
        out = io.BytesIO()
        child.examine(Given(file_name, content, table), held, out)
        said = [json.loads(line) for line in out.getvalue().splitlines()]
        return {record["say"]: record for record in said}

    return examined


@pytest.fixture
def read(held: dict[str, bytes]) -> Callable[..., tuple[str, Tidied]]:
    """Read a file as far as its own cells tell: the table it is, and what was made of it."""

    def done(file_name: str, content: bytes, table: str = "") -> tuple[str, Tidied]:
        frame = framed(readings(content), file_name, table, child._domains(held))
        return frame.name, tidied(frame, held)

    return done

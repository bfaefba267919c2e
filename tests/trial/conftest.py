"""A file read and tried in this process: what the child of a trial says, without the figures."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lib.store import bundle_files
from lib.trial import child, limits
from lib.trial.framing import framed
from lib.trial.gathering import _domains
from lib.trial.model import Changes, Given
from lib.trial.talk import Request
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
    together: Callable[..., list[dict[str, Any]]],
) -> Callable[..., dict[str, Any]]:
    """Try a file; what the child says of it: refused, asked, read, wrong, sound.

    No figure is built. The changes are those of the table that was read.
    """

    def examined(file_name: str, content: bytes, table: str = "") -> dict[str, Any]:
        said = {r["say"]: r for r in together(Given(file_name, content, table))}
        if "piece" not in said:
            return {"refused": said["refused"]}
        piece = said["piece"]["piece"]
        piece["mended"] = base64.b64decode(piece["mended"]).decode()
        if piece["refusal"]:
            return {"refused": {"why": piece["refusal"]}}
        if not piece["table"]:
            return {"asked": piece}
        found = {"read": piece}
        if "wrong" in said:
            found["wrong"] = said["wrong"]
        if "sound" in said:
            change = said["sound"]["changes"].get(piece["table"]) or asdict(Changes())
            found["sound"] = {"changes": change}
        return found

    return examined


@pytest.fixture
def together(
    held: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[dict[str, Any]]]:
    """Try files together in this process; every record of the child. No figure is built."""
    monkeypatch.setattr(limits, "bound", lambda _seconds: None)
    monkeypatch.setattr(child, "_propose", lambda *_arguments: None)

    def examined(*given: Given) -> list[dict[str, Any]]:
        out = io.BytesIO()
        child.examine(Request(given, held), out)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return examined


@pytest.fixture
def read(held: dict[str, bytes]) -> Callable[..., tuple[str, Tidied]]:
    """Read a file as far as its own cells tell: the table it is, and what was made of it."""

    def done(file_name: str, content: bytes, table: str = "") -> tuple[str, Tidied]:
        frame = framed(readings(content), file_name, table, _domains(held))
        return frame.name, tidied(frame, held)

    return done

"""How the server and the process of a trial talk: one request in, a JSON record a line out.

The request is one line of JSON that says how long each file is, and then the files themselves, end
to end: `given` are the visitor's, `held` those of this edition. Nothing is named by a path.

    {"given": [{"file_name": ..., "table": ..., "size": ...}], "held": [{"name": ..., "size": ...}]}

The answer is made of records with a `say`; those on one file carry its place among `given`:

    {"say": "read", "file": 0, "table": ..., "notes": [...], "mended": ...}      how it was read
    {"say": "refused", "file": 0, "why": ...}                     it is no table; ends the talk
    {"say": "asked", "file": 0}                                   which table is it? ends the talk
    {"say": "wrong", "file": 0, "causes": [...], "offences": [...]}      ends the talk
    {"say": "sound", "file": 0, "changes": {...}}
    {"say": "figure", "figure": ..., "headline": ...}             one for each figure
    {"say": "done"}                                               ends the talk
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from lib.trial.model import Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def request(given: Sequence[Given], held: Mapping[str, bytes]) -> Iterator[bytes]:
    """The bytes of a request, in parts."""
    head = {
        "given": [
            {"file_name": file.file_name, "table": file.table, "size": len(file.content)}
            for file in given
        ],
        "held": [{"name": name, "size": len(content)} for name, content in held.items()],
    }
    yield json.dumps(head).encode("utf-8") + b"\n"
    yield from (file.content for file in given)
    yield from held.values()


def requested(stream: IO[bytes]) -> tuple[list[Given], dict[str, bytes]]:
    """What a request asks for."""
    head = json.loads(stream.readline())
    given = [
        Given(file["file_name"], stream.read(file["size"]), file["table"]) for file in head["given"]
    ]
    return given, {file["name"]: stream.read(file["size"]) for file in head["held"]}


def record(say: str, **told: Any) -> bytes:
    """One record of the answer."""
    return json.dumps({"say": say, **told}).encode("utf-8") + b"\n"

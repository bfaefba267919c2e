"""How the server and the process of a trial talk: one request in, a JSON record a line out.

The request is one line of JSON that says how long each file is, and then the files themselves, end
to end: `given` are the visitor's, `held` those of this edition, `new` those of an edition that was
judged sound before and whose figures are to be drawn. Nothing is named by a path.

    {"given": [{"file_name": ..., "table": ..., "year": ..., "size": ...}],
     "held": [{"name": ..., "size": ...}], "new": [...], "draw": [...], "mode": ..., "prints": {...}}

`prints` tells the figures of this edition apart from others, so that they need not be built again.

The answer is made of records with a `say`:

    {"say": "at", "step": ..., "share": ...}                      what it is at; any number of them
    {"say": "refused", "why": ...}                                none was read; ends the talk
    {"say": "notes", "notes": [...]}                              on the files as a whole
    {"say": "piece", "piece": {...}}                              one table or report, as read
    {"say": "ended"}                   a piece is refused or must be asked for; ends the talk
    {"say": "wrong", "causes": [...], "offences": [...]}          ends the talk
    {"say": "sound", "changes": {table: ...}}
    {"say": "compared", "figures": ..., "headlines": [...], "changed": [...]}
    {"say": "picture", "picture": {...}}                          one for each pair drawn
    {"say": "new", "files": {...}, "version": ...}
    {"say": "done"}                                               ends the talk
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import IO, TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from lib.trial.model import Given
from lib.trial.prints import Print

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class Request:
    """What is asked: `given` to be judged, or the figures `draw` of `new` to be drawn."""

    given: Sequence[Given]
    held: Mapping[str, bytes]
    new: Mapping[str, bytes] = field(default_factory=dict)
    draw: Sequence[str] = ()
    mode: str = "light"
    prints: Mapping[str, Print] = field(default_factory=dict)


def request(asked: Request) -> Iterator[bytes]:
    """The bytes of a request, in parts."""
    head = {
        "given": [
            {
                "file_name": file.file_name,
                "table": file.table,
                "year": file.year,
                "size": len(file.content),
            }
            for file in asked.given
        ],
        "held": _sizes(asked.held),
        "new": _sizes(asked.new),
        "draw": list(asked.draw),
        "mode": asked.mode,
        "prints": {name: asdict(each) for name, each in asked.prints.items()},
    }
    yield json.dumps(head).encode("utf-8") + b"\n"
    yield from (file.content for file in asked.given)
    yield from asked.held.values()
    yield from asked.new.values()


def _sizes(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [{"name": name, "size": len(content)} for name, content in files.items()]


def requested(stream: IO[bytes]) -> Request:
    """What a request asks for."""
    head = json.loads(stream.readline())
    given = [
        Given(file["file_name"], stream.read(file["size"]), file["table"], file["year"])
        for file in head["given"]
    ]
    held = {file["name"]: stream.read(file["size"]) for file in head["held"]}
    new = {file["name"]: stream.read(file["size"]) for file in head["new"]}
    prints = {name: Print(**each) for name, each in head["prints"].items()}
    return Request(given, held, new, head["draw"], head["mode"], prints)


def record(say: str, **said: Any) -> bytes:
    """One record of the answer."""
    return json.dumps({"say": say, **told(said)}).encode("utf-8") + b"\n"


def told(value: Any) -> Any:
    """A record of `lib.trial.model`, or several, as JSON has them; bytes are written in base64."""
    if is_dataclass(value):
        return {each.name: told(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {name: told(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [told(each) for each in value]
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def heard(kind: Any, said: Any) -> Any:
    """What `told` wrote, as the kind of thing that it was."""
    of = get_args(kind)
    if is_dataclass(kind):
        kinds = get_type_hints(kind)
        return kind(**{name: heard(kinds[name], each) for name, each in said.items()})  # type: ignore[operator]
    if get_origin(kind) is tuple:
        return tuple(heard(of[0], each) for each in said)
    if get_origin(kind) is Mapping:
        return {name: heard(of[1], each) for name, each in said.items()}
    if kind is bytes:
        return base64.b64decode(said)
    return kind(said) if isinstance(kind, type) and issubclass(kind, StrEnum) else said

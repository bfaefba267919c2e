"""A figure as bytes: words and specification as JSON, rows as Arrow; nothing that could be run.

What JSON does not know (a tuple, a record of ours, a form of chart) is written with a tag. A figure
that holds anything else, or would come back otherwise than it is, is not packed.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lib.charts import Form
from lib.model import Column, Edition, Figure, Source
from lib.store.keeping import frame_bytes, frame_of
from lib.store.shelf import joined, taken_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: The key of a value with a tag; no specification has one of this name.
TAG = "~"

#: Where the records that may be packed are defined.
OURS = "lib."


def packed(figure: Figure) -> bytes:
    """A figure as bytes.

    Raises:
        TypeError: it holds what cannot be packed.
    """
    parts: list[bytes] = []
    head = _written(figure, parts)
    return joined(head, parts)


def unpacked(content: bytes) -> Figure:
    """The figure that `packed` wrote.

    Raises:
        ValueError: it was not written by `packed`.
    """
    try:
        head, parts = taken_apart(content)
        figure = _read(head, parts)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError("this is no packed figure") from error
    if not isinstance(figure, Figure):
        raise ValueError("this is no packed figure")
    return figure


def _tagged(tag: str, value: Any) -> dict[str, Any]:
    return {TAG: tag, "v": value}


def _written(value: Any, parts: list[bytes]) -> Any:
    """`value` as JSON holds it; frames are put aside and named by their place."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, StrEnum):
        return _tagged("word", [_name(type(value)), value.value])
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else _tagged("float", repr(value))
    if isinstance(value, list):
        return [_written(each, parts) for each in value]
    if isinstance(value, tuple):
        return _tagged("tuple", [_written(each, parts) for each in value])
    if isinstance(value, range):
        return _tagged("range", [value.start, value.stop, value.step])
    if isinstance(value, pd.DataFrame):
        return _tagged("frame", _frame(value, parts))
    if isinstance(value, Form):
        made_of = (value.name, value.twin, dict(value.arguments), value.spec)
        return _tagged("form", [_written(each, parts) for each in made_of])
    if is_dataclass(value):
        told = {each.name: _written(getattr(value, each.name), parts) for each in fields(value)}
        return _tagged("record", [_name(type(value)), told])
    if isinstance(value, dict):
        return _mapping(value, parts)
    raise TypeError(f"{type(value).__name__} cannot be packed")


def _name(kind: type[Any]) -> str:
    if not kind.__module__.startswith(OURS) or _kind(f"{kind.__module__}:{kind.__name__}") != kind:
        raise TypeError(f"{kind.__name__} cannot be packed")
    return f"{kind.__module__}:{kind.__name__}"


def _kind(name: str) -> type[Any]:
    """The record or closed list of ours with that name."""
    module, _colon, kind = name.partition(":")
    if not module.startswith(OURS):
        raise ValueError(f"{name} is none of ours")
    found = getattr(sys.modules[module], kind)
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, StrEnum)):
        raise ValueError(f"{name} is no record")
    return found


def _mapping(value: Mapping[Any, Any], parts: list[bytes]) -> Any:
    if all(type(name) is str for name in value) and TAG not in value:
        return {name: _written(each, parts) for name, each in value.items()}
    pairs = [[_written(name, parts), _written(each, parts)] for name, each in value.items()]
    return _tagged("mapping", pairs)


def _frame(frame: pd.DataFrame, parts: list[bytes]) -> dict[str, Any]:
    """The place of a frame among `parts`; columns of mixed values stand beside it as JSON."""
    if not frame.columns.is_unique or not all(type(name) is str for name in frame.columns):
        raise TypeError("this frame cannot be packed")
    mixed = [name for name in frame.columns if frame[name].dtype == object]
    beside = {name: [_written(each, parts) for each in frame[name]] for name in mixed}
    rest = frame.drop(columns=mixed)
    plain = rest.set_axis(rest.columns.astype("str"), axis=1)
    parts.append(frame_bytes(plain))
    return {
        "place": len(parts) - 1,
        "mixed": beside,
        "order": list(frame.columns),
        "is_object": frame.columns.dtype == object,
    }


def _read(value: Any, parts: list[bytes]) -> Any:
    """What `_written` has written."""
    if isinstance(value, list):
        return [_read(each, parts) for each in value]
    if not isinstance(value, dict):
        return value
    if TAG not in value:
        return {name: _read(each, parts) for name, each in value.items()}
    return READERS[value[TAG]](value["v"], parts)


def _read_form(held: Any, parts: list[bytes]) -> Form:
    name, twin, arguments, spec = (_read(each, parts) for each in held)
    return Form(lambda: spec, name, twin, arguments)


def _read_frame(held: Any, parts: list[bytes]) -> pd.DataFrame:
    frame = frame_of(parts[held["place"]])
    for name, cells in held["mixed"].items():
        values = np.empty(len(cells), dtype=object)
        values[:] = [_read(each, parts) for each in cells]
        frame[name] = pd.Series(values, index=frame.index, dtype=object)
    ordered: pd.DataFrame = frame[held["order"]]
    if held["is_object"]:
        ordered.columns = ordered.columns.astype(object)
    return ordered


def _read_record(held: Any, parts: list[bytes]) -> Any:
    name, told = held
    if _kind(name) in SHARED:
        return _shared(json.dumps(held))
    return _kind(name)(**{field: _read(each, parts) for field, each in told.items()})


#: Records that are handed out unchanged: one stands for all that say the same.
SHARED = (Source, Edition, Column)


@lru_cache(maxsize=4096)
def _shared(written: str) -> Any:
    name, told = json.loads(written)
    return _kind(name)(**{field: _read(each, []) for field, each in told.items()})


#: A tag -> what reads the value beside it.
READERS: Mapping[str, Callable[[Any, list[bytes]], Any]] = {
    "word": lambda held, _parts: _kind(held[0])(held[1]),
    "float": lambda held, _parts: float(held),
    "tuple": lambda held, parts: tuple(_read(each, parts) for each in held),
    "range": lambda held, _parts: range(*held),
    "frame": _read_frame,
    "form": _read_form,
    "record": _read_record,
    "mapping": lambda held, parts: {_read(n, parts): _read(each, parts) for n, each in held},
}

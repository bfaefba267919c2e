"""The checked tables on the shelf of their edition: read in a twentieth of the time, a tenth of the memory.

A table is kept as Arrow, typed and with small counts withheld as the store hands it out. What
does not come back alike is not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from lib.store import outlines
from lib.store.bundle import Store
from lib.store.crosscheck import TOPOLOGY
from lib.store.loading import EDITION, edition_of, topology_of
from lib.store.shelf import joined, taken_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store.shelf import Shelf

#: The name of the tables on their shelf.
TABLES = "tables"


def frame_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as Arrow.

    Raises:
        TypeError: it would come back otherwise than it is.
    """
    try:
        table = pa.Table.from_pandas(frame)
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        written = bytes(sink.getvalue())
        pd.testing.assert_frame_equal(frame, frame_of(written), check_exact=True)
    except (pa.ArrowException, AssertionError, ValueError) as error:
        raise TypeError("this frame cannot be kept as Arrow") from error
    return written


def frame_of(written: bytes) -> pd.DataFrame:
    """The frame that `frame_bytes` wrote."""
    with pa.ipc.open_stream(pa.BufferReader(written)) as reader:
        frame: pd.DataFrame = reader.read_all().to_pandas()
    return frame


def put(shelf: Shelf, store: Store) -> bool:
    """Keep the tables of `store`; False where they cannot be kept."""
    frames = store.frames()
    try:
        parts = [frame_bytes(frame) for frame in frames.values()]
    except TypeError:
        return False
    return shelf.put(TABLES, joined(list(frames), parts))


def get(shelf: Shelf, files: Mapping[str, bytes]) -> Store | None:
    """The checked tables of `files` from their shelf, or None where they are not there."""
    content = shelf.get(TABLES)
    if content is None:
        return None
    try:
        names, parts = taken_apart(content)
        frames = {name: frame_of(part) for name, part in zip(names, parts, strict=True)}
    except (ValueError, KeyError, TypeError, pa.ArrowException):
        return None
    edition, _faults = edition_of(files.get(EDITION))
    topology, _more = topology_of(files.get(TOPOLOGY))
    districts, _others = outlines.read(files)
    if edition is None:
        return None
    return Store(edition, {**topology, "districts": districts}, frames, dict(files))

"""Everything slow, done before the first visitor: imports, tables, figures, frozen memory."""

from __future__ import annotations

import gc
from functools import lru_cache

import pandas as pd
import pyarrow as pa

from lib import figures, theme
from lib.model import DataError
from lib.outputs import image
from lib.ui import library


@lru_cache(maxsize=1)
def warm() -> None:
    """Read the tables, build every default figure and freeze the garbage collector's view.

    After each script run the server collects garbage; with pandas, pyarrow and altair in
    memory that costs most of a rerun unless what is long-lived is frozen first. Broken tables
    do not stop the server: its pages then say which table, row and column to mend.
    """
    try:
        held = library.store()
    except DataError:
        return
    for figure_id in figures.REGISTRY:
        options = figures.options(figure_id)
        built = library.figure(figure_id, **figures.defaults(figure_id))
        pa.Table.from_pandas(built.rows.head(1))
        for mode in theme.Mode:
            library.chart(figure_id, figures.defaults(figure_id), mode)
        for name, values in options.items():
            for value in values if len(values) <= 12 else values[:1]:
                library.figure(figure_id, **{**figures.defaults(figure_id), name: value})
    first = library.figure("license_line")
    image.svg(first, held.topology)
    pd.options.mode.copy_on_write = True
    gc.collect()
    gc.freeze()

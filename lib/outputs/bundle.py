"""The whole bundle as one data package that opens anywhere."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from lib.outputs import saving

if TYPE_CHECKING:
    from collections.abc import Mapping


def for_excel(content: bytes) -> bytes:
    """A table as CSV with the mark by which Excel knows UTF-8.

    Without it the accents of a table are broken on the screen, and in the data once it is saved.
    """
    return codecs.BOM_UTF8 + content.removeprefix(codecs.BOM_UTF8)


def zipped(files: Mapping[str, bytes], root: str) -> bytes:
    """The files as a ZIP with one folder `root`; the same files give the same bytes."""
    return saving.zipped(
        {
            f"{root}/{name}": for_excel(content) if name.endswith(".csv") else content
            for name, content in sorted(files.items())
        }
    )


def folder(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP of the folder `data`, byte for byte as that folder has them."""
    return saving.zipped({f"data/{name}": content for name, content in sorted(files.items())})

"""The whole bundle as one data package that opens anywhere."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: One fixed date, so that the same edition always gives the same bytes.
STAMP = (2020, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], root: str) -> bytes:
    """The files as a ZIP with one folder `root`; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{root}/{name}", date_time=STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()

"""A file that a click has made stays until its browser has fetched it.

Streamlit lets go of it when two other visitors have left: it is marked at the first, gone at the
second. Between the answer to the click and the browser's question for the file that may happen.
"""

from __future__ import annotations

import time

from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind

#: Seconds for which a file that was made is not marked: a phone on a poor network needs some.
KEPT = 60.0


class Kept(MediaFileMetadata):
    """What Streamlit notes of a file, with the time at which it was made."""

    def __init__(self, kind: MediaFileKind = MediaFileKind.MEDIA) -> None:
        super().__init__(kind)
        self._made = time.monotonic()

    def mark_for_delete(self) -> None:
        """Let it go at the next occasion, but not while it may still be fetched."""
        if time.monotonic() - self._made >= KEPT:
            super().mark_for_delete()


def keep() -> None:
    """Have Streamlit note files so from now on."""
    media_file_manager.MediaFileMetadata = Kept  # type: ignore[misc]

"""A file that a click has made outlives the visitors who leave meanwhile, and not for long."""

from __future__ import annotations

import pytest
from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from server import made_files


def test_a_file_is_there_until_its_browser_had_the_time_to_fetch_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(media_file_manager, "MediaFileMetadata", made_files.Kept)
    now = [0.0]
    monkeypatch.setattr(made_files.time, "monotonic", lambda: now[0])
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    monkeypatch.setattr(media_file_manager, "_get_session_id", lambda: "synthetic")
    asked = manager.add_deferred(lambda: b"synthetic", "text/csv", "1.2.3", "synthetic.csv")
    name = manager.execute_deferred(asked).rpartition("/")[2]
    for _visitor_leaves in range(4):
        manager.remove_orphaned_files()
    assert storage.get_file(name).content == b"synthetic"
    now[0] = made_files.KEPT + 1
    for _visitor_leaves in range(2):
        manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        storage.get_file(name)


def test_the_server_notes_files_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_file_manager, "MediaFileMetadata", object)
    made_files.keep()
    assert media_file_manager.MediaFileMetadata is made_files.Kept  # type: ignore[comparison-overlap]

"""The app as it is served: warmed up before it calls itself healthy, compressed, guarded.

``streamlit run serve.py`` reads ``.streamlit/config.toml``, finds a free port and runs on
uvloop; ``streamlit run streamlit_app.py`` serves the same pages without them.
"""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

# Arrow's own way of handing out memory keeps 40 MiB that it does not need; it reads this at its import.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

import streamlit as st
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from lib.wording import documents
from server import logs, made_files
from server.addressed import Addressed
from server.assets import CompressedAssets
from server.headers import SecurityHeaders
from server.paths import Paths
from server.shell import Shell, document

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from starlette.types import Scope

#: Bytes of the largest upload that is taken (``server.maxUploadSize``).
LARGEST_UPLOAD = 5 * 1024 * 1024

# Until a first visitor has run `st.navigation`, Streamlit takes pages/ for its older kind of
# app and would answer a cold deep link with the bare page, outside the frame.
PagesManager.uses_pages_directory = False

# A file that a visitor checks stays in memory: above this it would be laid down on the disk.
MultiPartParser.spool_max_size = 2 * LARGEST_UPLOAD


# A download must not be gone because others have left the site as it was made.
made_files.keep()


def describe(path: str, asked: Mapping[str, str]) -> tuple[str, str]:
    """Title and description of a page's document."""
    # Imported here: Streamlit's caches are ready only once its runtime has started.
    from lib.ui import titles

    return titles.title(path, asked), titles.description(path, asked)


def dataset(scope: Scope) -> str:
    """What search engines for data read of the edition in force; nothing where tables are broken."""
    from lib.model import DataError
    from lib.outputs.dataset import script
    from lib.ui import edition
    from server.paths import base_path
    from server.standing import address_of

    try:
        return script(edition.store(), address_of(scope, base_path()))
    except DataError:
        return ""


def sorry(error: Exception) -> bool:
    """Say in our words that a page has failed; Streamlit has written the traceback to the log."""
    from lib.ui.chrome import failed

    return failed(error)


@asynccontextmanager
async def warmed_up(_app: st.App) -> AsyncIterator[None]:
    """Build everything the pages share before the first visitor is let in."""
    # Imported here: Streamlit's caches are ready only once its runtime has started.
    from lib.ui.renewal import watch
    from lib.ui.warm import warm, warm_rest

    logs.set_up()
    warm()
    logs.say_start()
    warm_rest()
    watch()
    yield


app = st.App(
    Path(__file__).with_name("streamlit_app.py"),
    lifespan=warmed_up,
    on_script_error=sorry,
    middleware=[
        Middleware(SecurityHeaders, document=document(documents.site_name())),
        Middleware(Addressed),
        Middleware(Paths),
        Middleware(Shell, describe=describe, dataset=dataset),
        Middleware(CompressedAssets),
    ],
)

"""The one-line app, served exactly as ours is: same server, pace, middleware and frozen memory."""

from __future__ import annotations

import gc
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware

from server.assets import CompressedAssets
from server.headers import SecurityHeaders
from server.shell import Shell, document

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TITLE = "One line"


@asynccontextmanager
async def warmed_up(_app: st.App) -> AsyncIterator[None]:
    """Freeze what is in memory, as ours does."""
    gc.collect()
    gc.freeze()
    yield


app = st.App(
    Path(__file__).with_name("streamlit_app.py"),
    lifespan=warmed_up,
    middleware=[
        Middleware(SecurityHeaders, document=document(TITLE)),
        Middleware(Shell, describe=lambda _path, _asked: (TITLE, "")),
        Middleware(CompressedAssets),
    ],
)

"""Served as the dashboard is: same server, compressed scripts and frozen memory."""

from __future__ import annotations

import gc
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd  # noqa: F401 - imported before memory is frozen
import pyarrow as pa  # noqa: F401
import streamlit as st
from starlette.middleware import Middleware

from server.assets import CompressedAssets

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@asynccontextmanager
async def warmed_up(_app: st.App) -> AsyncIterator[None]:
    """Freeze what is in memory, as the dashboard does."""
    gc.collect()
    gc.freeze()
    yield


app = st.App(
    Path(__file__).with_name("streamlit_app.py"),
    lifespan=warmed_up,
    middleware=[Middleware(CompressedAssets)],
)

"""Scripts, styles and shapes compressed once a process, not once a visitor or never.

Streamlit sends its own scripts as they are (3.9 MB for a page with charts) and leaves
compression to a proxy. Behind no proxy that is seconds on a poor line.
"""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

STREAMLIT_FILES = "/static/"  # names carry a hash: Streamlit marks them immutable
OUR_FILES = "/app/static/"
OUR_MAX_AGE = "public, max-age=3600"
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml")
SMALLEST = 1000  # bytes; below this the header costs more than is saved
LEVEL = 9


@dataclass(frozen=True)
class Asset:
    """One compressed file, as it is sent."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


class CompressedAssets:
    """ASGI middleware that compresses each static file at its first request and keeps it.

    Files are taken not to change while the process lives: an edition is a new process.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, Asset] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the kept file, or let the app answer and keep what it sent."""
        if not _may_be_compressed(scope):
            await self._app(scope, receive, send)
            return
        asset = self._kept.get(scope["path"])
        if asset is None:
            answer = _Answer(send)
            await self._app(_without_gzip(scope), receive, answer.receive_from_app)
            if answer.start is None:
                return
            asset = await _compressed(scope["path"], answer.start, bytes(answer.body))
            self._kept[scope["path"]] = asset
        await send({"type": "http.response.start", "status": 200, "headers": list(asset.headers)})
        await send({"type": "http.response.body", "body": asset.body})


class _Answer:
    """The app's answer: held back when it is worth compressing, passed on when not."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.start: Message | None = None
        self.body = bytearray()

    async def receive_from_app(self, message: Message) -> None:
        """Take one message from the app."""
        if message["type"] == "http.response.start" and _is_worthwhile(message):
            self.start = message
        elif self.start is None:
            await self._send(message)
        else:
            self.body += message.get("body", b"")


def _may_be_compressed(scope: Scope) -> bool:
    """True for a plain GET of a static file by a browser that takes gzip."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    if not scope["path"].startswith((STREAMLIT_FILES, OUR_FILES)):
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


def _without_gzip(scope: Scope) -> Scope:
    """The request as if the browser took no gzip, or Streamlit would compress it each time."""
    kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": kept}


def _is_worthwhile(start: Message) -> bool:
    """True for a whole text of some length: fonts and images are compressed already."""
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and headers.get("content-type", "").startswith(COMPRESSIBLE)
        and "content-encoding" not in headers
        and int(headers.get("content-length", SMALLEST)) >= SMALLEST
    )


async def _compressed(path: str, start: Message, body: bytes) -> Asset:
    """`body` as a gzip asset with headers that fit; compressed off the event loop."""
    small = await asyncio.to_thread(gzip.compress, body, LEVEL, mtime=0)
    headers = MutableHeaders(raw=[pair for pair in start["headers"] if pair[0] != b"set-cookie"])
    del headers["accept-ranges"]
    headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(small))
    headers.add_vary_header("Accept-Encoding")
    # The tag named the plain bytes; the same file compressed is equal but not identical.
    if "etag" in headers and not headers["etag"].startswith("W/"):
        headers["etag"] = f"W/{headers['etag']}"
    if path.startswith(OUR_FILES):
        headers["cache-control"] = OUR_MAX_AGE
    return Asset(tuple(headers.raw), small)

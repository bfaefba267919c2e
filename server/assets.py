"""Scripts, styles and shapes compressed once a process, not once a visitor or never.

Streamlit sends its own scripts as they are (3.9 MB for a page with charts) and leaves
compression to a proxy. Behind no proxy that is seconds on a poor line.
"""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

import brotli
from starlette.datastructures import Headers, MutableHeaders

from server.paths import base_path, inside

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

STREAMLIT_FILES = "/static/"  # names carry a hash: Streamlit marks them immutable
OUR_FILES = "/app/static/"
OUR_MAX_AGE = "public, max-age=3600"
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml")
SOON_DONE = 600_000  # bytes; the first visitor waits less than half a second for these
SMALLEST = 1000  # bytes; below this the header costs more than is saved


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


def _brotli(body: bytes) -> bytes:
    # The next level saves 5% more and takes five times as long: for small files it is worth it.
    return bytes(brotli.compress(body, quality=10 if len(body) < SOON_DONE else 9))


#: The encodings in the order in which they are preferred: brotli saves a tenth over gzip.
ENCODINGS = {"br": _brotli, "gzip": _gzip}


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
        self._kept: dict[tuple[str, str], Asset] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the kept file, or let the app answer and keep what it sent."""
        encoding = _encoding(scope)
        if not encoding:
            await self._app(scope, receive, send)
            return
        key = (scope["path"], encoding)
        asset = self._kept.get(key)
        if asset is None:
            answer = _Answer(send)
            await self._app(_as_it_is(scope), receive, answer.receive_from_app)
            if answer.start is None or not answer.is_whole():
                return
            asset = await _compressed(*key, answer.start, bytes(answer.body))
            self._kept[key] = asset
        await send({"type": "http.response.start", "status": 200, "headers": list(asset.headers)})
        await send({"type": "http.response.body", "body": asset.body})


class _Answer:
    """The app's answer: held back when it is worth compressing, passed on when not."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.start: Message | None = None
        self.body = bytearray()

    def is_whole(self) -> bool:
        """False where the visitor left before the end: half a file must not be kept for others."""
        said = Headers(raw=self.start["headers"] if self.start else []).get("content-length")
        return said is None or int(said) == len(self.body)

    async def receive_from_app(self, message: Message) -> None:
        """Take one message from the app."""
        if message["type"] == "http.response.start" and _is_worthwhile(message):
            self.start = message
        elif self.start is None:
            await self._send(message)
        else:
            self.body += message.get("body", b"")


def _encoding(scope: Scope) -> str:
    """The best encoding that a browser takes for a plain GET of a static file, or nothing."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return ""
    if not _within(scope["path"]).startswith((STREAMLIT_FILES, OUR_FILES)):
        return ""
    headers = Headers(scope=scope)
    taken = [
        each.partition(";")[0].strip() for each in headers.get("accept-encoding", "").split(",")
    ]
    return "" if "range" in headers else next((each for each in ENCODINGS if each in taken), "")


def _within(path: str) -> str:
    """`path` as it stands within the app, whatever folder that is served under."""
    within = inside(path, base_path())
    return "" if within is None else f"/{within}"


def _as_it_is(scope: Scope) -> Scope:
    """The request as if the browser took no encoding, or Streamlit would compress each time."""
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


async def _compressed(path: str, encoding: str, start: Message, body: bytes) -> Asset:
    """`body` in `encoding` with headers that fit; compressed off the event loop."""
    small = await asyncio.to_thread(ENCODINGS[encoding], body)
    headers = MutableHeaders(raw=[pair for pair in start["headers"] if pair[0] != b"set-cookie"])
    del headers["accept-ranges"]
    headers["content-encoding"] = encoding
    headers["content-length"] = str(len(small))
    headers.add_vary_header("Accept-Encoding")
    # The tag named the plain bytes; the same file compressed is equal but not identical.
    if "etag" in headers and not headers["etag"].startswith("W/"):
        headers["etag"] = f"W/{headers['etag']}"
    if _within(path).startswith(OUR_FILES):
        headers["cache-control"] = OUR_MAX_AGE
    return Asset(tuple(headers.raw), small)

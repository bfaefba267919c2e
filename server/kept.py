"""Answers that are made off the event loop, a few at a time, and kept while an edition is in force."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response

from lib.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from starlette.types import Scope

#: Bytes that are kept, compressed; what was asked for longest ago is let go.
ROOM = 16_000_000
#: Answers made at once; a page's visitors come first on the same cores.
AT_ONCE = 2
#: Answers that may wait for their turn; the next one is told to come back.
WAITING = 40
#: What is compressed already.
PACKED = ("application/zip", "application/vnd.apache.parquet", "font/")


@dataclass(frozen=True)
class Kept:
    """One body with its kind and the tag by which a browser knows that it has it."""

    body: bytes
    kind: str
    tag: str
    is_small: bool  # compressed

    @classmethod
    def of(cls, body: bytes, kind: str) -> Kept:
        """`body`, compressed where that helps."""
        tag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
        if kind.startswith(PACKED):
            return cls(body, kind, tag, is_small=False)
        return cls(gzip.compress(body, 6, mtime=0), kind, tag, is_small=True)


class Keeper:
    """What was made, by its key; `cache_clear` is called when another edition comes into force."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._turns = {True: asyncio.Semaphore(1), False: asyncio.Semaphore(AT_ONCE)}
        self._waiting = 0

    def cache_clear(self) -> None:
        """Let everything go."""
        with self._lock:
            self._kept.clear()
            self._size = 0

    def _found(self, key: Hashable) -> Kept | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: Hashable, made: Kept) -> None:
        with self._lock:
            if key in self._kept or len(made.body) > ROOM // 2:
                return
            self._kept[key] = made
            self._size += len(made.body)
            while self._size > ROOM:
                self._size -= len(self._kept.popitem(last=False)[1].body)

    async def get(
        self, key: Hashable, make: Callable[[], tuple[bytes, str]], *, is_slow: bool = False
    ) -> Kept | None:
        """What is kept under `key`, or what `make` makes now; None where too many wait already.

        What takes long right after a start has a turn of its own: nothing waits behind it.
        """
        found = self._found(key)
        if found is not None:
            return found
        if self._waiting >= WAITING:
            return None

        def made() -> Kept:
            # Somebody who came before may have had it made while this one waited.
            if (again := self._found(key)) is not None:
                return again
            body = Kept.of(*make())
            self._keep(key, body)
            return body

        self._waiting += 1
        try:
            async with self._turns[is_slow]:
                return await asyncio.to_thread(made)
        finally:
            self._waiting -= 1


def answer(scope: Scope, kept: Kept, headers: dict[str, str]) -> Response:
    """The body as this browser takes it: whole, compressed, or a word that it has it already."""
    asked = Headers(scope=scope)
    headers = {**headers, "ETag": kept.tag, "Vary": "Accept-Encoding"}
    if _has(asked.get("if-none-match", ""), kept.tag):
        return Response(status_code=304, headers=headers)
    body = kept.body
    if kept.is_small and "gzip" in asked.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    elif kept.is_small:
        body = gzip.decompress(body)
    headers["Content-Type"] = kept.kind
    if scope["method"] == "HEAD":
        return Response(headers={**headers, "Content-Length": str(len(body))})
    return Response(body, headers=headers)


def _has(said: str, tag: str) -> bool:
    """True where a browser says that it holds the body with this tag."""
    bare = tag.removeprefix("W/")
    return any(each.strip().removeprefix("W/") in (bare, "*") for each in said.split(","))


def busy() -> Response:
    """Too many wait: what was asked for is not made now."""
    said = _("The server is busy. Please ask again in a few seconds.")
    return PlainTextResponse(said, 503, headers={"Retry-After": "5", "Cache-Control": "no-store"})

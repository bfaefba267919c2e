"""The HTML document every page starts from: Streamlit's own, with our name and one address.

Opened at a page's address, Streamlit's scripts first ask for ``/programs/_stcore/health``,
are refused, and try the next folder up: two failed requests and a round trip on every deep
link. The document can say where the server is, and then they do not guess.
"""

from __future__ import annotations

import gzip
import html
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from streamlit import config

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


@lru_cache(maxsize=1)
def document(title: str) -> str:
    """Streamlit's document with `title` and the address of the server in it.

    Raises:
        ValueError: Streamlit's document has another form than the one this was written for.
    """
    path = Path(streamlit.__file__).parent / "static" / "index.html"
    text = path.read_text(encoding="utf-8")
    base = "/" + (config.get_option("server.baseUrlPath") or "").strip("/")
    address = f"window.__streamlit={{BACKEND_BASE_URL:window.location.origin+{json.dumps(base)}}}"
    for before, after in (
        ("<title>Streamlit</title>", f"<title>{html.escape(title)}</title>"),
        ("<head>", f"<head>\n    <script>{address}</script>"),
    ):
        if text.count(before) != 1:
            raise ValueError(f"Streamlit's index.html does not hold {before} exactly once")
        text = text.replace(before, after)
    return text


class Shell:
    """ASGI middleware that sends our document wherever Streamlit would send its own."""

    def __init__(self, app: ASGIApp, *, title: str) -> None:
        self._app = app
        self._plain = document(title).encode()
        self._small = gzip.compress(self._plain, mtime=0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with another body when it is the HTML document."""
        # A component's frame, such as the presenter's, is a page of its own; a file is a file.
        own = any(part in scope.get("path", "") for part in ("/component/", "/media/"))
        if scope["type"] != "http" or own:
            await self._app(scope, receive, send)
            return
        takes_gzip = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        body = self._small if takes_gzip else self._plain
        is_document = False

        async def send_ours(message: Message) -> None:
            nonlocal is_document
            if message["type"] == "http.response.start" and _is_html(message):
                is_document = True
                headers = MutableHeaders(raw=list(message["headers"]))
                for name in ("etag", "last-modified", "accept-ranges", "content-encoding"):
                    del headers[name]  # they describe the document that is not sent
                if takes_gzip:
                    headers["content-encoding"] = "gzip"
                headers["content-length"] = str(len(body))
                await send({**message, "headers": headers.raw})
            elif not is_document:
                await send(message)
            elif not message.get("more_body"):
                sent = b"" if scope["method"] == "HEAD" else body
                await send({"type": "http.response.body", "body": sent})

        await self._app(scope, receive, send_ours)


def _is_html(start: Message) -> bool:
    """True for a whole HTML page."""
    content_type = Headers(raw=start["headers"]).get("content-type", "")
    return start["status"] == 200 and content_type.startswith("text/html")

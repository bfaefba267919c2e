"""The HTML document every page starts from: Streamlit's own, with our name, address and scripts.

Opened at a page's address, Streamlit's scripts first ask for ``/programs/_stcore/health``,
are refused, and try the next folder up: two failed requests and a round trip on every deep
link. The document can say where the server is, and then they do not guess.

What Streamlit has no setting for (its words when the connection is lost, a page that a
translator has changed, keys) is done by the scripts in ``static/frame``. The pages work without
them, as under ``streamlit run streamlit_app.py``.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import Headers, MutableHeaders, QueryParams
from streamlit import config

from lib.i18n import current_locale
from lib.wording import documents

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    Describe = Callable[[str, Mapping[str, str]], tuple[str, str]]

#: Our scripts and styles for the document, named in it in the order of their names.
FRAME = Path(__file__).resolve().parents[1] / "static" / "frame"

#: What Streamlit answers under these is never its document: files that visitors take away,
#: frames of components, what static/ holds, its own assets and calls.
NO_DOCUMENTS = ("/media/", "/component/", "/app/static/", "/static/", "/_stcore/")

#: The pages that speak for the data as a whole.
OF_DATA = ("", "data_sources")

#: Where the title and the description go.
TITLE = "<title></title>"

#: Streamlit's words for a browser without scripts, about programs and protocols.
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)

#: Every page, and the pages of the counties.
DOCUMENTS_KEPT = 256


def base() -> str:
    """The path under which the app is served, without a slash at its end; empty at the root."""
    inner = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{inner}" if inner else ""


def references() -> str:
    """The elements that bring in each script and style of `FRAME`.

    The scripts run before Streamlit's own, which are modules. A file's address changes with what
    it holds, so that no browser goes on with the file of an earlier edition.
    """
    lines = []
    for file in sorted(FRAME.glob("*.css")) + sorted(FRAME.glob("*.js")):
        mark = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
        address = html.escape(f"{base()}/app/static/frame/{file.name}?v={mark}")
        if file.suffix == ".css":
            lines.append(f'<link rel="stylesheet" href="{address}">')
        else:
            lines.append(f'<script defer src="{address}"></script>')
    return "\n    ".join(lines)


@lru_cache(maxsize=1)
def _frame() -> str:
    """Streamlit's document with the address of the server, our scripts and our words in it.

    Raises:
        ValueError: Streamlit's document has another form than the one this was written for.
    """
    path = Path(streamlit.__file__).parent / "static" / "index.html"
    text = path.read_text(encoding="utf-8")
    server = json.dumps(base() or "/")
    address = f"window.__streamlit={{BACKEND_BASE_URL:window.location.origin+{server}}}"
    words = html.escape(json.dumps(documents.connection()))
    for before, after in (
        ("<title>Streamlit</title>", TITLE),
        ("<head>", f"<head>\n    <script>{address}</script>\n    {references()}"),
        ('<html lang="en">', f'<html lang="{current_locale().split("_")[0]}">'),
        ("<body>", f'<body data-words="{words}">'),
    ):
        if text.count(before) != 1:
            raise ValueError(f"Streamlit's index.html does not hold {before} exactly once")
        text = text.replace(before, after)
    return NOSCRIPT.sub(f"<noscript><p>{html.escape(documents.no_script())}</p></noscript>", text)


def document(title: str, description: str = "", more: str = "") -> str:
    """The HTML document of a page.

    Args:
        title: its name in a tab and in a list of links.
        description: a sentence on it for search engines and shared links.
        more: further elements of the head, already written.
    """
    head = f"<title>{html.escape(title)}</title>"
    if description:
        head += f'\n    <meta name="description" content="{html.escape(description)}">'
    if more:
        head += f"\n    {more}"
    return _frame().replace(TITLE, head)


@lru_cache(maxsize=DOCUMENTS_KEPT)
def _bodies(title: str, description: str, more: str) -> tuple[bytes, bytes]:
    """The document of a page as it is and compressed."""
    plain = document(title, description, more).encode()
    return plain, gzip.compress(plain, mtime=0)


class Shell:
    """ASGI middleware that sends our document wherever Streamlit would send its own.

    Args:
        app: what answers.
        describe: path of a page and what its address asks for -> title and description.
        dataset: request -> the element that describes the data to search engines.
    """

    def __init__(
        self, app: ASGIApp, *, describe: Describe, dataset: Callable[[Scope], str] | None = None
    ) -> None:
        self._app = app
        self._describe = describe
        self._dataset = dataset
        _frame()  # a Streamlit that this was not written for is told at the start

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with another body when it is the HTML document."""
        if scope["type"] != "http" or not _may_be_document(scope["path"]):
            await self._app(scope, receive, send)
            return
        takes_gzip = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        body = b""
        is_document = False

        async def send_ours(message: Message) -> None:
            nonlocal body, is_document
            if message["type"] == "http.response.start" and _is_html(message):
                is_document = True
                body = _bodies(*self._said(scope))[takes_gzip]
                headers = MutableHeaders(raw=list(message["headers"]))
                for name in ("etag", "last-modified", "accept-ranges", "content-encoding"):
                    del headers[name]  # they describe the document that is not sent
                if takes_gzip:
                    headers["content-encoding"] = "gzip"
                headers["content-length"] = str(len(body))
                headers.add_vary_header("Accept-Encoding")
                await send({**message, "headers": headers.raw})
            elif not is_document:
                await send(message)
            elif not message.get("more_body"):
                sent = b"" if scope["method"] == "HEAD" else body
                await send({"type": "http.response.body", "body": sent})

        await self._app(scope, receive, send_ours)

    def _said(self, scope: Scope) -> tuple[str, str, str]:
        """Title, description and further elements of the head of what a request asks for."""
        path = str(scope["path"]).removeprefix(base()).strip("/")
        more = self._dataset(scope) if self._dataset and path in OF_DATA else ""
        return *self._describe(path, QueryParams(scope["query_string"])), more


def _may_be_document(path: str) -> bool:
    """True for the address of a page, known or not; a file keeps its own bytes."""
    return not path.removeprefix(base()).startswith(NO_DOCUMENTS)


def _is_html(start: Message) -> bool:
    """True for a whole HTML page that is shown and not taken away."""
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and headers.get("content-type", "").startswith("text/html")
        and not headers.get("content-disposition", "").startswith("attachment")
    )

"""Where an address leads: to a page, to a file, to the page it meant, or nowhere.

Streamlit answers every path with its document and a 200, and then says in a box of its own words
that there is no such page; its own navigation links to ``/overview``, which it does not know.
"""

from __future__ import annotations

import asyncio
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from streamlit import config

from lib import nav
from lib.i18n import _
from lib.outputs import markup
from lib.outputs.markup import element
from server import standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

#: Folders that answer for themselves: Streamlit's own, and the files that we serve by address.
FOLDERS = ("_stcore/", "media/", "component/", "app/static/")

#: Pages may be read by anyone; what a page's scripts talk to holds nothing to be listed.
ROBOTS = "User-agent: *\nDisallow: /_stcore/\nDisallow: /media/\nDisallow: /component/\n"

#: The sheet stands alone: it must look right where nothing else can be fetched.
STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
ul { padding-inline-start: 1.2rem; }
"""


def base_path() -> str:
    """The folder under which the app is served, such as ``/dashboard``; empty at the root."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def inside(path: str, base: str) -> str | None:
    """`path` as it stands within the app, without its first slash; None outside of it."""
    if path in (base, f"{base}/"):
        return ""
    return path[len(base) + 1 :] if path.startswith(f"{base}/") else None


@lru_cache(maxsize=1)
def own_files() -> frozenset[str]:
    """Every file of Streamlit's own that a browser may ask for, by its path."""
    folder = Path(streamlit.__file__).parent / "static"
    return frozenset(
        file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()
    ) - {"index.html"}


@lru_cache(maxsize=1)
def _pages() -> dict[str, str]:
    """A page's name as people write it -> where the page stands."""
    ways: dict[str, str] = {"index.html": ""}
    for entry in nav.PAGES:
        target = "" if entry.is_default else entry.path
        ways[entry.path] = ways[entry.path.replace("_", "-")] = target
    return ways


class Paths:
    """ASGI middleware that leads to the pages, and says 404 in our words where nothing is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._base = base_path()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let known paths through, lead those that mean a page to it, and refuse the rest."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            told = standing.ANSWERS.get(inside(scope["path"], self._base) or "")
            answer = (
                # Off the event loop: reading the tables takes a second.
                await asyncio.to_thread(told, scope, self._base)
                if told
                else self._answer(scope["path"], scope["query_string"].decode("latin-1"))
            )
            if answer is not None:
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _answer(self, path: str, query: str) -> Response | None:
        """Our own answer, or None where Streamlit has one."""
        asked = inside(path, self._base)
        if path == "/robots.txt" or asked == "robots.txt":  # robots ask at the root of a host only
            return PlainTextResponse(ROBOTS)
        if asked is None:
            return nowhere(self._base)
        if asked.startswith(FOLDERS) or asked in own_files():
            return None
        name = asked.strip("/").lower()
        page = "" if not name else _pages().get(name)
        if page is None:
            return nowhere(self._base)
        if asked == page:
            return None
        to = f"{self._base}/{page}" + (f"?{query}" if query else "")
        return RedirectResponse(to, status_code=307, headers={"Cache-Control": "no-cache"})


def nowhere(base: str) -> HTMLResponse:
    """The page for an address that leads nowhere, with the ways to all pages."""
    body = element(
        "main",
        element("h1", _("There is no page at this address")),
        element(
            "p",
            _(
                "The address may have been cut short or mistyped on its way here. Every page of "
                "{title} is listed below."
            ).format(title=_("California Palliative Care Progress")),
        ),
        element("ul", *_ways(base)),
    )
    title = _("Page not found | California Palliative Care Progress")
    robots = element("meta", name="robots", content="noindex")
    text = markup.document(title, [robots, element("style", STYLE)], [body])
    return HTMLResponse(text, status_code=404, headers={"Cache-Control": "no-cache"})


def _ways(base: str) -> Iterator[ET.Element]:
    """A link to each page."""
    for entry in nav.PAGES:
        address = f"{base}/{'' if entry.is_default else entry.path}"
        yield element("li", element("a", entry.title, href=address))

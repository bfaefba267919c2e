"""Addresses that others build on: data under ``/data/``, one figure for a frame under ``/embed/``."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from lib.i18n import _
from lib.model import DataError
from lib.outputs import addresses, words
from server import embedded
from server.kept import Keeper, answer, busy
from server.paths import base_path, inside
from server.standing import address_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.types import ASGIApp, Receive, Scope, Send

    from lib.model import Figure
    from lib.store import Store

#: Longer addresses are none of ours.
LONGEST = 1_500

#: The newest edition may be another one in five minutes; a named edition stays what it is.
LATEST_AGE = "public, max-age=300"
EDITION_AGE = "public, max-age=86400"

#: Any page anywhere may read these: they hold nothing that is not public.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

#: Names every figure by its headline: until all are built, that is a while after a start.
LISTS_ALL = "catalog.json"

VERSION = re.compile(r"\d{4}\.[0-9.]+")

KEPT = Keeper()


class Addressed:
    """ASGI middleware that answers under ``/data/`` and ``/embed/`` and passes on the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._base = base_path()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the two folders."""
        asked = inside(scope["path"], self._base) if scope["type"] == "http" else None
        folder, slash, path = (asked or "").partition("/")
        if folder not in ("data", "embed"):
            await self._app(scope, receive, send)
            return
        response = await self._answer(scope, folder, path if slash else None)
        await response(scope, receive, send)

    async def _answer(self, scope: Scope, folder: str, path: str | None) -> Response:
        if scope["method"] == "OPTIONS":
            allow = {"Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Max-Age": "86400"}
            return Response(status_code=204, headers={**OPEN, **allow})
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse(_("Only GET and HEAD."), 405, headers={"Allow": "GET, HEAD"})
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST:
            return PlainTextResponse(_("This address is too long."), 414, headers=OPEN)
        from lib.ui import edition

        try:
            held = edition.store()
        except DataError:
            return busy()
        if folder == "embed":
            return await embedded.answered(scope, held, path or "", self._base, KEPT)
        if path is None:
            return RedirectResponse(f"{self._base}/data/", 307, headers=OPEN)
        return await self._data(scope, held, path)

    async def _data(self, scope: Scope, held: Store, path: str) -> Response:
        """One address of data, of the newest edition or of a named one."""
        from lib.ui import edition

        where = f"{address_of(scope, self._base)}/data/"
        folder, slash, inner = path.partition("/")
        make: Callable[[], bytes]
        age = LATEST_AGE
        if not slash and folder in ("", "index.html", "datapackage.json"):
            make = partial(addresses.top, held, folder or "index.html", build=built)
        elif folder in (addresses.LATEST, held.edition.version):
            if not slash:
                return RedirectResponse(f"{self._base}/data/{folder}/", 307, headers=OPEN)
            age = LATEST_AGE if folder == addresses.LATEST else EDITION_AGE
            choices = embedded.asked(scope)
            name = inner or "index.html"
            make = partial(addresses.content, held, name, choices, build=built)
        else:
            return refused(scope, _other(held, folder, path), where)
        form = (path.rpartition(".")[2] if "." in path else "") or "html"
        kind = addresses.KINDS.get(form if form in addresses.KINDS else "html", "")

        def made() -> tuple[bytes, str]:
            with words.reached_at(where.removesuffix("/data/")):
                return make(), kind

        key = (edition.number(), where, path, tuple(sorted(embedded.asked(scope).items())))
        try:
            kept = await KEPT.get(key, made, is_slow=form == "html" or path.endswith(LISTS_ALL))
        except addresses.UnknownAddressError as error:
            near = await asyncio.to_thread(addresses.near, held, inner)
            return refused(scope, str(error.args[0]), where, [f"{where}{folder}/{n}" for n in near])
        if kept is None:
            return busy()
        described = f'<{self._base}/data/latest/catalog.json>; rel="describedby"'
        return answer(scope, kept, {**OPEN, "Cache-Control": age, "Link": described})


def built(figure_id: str, choices: Mapping[str, str]) -> Figure:
    """A figure of the edition in force, built once a process."""
    from lib.ui import library

    return library.figure(figure_id, **choices)


def _other(held: Store, folder: str, path: str) -> str:
    """Why there is nothing in the folder of another edition."""
    known = set(held.table("editions")["version"].astype(str))
    if folder not in known and not VERSION.fullmatch(folder):
        return _("There is nothing at {path}.").format(path=path)
    if folder not in known:
        return _("There is no edition {version}. The latest is {newest}.").format(
            version=folder, newest=held.edition.version
        )
    return _(
        "Edition {version} is not on this server, which has edition {newest}. Data and sources "
        "lists what changed since then, under What changed. {where}"
    ).format(version=folder, newest=held.edition.version, where=_where_kept())


def _where_kept() -> str:
    """Where an earlier edition can be had."""
    contact = words.contact()
    if contact:
        return _("To get the earlier edition, write to {contact}.").format(contact=contact)
    return _("The earlier edition is in the history of this project's files.")


def refused(scope: Scope, said: str, index: str, near: Sequence[str] = ()) -> Response:
    """404 in plain words, as JSON where that was asked for, with the way to the list of all."""
    headers = {**OPEN, "Cache-Control": "no-cache"}
    takes = Headers(scope=scope).get("accept", "")
    if scope["path"].endswith(".json") or "application/json" in takes:
        return JSONResponse(
            {"error": said, "near": list(near), "index": index}, 404, headers=headers
        )
    lines = [said, *([_("Did you mean:"), *near] if near else [])]
    lines.append(_("All addresses are listed at {index}").format(index=index))
    return PlainTextResponse("\n".join([*lines, ""]), 404, headers=headers)

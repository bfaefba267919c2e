"""Addresses for programs: the feed of editions, whether this process can serve, its numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response

from lib.model import DataError
from lib.outputs import feed, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import Scope

#: An hour: an edition is news for longer than that.
FEED_AGE = "public, max-age=3600"


#: A host as browsers name it; what else stands in its place is not repeated.
HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]{1,255}")


def address_of(scope: Scope, base: str) -> str:
    """Where the dashboard stands: as it was set, else as the request names it."""
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    forwarded = headers.get("x-forwarded-proto", "").partition(",")[0].strip()
    scheme = forwarded if forwarded in ("http", "https") else scope.get("scheme", "http")
    named = host if HOST.fullmatch(host) else "localhost"
    return words.address() or f"{scheme}://{named}{base}"


def _feed(scope: Scope, base: str) -> Response:
    """The editions as Atom, its links absolute."""
    from lib.ui import edition

    address = address_of(scope, base)
    try:
        held = edition.store()
    except DataError:
        return Response(status_code=503)
    return Response(
        feed.atom(held, address),
        media_type="application/atom+xml",
        headers={"Cache-Control": FEED_AGE},
    )


def _ready(_scope: Scope, _base: str) -> Response:
    """Whether sound tables are in force and figures built, which edition, and since when no newer.

    A broken folder fails it, by the names of its tables: no path and no word of a row is told.
    That the process lives is told by Streamlit's own ``/_stcore/health``.
    """
    from lib.ui import edition, renewal, warm

    no_store = {"Cache-Control": "no-store"}
    try:
        held = edition.store()
    except DataError as error:
        tables = sorted({offence.table for offence in error.offences})
        return JSONResponse({"ready": False, "broken": tables}, 503, headers=no_store)
    if warm.is_under_way():
        return JSONResponse({"ready": False, "warming": True}, 503, headers=no_store)
    refused = renewal.refused()
    told = {
        "ready": True,
        "edition": held.edition.version,
        "date": held.edition.date,
        "newer_refused_at": refused.at if refused else None,
    }
    return JSONResponse(told, headers=no_store)


def _metrics(_scope: Scope, _base: str) -> Response:
    """Numbers for Prometheus, where the operator asks for them; else there is nothing here."""
    from server import numbers

    if not numbers.are_asked_for():
        return Response(status_code=404)
    return Response(
        numbers.text(), media_type=numbers.MEDIA_TYPE, headers={"Cache-Control": "no-store"}
    )


#: Path within the app -> what answers it.
ANSWERS: Mapping[str, Callable[[Scope, str], Response]] = {
    feed.NAME: _feed,
    "health/ready": _ready,
    "health/metrics": _metrics,
}

"""What programs ask a server: the feed of editions, and whether it can serve its pages."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.model import DataError, Offence
from lib.ui import edition
from server.paths import Paths

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers, text."""

    status: int
    headers: dict[str, str]
    text: str


def get(path: str) -> Answer:
    """Ask the middleware as a server does; it must answer by itself."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    async def beyond(_scope: Any, _receive: Any, _send: Any) -> None:
        raise AssertionError(f"{path} was passed on")

    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": b"", "scheme": "https",
        "headers": [(b"host", b"example.org")],
    }  # fmt: skip
    asyncio.run(Paths(beyond)(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], headers, body.decode())


def test_the_feed_of_editions_has_absolute_links(store: Any) -> None:
    answer = get("/feed.xml")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert f"Edition {store.edition.version}" in answer.text
    assert 'href="https://example.org/feed.xml"' in answer.text


def test_a_server_with_sound_tables_is_ready_and_says_its_edition(store: Any) -> None:
    answer = get("/health/ready")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    assert json.loads(answer.text) == {
        "ready": True,
        "edition": store.edition.version,
        "date": store.edition.date,
        "newer_refused_at": None,
    }


def test_a_broken_table_fails_readiness_by_name_and_tells_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offence = Offence("cohorts", 7, "name", "a private word", "wrong", "Mend /a/path.")

    def broken(_files: object) -> None:
        raise DataError((offence,))

    monkeypatch.setattr(edition._Force, "store", None)
    monkeypatch.setattr(edition._Force, "broken", None)
    monkeypatch.setattr(edition, "assembled", broken)
    answer = get("/health/ready")
    assert answer.status == 503
    assert json.loads(answer.text) == {"ready": False, "broken": ["cohorts"]}
    assert get("/feed.xml").status == 503

"""What programs ask a server: the feed of editions, and whether it can serve its pages."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.model import DataError, Offence
from lib.ui import edition, warm
from server import logs
from server.paths import Paths
from tests.conftest import awaited

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
    awaited(Paths(beyond)(scope, receive, send))
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


def test_a_server_that_warms_up_is_not_ready_yet(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm._State, "is_under_way", True)
    answer = get("/health/ready")
    assert (answer.status, json.loads(answer.text)) == (503, {"ready": False, "warming": True})


def test_metrics_are_there_only_where_the_operator_asks_for_them(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert get("/health/metrics").status == 404
    monkeypatch.setenv("METRICS", "1")
    answer = get("/health/metrics")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    told = dict(line.rsplit(" ", 1) for line in lines)
    assert told["palliative_tables_sound"] == "1"
    assert float(told["palliative_cpu_seconds_total"]) > 0
    version = f'palliative_edition{{version="{store.edition.version}",date="{store.edition.date}"}}'
    assert told[version] == "1"
    assert answer.text.count("# TYPE") == len(lines)


def test_a_line_of_the_log_is_json_where_that_is_asked_for() -> None:
    try:
        raise ValueError("synthetic")
    except ValueError:
        trace = sys.exc_info()
    record = logging.LogRecord("dashboard", logging.ERROR, "", 0, "%d errors", (2,), trace)
    told = json.loads(logs.Json().format(record))
    assert (told["level"], told["logger"], told["message"]) == ("error", "dashboard", "2 errors")
    assert "ValueError: synthetic" in told["trace"]


def test_the_start_is_told_in_one_line(store: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="dashboard"):
        logs.say_start()
    (said,) = [record.getMessage() for record in caplog.records if record.name == "dashboard"]
    assert f"edition {store.edition.version} of {store.edition.date}" in said
    assert f"{sum(len(frame) for frame in store.frames().values()):,} rows" in said


def test_an_upload_stays_in_memory() -> None:
    from starlette.formparsers import MultiPartParser
    from streamlit import config

    import serve

    assert config.get_option("server.maxUploadSize") * 2**20 <= serve.LARGEST_UPLOAD
    assert MultiPartParser.spool_max_size > serve.LARGEST_UPLOAD

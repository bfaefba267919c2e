"""The document and its replacement: only the page's own document, never a file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from lib import nav
from lib.wording import documents
from server import shell
from tests.conftest import awaited

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = b"<!DOCTYPE html><title>A chart to take away</title>"
EMPTY = b"<!DOCTYPE html><title>Streamlit</title>"
SITE = "California Palliative Care Progress"


@pytest.fixture
def under(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Serve under a base path: ``under("/room")``."""

    def move(base: str) -> None:
        monkeypatch.setattr(shell, "base", lambda: base)
        for kept in (shell._frame, shell._bodies):
            kept.cache_clear()

    yield move
    for kept in (shell._frame, shell._bodies):
        kept.cache_clear()


def answer(path: str, body: bytes, *, query: str = "", method: str = "GET", **more: str) -> Any:
    """What `Shell` makes of an app's answer: status, headers, body."""
    sent: list[Any] = []

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        headers = {"content-type": "text/html; charset=utf-8", "etag": '"1"', **more}
        raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        await send({"type": "http.response.body", "body": body})

    async def send(message: Any) -> None:
        sent.append(message)

    def describe(path: str, asked: Any) -> tuple[str, str]:
        return f"title of {path}", f"about {asked.get('county', 'all')} & more"

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [],
        "query_string": query.encode(),
    }
    awaited(shell.Shell(app, describe=describe)(scope, None, send))  # type: ignore[arg-type]
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize(
    "path",
    ["/media/0123.html", "/app/static/page.html", "/component/presenter/index.html"],
)
@pytest.mark.parametrize("base", ["", "/room", "/media"])
def test_a_file_keeps_its_own_bytes(under: Any, base: str, path: str) -> None:
    under(base)
    headers, body = answer(base + path, FILE)
    assert body == FILE
    assert headers["etag"] == '"1"'


def test_a_page_that_is_taken_away_keeps_its_own_bytes() -> None:
    said = 'attachment; filename="page.html"'
    assert answer("/any/where", FILE, content_disposition=said)[1] == FILE


@pytest.mark.parametrize("base", ["", "/room", "/media"])
def test_every_page_gets_our_document(under: Any, base: str) -> None:
    under(base)
    for path in ("/programs", "/county", "/no/such/page", "/media_coverage"):
        headers, body = answer(base + path, EMPTY, query="county=06029")
        text = body.decode()
        assert f"<title>title of {path[1:]}</title>" in text
        assert 'name="description" content="about 06029 &amp; more"' in text
        assert headers["content-length"] == str(len(body))
        assert "etag" not in headers
        assert answer(base + path, b"", method="HEAD")[1] == b""


@pytest.mark.parametrize("base", ["", "/room"])
def test_the_document_names_each_script_and_style_of_ours(under: Any, base: str) -> None:
    under(base)
    text = answer(f"{base}/programs", EMPTY)[1].decode()
    named = re.findall(r'(?:src|href)="([^"?]*/frame/[^"?]*)\?v=[0-9a-f]{12}"', text)
    files = [each.name for each in shell.FRAME.iterdir()]
    assert sorted(named) == sorted(f"{base}/app/static/frame/{name}" for name in files)
    assert len(files) >= 4
    scripts = [name for name in named if name.endswith(".js")]
    assert scripts == sorted(scripts)
    # Before Streamlit's own, which run after the document as well.
    assert text.index(scripts[-1]) < text.index('type="module"')


def test_no_word_of_streamlit_stands_in_the_document() -> None:
    text = re.sub(
        r"<!--.*?-->|<script.*?</script>|<link[^>]*>", "", shell.document(SITE), flags=re.S
    )
    assert "treamlit" not in re.sub(r"<[^>]*>", "", text)


def test_each_page_has_a_description_of_its_own() -> None:
    held = documents.descriptions()
    told = "one description a page, in the order of lib/nav.py: lib/wording/documents.py"
    assert list(held) == [entry.path for entry in nav.PAGES], told
    assert len(set(held.values())) == len(held)
    # Longer ones are cut where links found are listed.
    assert all(60 <= len(text) <= 165 for text in held.values()), held


def test_the_data_are_described_on_the_pages_that_speak_for_them(store: Any) -> None:
    from lib.outputs import dataset

    made = dataset.script(store, "https://example.org/base")
    for path, expected in (("/", 1), ("/data_sources", 1), ("/programs", 0)):
        sent: list[Any] = []

        async def app(_scope: Any, _receive: Any, send: Any) -> None:
            raw = [(b"content-type", b"text/html; charset=utf-8")]
            await send({"type": "http.response.start", "status": 200, "headers": raw})
            await send({"type": "http.response.body", "body": EMPTY})

        async def send(message: Any, sent: list[Any] = sent) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
        described = shell.Shell(app, describe=lambda *_: ("t", "d"), dataset=lambda _: made)
        awaited(described(scope, None, send))  # type: ignore[arg-type]
        assert sent[-1]["body"].decode().count("application/ld+json") == expected
    told = json.loads(made.split(">", 1)[1].rsplit("<", 1)[0])
    assert told["@type"] == "Dataset"
    assert told["version"] == store.edition.version
    urls = [each["contentUrl"] for each in told["distribution"]]
    assert urls[0] == "https://example.org/base/data/latest/bundle.zip"

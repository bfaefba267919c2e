"""The server from outside: headers, bytes on the wire; `test_links.py` asks a cold one."""

from __future__ import annotations

import gzip
import urllib.request
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit
    from tools.serving import Server

# Bytes on the wire, first visit to the first page: Streamlit's scripts and its two fonts, most
# of them.
COLD_LIMIT = 1_600_000
WARM_LIMIT = 60_000


def answer_of(url: str, **headers: str) -> tuple[dict[str, str], bytes]:
    """Headers (names in lower case) and body, undecoded."""
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def bytes_on_the_wire(visit: Visit, path: str) -> int:
    """What opening `path` brings in, as the network sees it."""
    received = []
    session = visit.context.new_cdp_session(visit.page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    visit.open(path)
    session.detach()
    return int(sum(received))


def test_every_answer_carries_the_security_headers(server: Server) -> None:
    for path in ("", "programs", "_stcore/health", "app/static/ca_counties.topo.json"):
        headers, _ = answer_of(server.url + path)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'self'" in policy
        assert "http:" not in policy
        assert "https:" not in policy
        assert "*" not in policy


def test_county_shapes_travel_compressed_and_are_kept(server: Server) -> None:
    url = f"{server.url}app/static/ca_counties.topo.json"
    _, plain = answer_of(url)
    for _attempt in range(2):
        _, smaller = answer_of(url, **{"Accept-Encoding": "gzip, deflate, br"})
        assert brotli.decompress(smaller) == plain
        headers, small = answer_of(url, **{"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip"
        assert "max-age" in headers["cache-control"]
        assert gzip.decompress(small) == plain
        assert len(small) < 0.5 * len(plain)


def test_first_visit_and_return_stay_within_their_bytes(
    first_visit: Callable[..., Visit],
) -> None:
    visitor = first_visit()
    cold = bytes_on_the_wire(visitor, "")
    assert cold <= COLD_LIMIT
    assert bytes_on_the_wire(visitor, "") <= WARM_LIMIT

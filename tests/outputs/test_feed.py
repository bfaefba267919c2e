"""The feed of editions, read back as a reader of feeds would."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from lib.outputs import feed

NAMES = {"a": feed.ATOM}


def test_the_feed_lists_every_edition_the_newest_first(store) -> None:
    root = ET.fromstring(feed.atom(store, "https://example.org/care"))  # noqa: S314 - ours
    assert root.tag == f"{{{feed.ATOM}}}feed"
    assert root.findtext("a:updated", namespaces=NAMES) == f"{store.edition.date}T00:00:00Z"
    titles = [e.findtext("a:title", namespaces=NAMES) for e in root.findall("a:entry", NAMES)]
    wanted = [f"Edition {v}" for v in store.table("editions")["version"].iloc[::-1]]
    assert titles == wanted
    ids = [e.findtext("a:id", namespaces=NAMES) for e in root.findall("a:entry", NAMES)]
    assert len(set(ids)) == len(ids)
    for link in root.iter(f"{{{feed.ATOM}}}link"):
        assert link.get("href", "").startswith("https://example.org/care/")


def test_the_same_edition_gives_the_same_feed(store) -> None:
    assert feed.atom(store, "https://example.org") == feed.atom(store, "https://example.org")

"""A feed (Atom) of editions: readers of it hear of a new edition and what it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from lib.derive import editions
from lib.i18n import _
from lib.wording import editions as words

if TYPE_CHECKING:
    from lib.store import Store

ATOM = "http://www.w3.org/2005/Atom"
NAME = "feed.xml"


def atom(store: Store, address: str) -> bytes:
    """The editions as an Atom feed, the newest first.

    Ids rest on `address`, where the dashboard is read, without a slash at its end.
    """
    # Written without a prefix, as readers of feeds expect it.
    feed = ET.Element("feed", {"xmlns": ATOM})
    newest = store.edition
    _text(feed, "title", _("{title}: editions").format(title=newest.title))
    _text(feed, "id", f"{address}/")
    _text(feed, "updated", f"{newest.date}T00:00:00Z")
    ET.SubElement(feed, "link", {"rel": "self", "href": f"{address}/{NAME}"})
    ET.SubElement(feed, "link", {"rel": "alternate", "href": f"{address}/"})
    _text(ET.SubElement(feed, "author"), "name", newest.title)
    changes = store.table("edition_changes")
    headlines = store.table("edition_headlines")["version"]
    table = store.table("editions").set_index("version")
    for version in editions.versions(store)[::-1]:
        entry = ET.SubElement(feed, "entry")
        own = editions.by_kind(changes[changes["version"].eq(version)])
        note = str(table.at[version, "note"])
        if own:
            note = f"{note} {words.counts(own, int(headlines.eq(version).sum()))}"
        _text(entry, "title", _("Edition {version}").format(version=version))
        _text(entry, "id", f"{address}/#edition-{version}")
        _text(entry, "updated", str(table.at[version, "date"]) + "T00:00:00Z")
        ET.SubElement(entry, "link", {"rel": "alternate", "href": f"{address}/data_sources"})
        _text(entry, "summary", note)
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text

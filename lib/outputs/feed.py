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

    Args:
        store: the tables.
        address: where the dashboard is read, without a slash at its end; ids rest on it.
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
    headlines = store.table("edition_headlines")["version"].value_counts()
    for edition in store.table("editions").iloc[::-1].itertuples(index=False):
        entry = ET.SubElement(feed, "entry")
        own = changes[changes["version"].eq(edition.version)]["kind"].value_counts()
        counted = words.counts(own.to_dict(), int(headlines.get(edition.version, 0)))
        _text(entry, "title", _("Edition {version}").format(version=edition.version))
        _text(entry, "id", f"{address}/#edition-{edition.version}")
        _text(entry, "updated", f"{edition.date}T00:00:00Z")
        href = f"{address}/data_sources"
        ET.SubElement(entry, "link", {"rel": "alternate", "href": href})
        is_first = edition.version == editions.versions(store)[0]
        _text(entry, "summary", str(edition.note) if is_first else f"{edition.note} {counted}")
    ET.indent(feed)
    return ET.tostring(feed, encoding="utf-8", xml_declaration=True)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    """A child element with text."""
    ET.SubElement(parent, tag).text = text

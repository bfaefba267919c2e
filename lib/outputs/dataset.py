"""The edition as search engines for data read it: schema.org's Dataset, as JSON-LD."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.outputs.markup import element, html

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from lib.store import Store

LICENSE = "https://creativecommons.org/licenses/by/4.0/"


@lru_cache(maxsize=1)  # of the edition in force: one more would keep an earlier one in memory
def _years(store: Store) -> tuple[str, str]:
    """The first and the last year that an observation speaks of."""
    rows = store.observations
    return str(rows["period_start"].min())[:4], str(rows["period_end"].max())[:4]


def described(store: Store, address: str) -> dict[str, object]:
    """What the data are, and where they can be had.

    `address` is where the dashboard stands, without a slash at its end; "" for a folder of files.
    """
    edition = store.edition
    first, last = _years(store)
    data = f"{address}/data/latest" if address else "data/latest"
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": edition.title,
        "description": _(
            "Sourced facts on palliative care in California: hospitals that report a program, "
            "organizations and learning communities, milestones, and need by county, district and "
            "group. Every number names its source."
        ),
        "url": f"{address}/" if address else "index.html",
        "version": edition.version,
        "dateModified": edition.date,
        # Projections reach further; what is known does not.
        "temporalCoverage": f"{first}/{min(last, edition.date[:4])}",
        "spatialCoverage": {"@type": "Place", "name": _("California, United States")},
        "license": LICENSE,
        "isAccessibleForFree": True,
        "keywords": [_("palliative care"), _("serious illness"), _("hospitals"), _("California")],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/zip",
                "contentUrl": f"{data}/bundle.zip",
            },
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": f"{data}/catalog.json",
            },
        ],
    }


def holder(store: Store, address: str) -> ET.Element:
    """The element of a page's head that holds it; no text in it can end the element."""
    text = json.dumps(described(store, address), ensure_ascii=False).replace("<", "\\u003c")
    return element("script", text, type="application/ld+json")


def script(store: Store, address: str) -> str:
    """The same as text."""
    return html(holder(store, address))

"""Lists that are tables of the page."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pandas as pd

from lib.ui import finder, library, listing


def test_a_list_is_a_table_with_a_caption_and_nothing_in_it_is_markup() -> None:
    invented = pd.DataFrame({"Site": ["A & B <script>", "*C*"], "Beds": ["12", "Not held"]})
    region = ET.fromstring(listing.written(invented, "Sites, synthetic"))  # noqa: S314 - ours
    assert (region.get("role"), region.get("tabindex")) == ("region", "0")
    assert region.get("aria-label") == region.findtext("table/caption") == "Sites, synthetic"
    assert [(th.text, th.get("scope")) for th in region.iter("th")] == [
        ("Site", "col"),
        ("Beds", "col"),
    ]
    assert [td.text for td in region.iter("td")] == ["A & B <script>", "12", "*C*", "Not held"]
    assert not list(region.iter("script"))


def test_an_address_is_a_link_and_long_texts_keep_a_width() -> None:
    address = "https://example.org/synthetic/list.html"
    invented = pd.DataFrame(
        {"Text": ["Short", "More than twenty-four letters", "Long " * 20, address]}
    )
    region = ET.fromstring(listing.written(invented, "Synthetic"))  # noqa: S314 - ours
    assert [cell.get("class") for cell in region.iter("td")] == [None, "some", "long", None]
    (link,) = region.iter("a")
    assert (link.get("href"), link.text) == (address, "example.org")


def test_the_finder_lists_what_fits_and_says_how_many() -> None:
    kern = finder._fitting((), "06029", "all", "county")
    assert len(kern) == 14
    shown = finder._listed(kern)
    assert shown.startswith("<p>14 hospital sites match.</p>")
    assert shown.count("<tr>") == 1 + 14
    every = finder._listed(finder._fitting((), "all", "all", "county"))
    sites = library.store().table("hospital_programs")["facility_id"].nunique()
    assert f"{sites} hospital sites match. You see 1 to 25." in every
    assert every.count("<tr>") == 1 + 25
    none = finder._listed(finder._fitting(("no", "such", "hospital"), "all", "all", "county"))
    assert "No hospital matches" in none
    assert "<table" not in none
    words = ("cedars", "angeles")
    cedars = finder._fitting(words, "all", "all", "county")
    assert len(cedars) == 1
    assert finder._fitting(words, "06029", "all", "county") == ()

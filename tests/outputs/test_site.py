"""The static edition: what it holds of a declaration, its search, and the same bytes each time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from lib import pages, theme
from lib.outputs import (
    addresses,
    drawing as drawings,
    flat,
    markup,
    outlines,
    site,
    site_data,
    site_frame,
    site_pages,
    site_places,
    site_search,
)
from lib.outputs.drawing import SVG
from lib.outputs.markup import element
from lib.outputs.site_frame import Part, SitePage, choice_file, district_file, file_of
from lib.outputs.site_pages import held_of
from lib.pages import shown_on
from tests.conftest import ROOT
from tests.frozen import DATA
from tools import check_site, make_site

if TYPE_CHECKING:
    from pathlib import Path

    from lib.store import Store

#: Light pages of several kinds, made twice.
TWICE = [("district", "assembly 2"), ("chapter", "participation")]


def headings(page: SitePage) -> list[str]:
    return [part.heading for part in page.parts if part.heading]


def shown(page: SitePage) -> list[str]:
    return [part.figure.figure_id for part in page.parts if part.figure is not None]


def test_a_page_reads_as_it_is_declared_with_all_its_tabs(store: Store) -> None:
    (entry,) = site_pages.chapters(["drivers"])
    page, *_more = site_pages.chapter(held_of(store), entry)
    declared = pages.PAGES["drivers"]
    assert headings(page) == [*(tab.title for tab in declared.tabs), "What we do not know"]
    assert shown(page) == list(declared.figures())
    assert page.title.startswith("Of ")


def test_a_place_has_every_figure_of_its_declaration(store: Store) -> None:
    district = site_places.district(held_of(store, chamber="senate", number="4"))
    assert set(shown(district)) == {*pages.PAGES["district"].figures()} - {"district_map"}
    (brief,) = next(part.files for part in district.parts if part.files).values()
    assert brief[1].startswith(b"%PDF")  # type: ignore[arg-type]
    links = {to for part in district.parts for to in part.links}
    assert {"county/mono.html", "districts-senate.html"} <= links


def test_every_value_of_a_long_choice_has_a_page_and_a_list(store: Store) -> None:
    offers = site_pages.offers(store)
    assert len({offer.key for offer in offers}) == len(offers)
    assert {offer.parameter for offer in offers} >= {"measure", "indicator", "gap", "county"}
    indicators = next(offer for offer in offers if offer.parameter == "indicator")
    made = site_pages.chosen(held_of(store), indicators, indicators.values[3])
    assert made.file == choice_file(indicators.key, indicators.values[3])
    listed = site_pages.choice_index(indicators, {made.file: made.title, "other.html": "X"})
    assert listed.parts[0].links == {made.file: made.title}


def test_two_values_of_one_finding_are_told_apart(store: Store) -> None:
    offer = site_pages.Offer("county_map", "measure", ("county_map",), ("one_a", "one_b"))
    titles = {choice_file(offer.key, value): "Same" for value in offer.values}
    assert list(site_pages.choice_index(offer, titles).parts[0].links.values()) == [
        "Same (one a)",
        "Same (one b)",
    ]


def test_the_search_knows_places_subjects_zips_and_charts(store: Store) -> None:
    text = site_search.listed(held_of(store), [("A finding", "rural.html#rural_sites")])
    held: dict[str, Any] = json.loads(text.removeprefix("window.LIST = ").rstrip(";\n"))
    by_name = {(group, name): file for group, name, file, *_rest in held["entries"]}
    assert by_name["place", "Kern County"] == "county/kern.html"
    assert by_name["district", "Assembly District 2"] == district_file("assembly", 2)
    assert by_name["page", "Equity"] == file_of("equity")
    assert by_name["chart", "A finding"] == "rural.html#rural_sites"
    assert {entry[0] for entry in held["entries"]} <= set(held["groups"])
    assert ["", "Humboldt", "100%"] in held["zips"]["95501"]
    assert len(held["zips"]["95501"]) >= 4  # the county, and a district of each chamber


def test_a_page_says_what_it_is_to_those_who_share_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = SitePage("county/x.html", "X County", "Words.", [], "About X.")
    text = site.files(page, store)["county/x.html"]
    assert '<meta content="About X." property="og:description">' in text or (
        'property="og:description" content="About X."' in str(text)
    )
    assert "../preview.png" in str(text)
    assert "Only the online dashboard" in str(text)
    monkeypatch.setenv("SITE_ADDRESS", "https://care.example.org/copy/")
    text = str(site.files(page, store)["county/x.html"])
    assert "https://care.example.org/copy/preview.png" in text
    assert "https://care.example.org/copy/county/x.html" in text


def test_the_first_page_says_to_search_engines_where_the_data_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(file: str) -> str:
        return str(site.files(SitePage(file, "X", "", []), store)[file])

    assert '"contentUrl": "data/latest/bundle.zip"' in told("index.html")
    assert "schema.org" not in told("rural.html")
    monkeypatch.setenv("SITE_ADDRESS", "https://care.example.org/copy/")
    assert "https://care.example.org/copy/data/latest/bundle.zip" in told("data_sources.html")


def test_a_finding_over_a_page_is_not_said_twice(store: Store) -> None:
    figure = held_of(store).figure("surveys")
    page = SitePage("x.html", figure.headline, "", [Part(figure=figure)])
    text = str(site.files(page, store)["x.html"])
    assert f"<h1>{figure.headline}</h1>" in text
    assert 'id="surveys"' in text  # what leads to the figure leads to the page
    assert "<h2" not in text


def test_rows_and_a_frame_stand_at_the_addresses_of_the_app(store: Store) -> None:
    figure = held_of(store).figure("site_split", split="beds")
    made = site.files(SitePage("x.html", "X", "", [Part(figure=figure)]), store)
    path = "figures/site_split/split=beds"
    for form in ("csv", "json"):
        assert made[f"data/latest/{path}.{form}"] == addresses.content(store, f"{path}.{form}")
    frame = str(made["embed/site_split/split=beds.html"])
    assert 'href="../../x.html#site_split"' in frame
    assert figure.headline in frame
    assert "Source:" in frame
    assert 'href="embed/site_split/split=beds.html"' in str(made["x.html"])
    # A place is always named, also the one that a figure shows when none is asked for.
    usual = held_of(store).figure("county_four")
    assert site_data.address(usual, store).endswith("county_four/county=06037.csv")


def test_a_frame_of_two_pages_is_one_file(store: Store) -> None:
    figure = held_of(store).figure("site_split", split="beds")
    file = site_data.frame_file(figure, store)
    made = {
        site_data.frame(figure, store, file, site_frame.more_file("site_split", path))
        for path in ("programs", "equity")
    }
    assert len(made) == 1


def test_a_frame_leads_to_the_page_that_shows_its_figure(store: Store) -> None:
    (entry,) = site_pages.chapters(["participation"])
    page, *_more = site_pages.chapter(held_of(store), entry)
    for figure_id in shown(page):
        figure = held_of(store).figure(figure_id)
        assert shown_on()[figure_id] != "participation" or (
            site_data._page_of(figure, store) == page.file
        )


@pytest.mark.parametrize("figure_id", ["license_line", "county_status_map", "need_supply_map"])
def test_a_drawing_for_both_grounds_is_the_drawing_of_either(store: Store, figure_id: str) -> None:
    figure = held_of(store).figure(figure_id)

    def drawn(mode: theme.Mode) -> str:
        return drawings.text(drawings.chart(figure, store.topology, width=720, mode=mode))

    either = drawn(theme.Mode.AUTO)
    assert "var(--" in either
    for mode in (theme.Mode.LIGHT, theme.Mode.DARK):
        colors = theme.PALETTES[mode]
        assert re.sub(r"var\(--(\w+)\)", lambda m: colors[m[1]], either) == drawn(mode)  # noqa: B023


def test_the_data_of_a_site_are_listed_and_checked(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {"tables": ("counties",), "indicators": (), "figures": ("county_four",)}
    monkeypatch.setattr(addresses, "names", lambda _store: few)
    held = held_of(store)
    made = [
        *site_data.whole(held, "tables", few["tables"]),
        *site_data.usual(held, few["figures"]),
        *site_data.rows(held.figure("county_four", county="06029"), store),
    ]
    variants = {"county_four": [{"county": "06029"}, {"county": "06003"}]}
    make_site._save(tmp_path, [*made, *site_data.shared(held, variants)])
    make_site.also(tmp_path / "data", store.edition.version)
    latest, kept = tmp_path / "data" / "latest", tmp_path / "data" / store.edition.version
    table = "tables/counties.csv"
    assert (latest / table).read_bytes() == (kept / table).read_bytes()
    found = [fault for fault in check_site._data_faults(tmp_path) if "datapackage" not in fault]
    lacking = [fault for fault in found if "county=06003" in fault]
    assert len(lacking) == 4  # two forms in two folders
    assert not [
        fault for fault in found if "county=06029" in fault or "tables/counties.csv" in fault
    ]
    assert "question mark" not in (tmp_path / "data" / "index.html").read_text("utf-8")


def drawing(inner: str) -> ET.Element:
    """An invented drawing."""
    return ET.fromstring(  # noqa: S314 - ours
        f'<svg xmlns="{SVG}" viewBox="0 0 100 100"><g>{inner}</g></svg>'
    )


def test_what_marks_say_alike_is_said_at_their_group() -> None:
    drawn = drawing('<path d="M0,0" fill="#000"/><path d="M1,1" fill="#000" stroke="#fff"/>')
    flat.lighten(drawn)
    (group,) = drawn
    assert group.get("fill") == "#000"
    assert [part.get("fill") for part in group] == [None, None]
    assert [part.get("stroke") for part in group] == [None, "#fff"]


def test_a_shape_of_many_marks_is_drawn_once() -> None:
    long = "M4.69,0A4.69,4.69,0,1,1,-4.69,0A4.69,4.69,0,1,1,4.69,0"
    marks = "".join(
        f'<path transform="translate({n},2)" fill="#111" d="{long}"/>' for n in range(40)
    )
    drawn = drawing(marks)
    flat.draw_once(drawn, "f1-")
    defs, group = drawn
    assert [(part.get("d"), part.get("fill")) for part in defs] == [(long, "#111")]
    assert {part.get("href") for part in group} == {"#f1-0"}
    assert [(part.get("x"), part.get("y")) for part in group][:2] == [("0", "2"), ("1", "2")]


def test_an_outline_keeps_what_is_seen_of_it() -> None:
    near = "".join(f"L{50 + n / 100},50" for n in range(80))
    away = "".join(f"L{500 + n},{n}" for n in range(0, 80, 2))
    drawn = drawing(f'<path d="M50,50{near}L90,90{away}L50,60Z"/><path d="M500,1{away}Z"/>')
    outlines.thin(drawn)
    (seen,) = drawn[0]
    points = outlines.POINT.findall(seen.get("d", ""))
    assert ("50.0", "50.0") in points
    assert ("90.0", "90.0") in points
    assert len(points) < 8


def test_a_mark_with_words_ends_as_it_began() -> None:
    inner = element("path", element("title", "Words"), d="M0,0")
    text = markup.document("T", [], [element("svg", inner, element("path", d="M1,1"))])
    assert "<title>Words</title></path>" in text
    assert '<path d="M1,1"/>' in text


def test_the_check_weighs_the_first_page_and_each_kind(tmp_path: Path) -> None:
    made = "<!doctype html><html><h1>X</h1>{}</html>"
    (tmp_path / "county").mkdir()
    (tmp_path / "index.html").write_text(made.format("x" * 410_000))
    (tmp_path / "county" / "a.html").write_text(made.format("x" * 310_001))
    found = check_site.faults(tmp_path)
    assert [fault.partition(":")[0] for fault in found] == ["county/a.html", "index.html"]


def test_two_builds_give_the_same_bytes(store: Store, tmp_path: Path) -> None:
    """Once here, once in a process of its own with another order of sets."""
    here, there = tmp_path / "here", tmp_path / "there"
    for task in TWICE:
        assert make_site._make(store, here, task).failed == []
    code = (
        f"from pathlib import Path; from tools import make_site as m; s = m.load(Path({str(DATA)!r})); "
        f"[m._make(s, Path({str(there)!r}), task) for task in {TWICE!r}]"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=environment)
    names = sorted(path.relative_to(here) for path in here.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(there) for path in there.rglob("*") if path.is_file())
    assert [n for n in names if (here / n).read_bytes() != (there / n).read_bytes()] == []

"""The link that every file carries leads to the page that draws its figure."""

from __future__ import annotations

import html
import io
import zipfile
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from lib import figures, nav, pages
from lib.derive import measures
from lib.derive.measures import Role
from lib.outputs import brief, image, parcel, sheet, words, workbook
from lib.subjects.milestones import overlay
from lib.ui import catalog, cohorts, community, finder, milestones

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from lib.model import Figure

FILES = {entry.path: entry.file for entry in nav.PAGES}
#: Choices with more values than this are tried at two of them: counties, districts, indicators.
MANY = 8

#: The roles that the page offers for a parameter that takes any measure.
ROLES = {"need": Role.NEED, "supply": Role.SUPPLY}

#: Figures whose headline is the page's own, or stands in a line of text.
HEADED = ("headline_numbers", "four_numbers", "participation_points")


def tried(store: Any, figure_id: str, name: str, values: tuple[str, ...]) -> list[str]:
    """The values of a choice for which a link is opened."""
    if name in ROLES:
        roles = {m.measure_id: m.role for m in measures.measures(store)}
        values = tuple(value for value in values if roles[value] is ROLES[name])
    if name == "year" and figure_id in ("county_map", "county_bars"):
        return ["newest"]  # which years there are depends on the measure: see the next test
    if name == "number":
        return ["2", "40"]  # every chamber has these
    if name == "reference":
        values = ("usual", "Latino")  # what the first view can be compared with
    return list(values if len(values) <= MANY else (values[1], values[-1]))


def variants(store: Any, figure_id: str) -> list[dict[str, str]]:
    """Choices of a figure in which each value of each choice occurs, all changed at once."""
    options = figures.options(figure_id, store)
    held = {name: tried(store, figure_id, name, values) for name, values in options.items()}
    if overlay.fits(figures.build(store, figure_id, {})):
        held[overlay.PARAMETER] = list(overlay.kinds(store))[:3]
    if figure_id == "equity_gap":  # who can be compared with depends on the view
        return [*({"gap": gap} for gap in held["gap"]), {"reference": "Latino"}]
    most = max([1, *(len(values) for values in held.values())])
    return [{name: values[i % len(values)] for name, values in held.items()} for i in range(most)]


def headlines(app: AppTest) -> list[str]:
    """Every headline of a page, without the marks of Markdown."""
    heads = [*app.title, *app.header, *app.subheader, *app.markdown]
    lines = [str(each.value).replace("\\", "").partition("\n")[0] for each in heads]
    return [line.removeprefix("### ").strip("*") for line in lines]


def test_every_figure_has_a_page(store: Any) -> None:
    assert set(pages.shown_on()) == set(figures.REGISTRY)


@pytest.mark.parametrize("path", FILES)
def test_the_link_of_every_choice_opens_the_figure(
    open_page: Callable[..., AppTest], store: Any, path: str
) -> None:
    """Figures whose links say the same are looked for on one page."""
    links: dict[str, list[Figure]] = {}
    for figure_id in figures.REGISTRY:
        if pages.shown_on()[figure_id] == path:
            for params in variants(store, figure_id):
                figure = figures.build(store, figure_id, params)
                link = urlsplit(words.place_of(figure))
                assert (link.path or "overview") == path
                links.setdefault(link.query, []).append(figure)
    app = open_page(FILES[path])
    lost = []
    for query, held in links.items():
        app.query_params.clear()
        for name, value in parse_qsl(query):
            app.query_params[name] = value
        app.run()
        assert not app.exception
        said = [str(note.value) for note in app.info]
        if any("does not know" in each or "not held" in each for each in said):
            lost.append((query, said))
        shown = headlines(app)
        lost += [
            (query, [figure.headline])
            for figure in held
            if figure.figure_id not in HEADED and figure.headline not in shown
        ]
        now = {each.key: each.value for each in app.get("button_group")}
        for figure in held:
            kind = figure.params.get(overlay.PARAMETER)
            if kind:
                assert now[f"choose-{figure.figure_id}_{overlay.PARAMETER}"] == kind
    assert lost == []


def test_the_link_of_every_measure_says_its_color(store: Any) -> None:
    for measure in measures.measures(store):
        params = {"measure": measure.measure_id, "year": "newest"}
        said = words.query_of(figures.build(store, "county_map", params))
        assert said == {**params, "zoom": "state", "color": measure.role.value}


@pytest.mark.parametrize(
    ("query", "color"),
    [
        ({"measure": "people_85_share"}, "need"), ({"measure": "broadband_share"}, "context"),
        ({"need": "people_65_share"}, "both"), ({}, "supply"),
        ({"measure": "people_85_share", "color": "supply"}, "supply"),
    ],
)  # fmt: skip
def test_a_link_made_before_links_said_the_color_opens_its_map(
    open_page: Callable[..., AppTest], query: dict[str, str], color: str
) -> None:
    app = open_page("pages/county_map.py", **query)
    now = {each.key: each.value for each in app.get("button_group")}
    assert now["choose-color"] == color


FILTERS = (
    ("pages/programs.py", {"find": "Kern Medical", "answer": "Yes", "sort": "name"}, "hospital_list"),
    ("pages/milestones.py", {"milestone_words": "hospice", "of_level": "state"}, "milestone_list"),
    ("pages/community_action.py", {"toolkit": "care"}, "toolkit_list"),
    ("pages/learning_communities.py", {"cohort_kind": "learning_community"}, "cohort_ledger"),
    ("pages/learning_communities.py", {"cohort": "ppp_2014"}, "cohort_facts"),
    ("pages/data_sources.py", {"indicator": "cohort_participant_count"}, "indicator_card"),
)  # fmt: skip


@pytest.mark.parametrize(("file", "query", "figure_id"), FILTERS, ids=[e[2] for e in FILTERS])
def test_the_file_of_a_search_leads_back_to_the_search(
    open_page: Callable[..., AppTest],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    query: dict[str, str],
    figure_id: str,
) -> None:
    taken: dict[str, Callable[[], Figure]] = {}

    def offered(label: str, figure: Figure, made: Callable[[], Figure] | None = None) -> None:
        taken[figure.figure_id] = made or (lambda: figure)

    for module in (catalog, cohorts, community, finder, milestones):
        monkeypatch.setattr(module, "offer_rows", offered)
    open_page(file, **query)
    link = urlsplit(words.place_of(taken[figure_id]()))
    said = dict(parse_qsl(link.query))
    assert {name: said.get(name, "").lower() for name in query} == {
        name: value.lower() for name, value in query.items()
    }


SITE = "https://dashboard.example.org/base"


def test_every_file_of_a_figure_names_the_host(store: Any, tmp_path: Path) -> None:
    figure = figures.build(store, "county_map", {"measure": "people_85_share"})
    link = f"{SITE}/county_map?measure=people_85_share&year=newest&zoom=state&color=need#county_map"
    with words.reached_at(SITE):
        assert words.link_line(figure) == link
        drawn = image.svg(figure, store.topology)
        page = sheet.html(figure, store.topology)
        parcel_ = zipfile.ZipFile(io.BytesIO(parcel.zipped(figure)))
        book = workbook.xlsx(figure)
        brief_words = brief.contents(store, "06019")[1]["footer"]
    text = "".join(ET.fromstring(drawn).itertext())  # noqa: S314 - our own drawing
    assert link.replace(" ", "") in text.replace(" ", "")
    assert link in html.unescape(page)
    read_me = next(name for name in parcel_.namelist() if "readme" in name.lower())
    assert link in parcel_.read(read_me).decode()
    saved = tmp_path / "book.xlsx"
    saved.write_bytes(book)
    cells = [str(c.value) for sheet_ in openpyxl.load_workbook(saved) for r in sheet_ for c in r]
    assert any(link in cell for cell in cells)
    assert brief_words == f"{SITE}/county?county=06019&tab=meeting#county_findings"


def test_a_configured_address_comes_first(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_ADDRESS", "https://care.example.org/")
    with words.reached_at("http://localhost:8501"):
        assert words.address() == "https://care.example.org"
    assert words.link_line(figures.build(store, "surveys", {})) == (
        "https://care.example.org/programs?tab=earlier#surveys"
    )

"""The county map page: its choices, its card, and whatever an address may ask for."""

import pytest

PAGE = "pages/county_map.py"


def words(app):
    return " ".join(
        str(part.value)
        for kind in ("markdown", "subheader", "title", "info")
        for part in getattr(app, kind)
    )


@pytest.fixture
def opened(open_page):
    def page(**query):
        app = open_page(PAGE, **query)
        assert not app.exception
        return app

    return page


def test_opens_with_its_finding_and_no_county(opened):
    app = opened()
    assert app.title[0].value.startswith("In 24 of 58 California counties, no hospital")
    assert "No county is selected" in words(app)
    # Beside the map the counties of its headline are named.
    assert "**None reported (22):** Amador, Calaveras, Colusa" in words(app)


@pytest.mark.parametrize("asked", ["06003", "Alpine", "alpine county"])
def test_a_county_is_selected_by_code_or_name(opened, asked):
    app = opened(county=asked)
    assert "Alpine County has no general acute care hospital" in words(app)


def test_the_list_selects_a_county_and_keeps_it_in_the_address(opened):
    app = opened()
    app.selectbox(key="choose-county").set_value("06037").run()
    assert "Los Angeles County" in words(app)
    assert app.query_params["county"] in ("06037", ["06037"])


@pytest.mark.parametrize("color", ["supply", "need", "context", "both"])
@pytest.mark.parametrize("drawing", ["map", "bars", "explore", "table", "download", "about"])
def test_every_choice_draws(opened, color, drawing):
    opened(color=color, drawing=drawing, county="06001")


@pytest.mark.parametrize(
    "query",
    [
        {"county": "99999"}, {"county": "<script>"}, {"measure": "happiness"}, {"year": "2011"},
        {"year": "soon"}, {"zoom": "moon"}, {"color": "red"}, {"drawing": "song"},
        {"color": "both", "need": "x", "supply": "y"},
        {"color": "need", "measure": "inpatient_site_share"},
    ],
)  # fmt: skip
def test_odd_addresses_give_the_usual_view(opened, query):
    app = opened(**query)
    assert app.title[0].value.startswith("In 24 of 58 California counties")


def test_an_unknown_measure_is_said_in_words(opened):
    assert "happiness" in words(opened(measure="happiness"))


def test_kinds_without_numbers_say_why_there_are_no_bars(opened):
    app = opened(color="context", measure="medi_cal_model", drawing="bars")
    assert "there is no bar chart" in words(app)


@pytest.mark.parametrize(
    ("layer", "n", "said"),
    [("assembly", 80, "Assembly districts"), ("congressional", 52, "congressional districts")],
)
def test_districts_are_a_layer_of_the_map(opened, layer, n, said):
    app = opened(layer=layer)
    assert f"of {n} {said}" in words(app)
    # The way back to the counties, and the way to the list of the same districts.
    assert {each.key: each.value for each in app.get("button_group")}["choose-layer"] == layer
    assert [link for link in app.get("page_link") if f"chamber={layer}" in link.proto.query_string]


def test_one_choice_is_in_sight_and_the_years_stand_under_the_map(opened):
    app = opened(year="2017")
    assert {each.key: each.value for each in app.get("button_group")}[
        "choose-year-inpatient_site_share"
    ] == "2017"

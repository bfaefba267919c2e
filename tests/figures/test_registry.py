"""Every figure of the registry: whole, sourced, drawable, and never wordless."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import altair as alt
import pytest
from altair.utils import schemapi

from lib import theme
from lib.figures import REGISTRY, build, defaults, options
from lib.outputs import native
from lib.subjects.shared.assemble import figure as declared

SCHEMA = alt.load_schema()

#: Every figure with each of its closed choices; counties and indicators by their default.
VARIANTS = [
    (figure_id, {**defaults(figure_id), parameter: value})
    for figure_id in REGISTRY
    for parameter, values in (options(figure_id) or {"": ("",)}).items()
    for value in values[:6]
    if parameter
] + [(figure_id, {}) for figure_id in REGISTRY if not options(figure_id)]


@pytest.fixture(scope="module")
def store(live):
    """Every edition must keep what is asked here, and so must the one in data/."""
    return live


@pytest.fixture(scope="module", params=VARIANTS, ids=lambda v: f"{v[0]}-{'-'.join(v[1].values())}")
def figure(request, store):
    figure_id, params = request.param
    return build(store, figure_id, params)


def test_a_figure_is_whole(figure) -> None:
    assert figure.headline[0].isupper() or figure.headline[0].isdigit()
    assert not figure.headline.endswith(".")
    cut = "; and more, each in the table, up to the last: "
    assert figure.summary in figure.alt or figure.alt.partition(cut)[2] in figure.summary
    assert len(figure.alt) < 1600
    assert "nan" not in (figure.headline + figure.subtitle + figure.summary).lower().split()
    assert not re.search(r"\bNone\b[;,.)]", figure.headline + figure.subtitle)
    assert "{" not in figure.headline + figure.subtitle + figure.summary
    assert figure.sources
    assert len({column.label for column in figure.columns}) == len(figure.columns)


def test_a_chart_holds_no_data_and_no_outside_address(figure) -> None:
    if figure.chart is None:
        return
    assert "http" not in json.dumps(dict(figure.chart))
    # A key and the words of a corner may stand in a drawing; its rows may not.
    for values in inline(dict(figure.chart)):
        assert len(values) <= 12
        assert not {"county_fips", "facility_id", "source_id"} & set().union(*values)


def inline(part: object) -> Iterator[list[dict[str, object]]]:
    """Every list of rows that stands in a specification itself."""
    if isinstance(part, Mapping):
        values = part.get("values")
        if isinstance(values, list) and values and isinstance(values[0], dict):
            yield values
    if isinstance(part, Mapping | list | tuple):
        for inner in part.values() if isinstance(part, Mapping) else part:
            yield from inline(inner)


def test_rows_have_what_the_editable_chart_of_a_slide_reads(figure) -> None:
    lacking = {*native.NEEDS.get(native.kind(figure), ())} - {*figure.rows.columns}
    assert not lacking, "give the rows these columns, or take the twin from the form"


@pytest.mark.parametrize("mode", list(theme.Mode))
def test_no_token_is_left_after_painting(figure, mode) -> None:
    if figure.chart is not None:
        painted = json.dumps(theme.paint(figure.chart, mode, theme.Medium.SCREEN))
        assert '"@' not in painted


def against_schema(chart: dict[str, object]) -> object:
    """What Vega-Lite's schema says against a specification, or None."""
    spec = {**chart, "data": {"name": "rows"}}
    return schemapi.validate_jsonschema(spec, SCHEMA, SCHEMA, raise_error=False)


def test_a_chart_keeps_the_schema_which_the_app_does_not_check(figure) -> None:
    if figure.chart is not None:
        assert against_schema(figure.chart) is None


def _formats(part: object, under: str = "") -> Iterator[str]:
    """For each format of numbers in a specification, the part in which it stands."""
    if isinstance(part, dict):
        if isinstance(part.get("format"), str):
            yield under
        for name, inner in part.items():
            yield from _formats(inner, name)
    elif isinstance(part, list):
        for inner in part:
            yield from _formats(inner, under)


def test_numbers_at_marks_come_written_as_in_every_sentence_and_file(figure) -> None:
    """A browser rounds by the binary form of a number (0.145 is 14%), the words do not (15%)."""
    if figure.chart is None:
        return
    assert set(_formats(dict(figure.chart))) <= {"axis"}
    assert "format(" not in json.dumps(dict(figure.chart), default=str)


def test_a_chart_that_breaks_the_schema_is_noticed() -> None:
    assert against_schema({"mark": "synthetic", "encoding": {}})


def test_an_unknown_figure_parameter_or_value_is_named(store) -> None:
    with pytest.raises(KeyError):
        build(store, "no_such_figure", {})
    with pytest.raises(ValueError, match="no parameter 'color'"):
        build(store, "site_split", {"color": "red"})
    with pytest.raises(ValueError, match="split='moon' is not one of ownership"):
        build(store, "site_split", {"split": "moon"})


def test_every_name_is_declared_once() -> None:
    def site_split(store):
        raise NotImplementedError

    with pytest.raises(ValueError, match="two figures are named 'site_split'"):
        declared(site_split)
    assert REGISTRY["site_split"] is not site_split


def test_what_a_figure_says_is_completed_the_same_way_for_every_figure(store) -> None:
    county = build(store, "county_plans", {"county": "06003"})
    assert (county.place, county.params) == ("Alpine County", {"county": "06003"})
    district = build(store, "district_years", {"chamber": "senate", "number": "2"})
    assert district.place == "State Senate District 2"
    assert build(store, "surveys", {}).place == "California"
    assert build(store, "license_line", {}).height == 340  # as its form was asked for
    assert build(store, "report_card_states", {}).params["edition"]  # known to the tables only

"""The editable twin of a chart in a slide deck, for the forms that have one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from lib import theme
from lib.charts import Form
from lib.outputs.cells import safe
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.charts.form import Twin
    from lib.model import Figure

#: Twin -> the columns that it reads from the rows of the figure. `name` (the words beside a line)
#: may be missing; colors come from the form's argument `colors`, by `kind` or `series`.
NEEDS: Mapping[Twin, tuple[str, ...]] = {
    "bars": ("group", "value", "label", "kind"),
    "line": ("series", "segment", "year", "value", "label"),
    "dots": ("group", "year", "value", "label", "when"),
    "gaps": ("group", "name", "value", "low", "earlier", "label", "role"),
    "table": (),
}

LABEL = 13  # points, 26 pixels on a screen of 1920


def kind(figure: Figure) -> Twin:
    """The name of the native twin; empty where only a picture will do.

    What has no chart is a table. Intervals and earlier values stay in a picture, which draws them.
    """
    if figure.is_empty:
        return ""
    if not isinstance(figure.chart, Form):
        return "table" if figure.chart is None else ""
    if figure.chart.twin == "gaps":
        return "" if figure.rows[["low", "earlier"]].notna().any(axis=None) else "gaps"
    return figure.chart.twin


def _colors(figure: Figure) -> Mapping[str, str]:
    """What each class or series of the form is colored with."""
    return figure.chart.colors if isinstance(figure.chart, Form) else {}


def add(figure: Figure, shapes: Any, box: tuple[Any, Any, Any, Any]) -> Any:
    """Put the native chart of `figure` into `box` of a slide's `shapes`; the chart's shape."""
    makers = {"bars": _bars, "line": _line, "dots": _dots, "gaps": _gaps}
    return makers[kind(figure)](figure, shapes, box)


def _hex(token: str) -> Any:
    color = theme.LIGHT.get(token.lstrip("@"), token)
    return RGBColor.from_string(color.lstrip("#").upper())


def _format(figure: Figure) -> str:
    """Percent where every value is a share."""
    form = figure.chart
    if isinstance(form, Form) and str(form.arguments.get("value_format", "")).endswith("%"):
        return "0%"
    values = figure.rows["value"].dropna()
    shared = any(column.kind == "share" for column in figure.columns)
    return "0%" if shared and values.between(0, 1).all() else "#,##0"


def _bars(figure: Figure, shapes: Any, box: tuple[Any, Any, Any, Any]) -> Any:
    rows = figure.rows.drop_duplicates(["group"])
    data = CategoryChartData(number_format=_format(figure))
    data.categories = [str(safe(str(group))) for group in rows["group"]]
    data.add_series(figure.subtitle[:80], [_value(value) for value in rows["value"]])
    frame = _barred(figure, shapes, box, data)
    frame.chart.has_legend = False
    plot = frame.chart.plots[0]
    plot.gap_width = 60
    colors = _colors(figure)
    for place, row in enumerate(rows.itertuples()):
        point = plot.series[0].points[place]
        _fill(point, _hex(colors.get(str(row.kind), "@teal")))
        _label(point, str(row.label), XL_LABEL_POSITION.OUTSIDE_END)
    return frame


def _gaps(figure: Figure, shapes: Any, box: tuple[Any, Any, Any, Any]) -> Any:
    """A bar a group with its distance in words; a group without a value says why."""
    rows = figure.rows
    held = rows["value"].notna()
    named = rows["name"].where(held, rows["name"] + ": " + rows["label"])
    data = CategoryChartData(number_format=_format(figure))
    data.categories = [str(safe(str(name))) for name in named]
    data.add_series(figure.subtitle[:80], [_value(value) for value in rows["value"]])
    frame = _barred(figure, shapes, box, data)
    frame.chart.has_legend = False
    axis = frame.chart.value_axis
    ticks = list(figure.chart.arguments["ticks"]) if isinstance(figure.chart, Form) else []
    axis.maximum_scale = float(rows["value"].max()) * 1.6  # room for the words
    if len(ticks) > 1:
        axis.major_unit = ticks[1] - ticks[0]
    plot = frame.chart.plots[0]
    plot.gap_width = 60
    for place, row in enumerate(rows.itertuples()):
        if not numbers.is_missing(row.value):
            point = plot.series[0].points[place]
            _fill(point, _hex("@ink" if str(row.role) == "reference" else "@teal"))
            _label(point, str(row.label), XL_LABEL_POSITION.OUTSIDE_END)
    return frame


def _barred(figure: Figure, shapes: Any, box: tuple[Any, Any, Any, Any], data: Any) -> Any:
    """A chart of bars, its first category on top."""
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    _axes(frame.chart, figure)
    frame.chart.category_axis.reverse_order = True
    return frame


def _fill(part: Any, color: Any) -> None:
    part.format.fill.solid()
    part.format.fill.fore_color.rgb = color


def _dots(figure: Figure, shapes: Any, box: tuple[Any, Any, Any, Any]) -> Any:
    rows = figure.rows
    groups = list(dict.fromkeys(rows["group"]))
    data = CategoryChartData(number_format=_format(figure))
    data.categories = [str(safe(str(group))) for group in groups]
    years = sorted(rows["year"].unique())
    for year in years:
        held = rows[rows["year"] == year].set_index("group")["value"]
        data.add_series(str(year), [_value(held.get(group)) for group in groups])
    frame = _barred(figure, shapes, box, data)
    _legend(frame.chart)
    plot = frame.chart.plots[0]
    plot.gap_width, plot.overlap = 50, 0
    quiet = ["@rule", "@earlier", "@earlier_mark"][-max(1, len(years) - 1) :]
    for series, token in zip(plot.series, [*quiet[: len(years) - 1], "@teal"], strict=False):
        _fill(series, _hex(token))
    current = rows[rows["when"] == "current"].set_index("group")["label"]
    for place, group in enumerate(groups):
        if group in current.index:
            point = plot.series[len(years) - 1].points[place]
            _label(point, str(current[group]), XL_LABEL_POSITION.OUTSIDE_END)
    return frame


def _line(figure: Figure, shapes: Any, box: tuple[Any, Any, Any, Any]) -> Any:
    """Lines over every year; each segment is a series of its own, so that breaks stay breaks."""
    rows = figure.rows.dropna(subset=["value"])
    years = [int(year) for year in rows["year"]]
    every = range(min(years), max(years) + 1)
    data = CategoryChartData(number_format=_format(figure))
    data.categories = [str(year) for year in every]
    names = _names(rows)
    segments = []
    for (series, _segment), part in rows.groupby(["series", "segment"], sort=False):
        held = part.drop_duplicates(["year"]).set_index("year")
        segments.append((str(series), held))
        values = [_value(held["value"].get(year)) for year in every]
        data.add_series(str(safe(names[str(series)])), values)
    frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, data)
    chart = frame.chart
    _axes(chart, figure)
    chart.category_axis.tick_labels.offset = 40
    _span_blanks(chart)
    chart.has_legend = False
    if len(names) > 1:
        _legend(chart)
        _name_once(chart, [series for series, _held in segments])
    colors = _colors(figure)
    for series, (name, held) in zip(chart.plots[0].series, segments, strict=True):
        _paint_line(series, _hex(colors.get(name, "@teal")))
        for place, year in enumerate(every):
            label = str(held["label"].get(year, ""))
            if label:
                highest = rows[rows["year"] == year]["value"].max()
                above = held["value"].get(year) >= highest
                position = XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW
                _label(series.points[place], label, position)
    return frame


def _names(rows: pd.DataFrame) -> dict[str, str]:
    """Series -> the words that stand beside its line."""
    return {
        str(series): next((str(name) for name in part.get("name", []) if str(name)), str(series))
        for series, part in rows.groupby("series", sort=False)
    }


def _paint_line(series: Any, color: Any) -> None:
    series.smooth = False
    series.format.line.color.rgb = color
    series.format.line.width = Pt(2.5)
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    _fill(series.marker, color)
    series.marker.format.line.color.rgb = color
    series.marker.size = 9


def _span_blanks(chart: Any) -> None:
    """Join the points of a segment over years that were not measured."""
    for blanks in chart._chartSpace.xpath(".//c:dispBlanksAs"):
        blanks.set("val", "span")


def _name_once(chart: Any, series: list[str]) -> None:
    """Take the later segments of a series out of the legend."""
    legend = chart.legend._element
    for place, name in enumerate(series):
        if name in series[:place]:
            entry = parse_xml(
                f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
            )
            legend.insert(1, entry)


def _value(value: object) -> float | None:
    return None if numbers.is_missing(value) else float(str(value))


def _axes(chart: Any, figure: Figure) -> None:
    """Quiet axes from zero."""
    chart.font.size = Pt(LABEL)
    chart.font.name = theme.SANS
    chart.font.color.rgb = _hex("@ink")
    chart.has_title = False
    values = chart.value_axis
    values.minimum_scale = 0
    values.major_gridlines.format.line.color.rgb = _hex("@rule")
    values.format.line.fill.background()
    values.tick_labels.number_format = _format(figure)
    values.tick_labels.number_format_is_linked = False
    if _format(figure) == "0%":
        top = float(figure.rows["value"].max())
        values.maximum_scale = 1.0 if top > 0.75 else min(1.0, round(top * 1.25 + 0.05, 1))
    chart.category_axis.format.line.color.rgb = _hex("@rule")


def _legend(chart: Any) -> None:
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False


def _label(point: Any, text: str, position: Any) -> None:
    """The words of the figure's own label on a mark."""
    label = point.data_label
    label.has_text_frame = True
    label.text_frame.text = text
    label.text_frame.word_wrap = False
    run = label.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.name = Pt(LABEL), True, theme.SANS
    run.font.color.rgb = _hex("@ink")
    label.position = position

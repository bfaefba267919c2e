"""The county brief: two printed pages made of the county's own figures."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lib import figures
from lib.i18n import _, ngettext
from lib.outputs import drawing, papers, saving, words
from lib.outputs.tabular import table_rows, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.model import Figure
    from lib.store import Store

#: The topics of unknowns.csv that concern a county, and how many of them fit.
TOPICS = ("County supply and need", "Rural", "Medi-Cal plans")
MOST_UNKNOWN = 2
MOST_ROWS = 6

CHART_WIDTH, CHART_HEIGHT = 560, 215


def pdf(store: Store, county: str) -> bytes:
    """The brief of one county as a tagged PDF of two pages."""
    files, data = contents(store, county)
    return papers.typeset("brief.typ", "brief.json", data, files)


def file_name(store: Store, county: str) -> str:
    """County and edition in a file name, such as ``napa_brief_2026-11.pdf``."""
    return f"{saving.stem([store.names[county], 'brief', store.edition.version])}.pdf"


def contents(store: Store, county: str) -> tuple[dict[str, str], dict[str, Any]]:
    """The drawings and the words of the brief."""
    findings = _built(store, "county_findings", county)
    hospitals = _built(store, "county_hospitals", county)
    supply = _built(store, "county_numbers", county, topic="supply")
    need = _built(store, "county_numbers", county, topic="need")
    charts = [_built(store, name, county) for name in ("county_older", "county_growth")]
    tables = [_built(store, name, county) for name in ("county_care", "county_plans")]
    status = figures.build(store, "county_status_map", {})
    every = [findings, hospitals, supply, need, *charts, *tables, status]
    files = {"map.svg": _text(_located(status, county), store, 300, "m-")}
    for figure in charts:
        drawn = _text(figure, store, CHART_WIDTH, figure.figure_id, CHART_HEIGHT)
        files[f"{figure.figure_id}.svg"] = drawn
    number_fields = ("measure", "label", "peers", "state", "period")
    data = {
        "title": _("Palliative care in {place}").format(place=findings.place),
        "author": findings.edition.title,
        "date": papers.dated(findings.edition.date),
        "place": findings.place,
        "headline": findings.headline,
        "subtitle": _("What is reported, who lives here, and what is not known. {edition}").format(
            edition=words.edition_line(findings)
        ),
        "findings": list(findings.rows["finding"]),
        "map_alt": status.alt,
        "first": [
            _table(
                hospitals,
                tuple(c.field for c in hospitals.columns),
                (4, 1.9, 1.5, 1.2, 1.6, 1.6, 1.6, 1.5),
            ),
            _table(supply, number_fields, (5, 2.2, 1.6, 1.7, 1.6)),
            _table(need, number_fields, (5, 2.2, 1.6, 1.7, 1.6)),
        ],
        "charts": [
            {
                "headline": figure.headline,
                "subtitle": figure.subtitle,
                "file": f"{figure.figure_id}.svg",
                "alt": figure.alt,
            }
            for figure in charts
        ],
        "second": [
            _table(figure, tuple(c.field for c in figure.columns if c.field != "note"))
            for figure in tables
        ],
        "unknown": _unknown(store),
        "sources": list(dict.fromkeys(_source(s) for figure in every for s in figure.sources)),
        "caution": _cautions(every),
        "footer": words.link_line(findings),
        "words": {
            "findings": _("In short"),
            "map": _(
                "Dark: a hospital reports an inpatient program. Light: none does. Dashed: no "
                "general acute hospital. Heavy line: {place}."
            ).format(place=findings.place),
            "unknown": _("What is not known"),
            "sources": _("Sources"),
        },
    }
    return files, data


def _built(store: Store, figure_id: str, county: str, **choices: str) -> Figure:
    return figures.build(store, figure_id, {"county": county, **choices})


def _text(
    figure: Figure, store: Store, width: float, prefix: str, height: float | None = None
) -> str:
    drawn = drawing.chart(
        figure, store.topology, width=width, height=height, prefix=prefix, worded=False
    )
    return drawing.text(drawn)


def _located(status: Figure, county: str) -> Figure:
    """The statewide map without its legend, with a heavy line around the county."""
    spec: dict[str, Any] = deepcopy(dict(status.chart or {}))
    layers = spec.get("layer", [])
    for layer in layers:
        layer.get("encoding", {}).get("color", {})["legend"] = None
    heavy = deepcopy(layers[-1])
    heavy["transform"] = [step for step in heavy.get("transform", []) if "filter" not in step]
    heavy["transform"].append({"filter": f"datum.county_fips == '{county}'"})
    heavy["mark"] = {
        **heavy["mark"], "stroke": "@ink", "strokeWidth": 3.5, "strokeDash": [1, 0],
        "filled": False, "fill": None,
    }  # fmt: skip
    spec["layer"] = [*layers, heavy]
    spec["height"] = 340
    return replace(status, chart=spec)


def _table(figure: Figure, fields: Sequence[str], widths: Sequence[float] = ()) -> dict[str, Any]:
    """The first rows of a figure as written text, and how many more there are."""
    held = table_rows(figure)
    columns = [c for name in fields for c in figure.columns if c.field == name]
    shown = written(held.head(MOST_ROWS), figure.columns)[[c.label for c in columns]]
    more = len(held) - len(shown)
    said = ngettext("and {n} more in the dashboard", "and {n} more in the dashboard", more)
    return {
        "kind": "table",
        "headline": figure.headline,
        "labels": [c.label for c in columns],
        "widths": list(widths) if len(widths) == len(columns) else [2] + [1] * (len(columns) - 1),
        "rows": [[str(cell) for cell in row] for row in shown.to_numpy()],
        "more": said.format(n=more) if more else "",
    }


def _unknown(store: Store) -> list[str]:
    """The first gaps that concern counties, with who might hold the answer."""
    table = store.table("unknowns")
    held = table[table["topic"].isin(list(TOPICS))].head(MOST_UNKNOWN)
    return [
        _("{what}. Who might hold it: {holder}.").format(
            what=str(row.what_is_not_known).rstrip("."),
            holder=str(row.who_might_hold_it).rstrip("."),
        )
        for row in held.itertuples()
    ]


def _source(source: Any) -> str:
    return _("{publisher}, {title}.").format(publisher=source.publisher, title=source.title)


def _cautions(every: Sequence[Figure]) -> str:
    """The cautions of the hospital figures, which hold for the whole brief."""
    return " ".join(every[1].caveats[:1])

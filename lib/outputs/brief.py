"""The county brief: two printed pages made of the county's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib import figures, pages
from lib.derive.rows import each
from lib.i18n import _
from lib.outputs import drawing, papers, saving, words
from lib.outputs.district_brief import others
from lib.subjects.counties import unknown as county_unknown, words_list, words_sites as sites_words
from lib.subjects.counties.grouping import OUTPATIENT
from lib.subjects.counties.held import county_name
from lib.wording import maker, places

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

#: How many findings, questions and gaps fit; of the gaps the county's own come first.
MOST_FINDINGS, MOST_ASKED, MOST_UNKNOWN = 3, 5, 4

#: The figures that have a place of their own in the brief; the others of its list are charts.
PLACED = (
    "county_findings", "county_hospitals", "county_dots", "county_four", "starter_questions",
)  # fmt: skip

#: More reporting sites than this stand in three columns of names and beds (assets/typst/brief.typ).
MANY = 12
MAP_WIDTH, CHART_WIDTH, CHART_HEIGHT = 500, 560, 215


def pdf(store: Store, county: str) -> bytes:
    """The brief of one county as a tagged PDF of two pages."""
    files, data = contents(store, county)
    return papers.typeset("brief.typ", "brief.json", data, files)


def file_name(store: Store, county: str) -> str:
    """County and edition in a file name, such as ``napa_brief_2026-11.pdf``."""
    return f"{saving.stem([store.names[county], 'brief', store.edition.version])}.pdf"


def contents(store: Store, county: str) -> tuple[dict[str, str], dict[str, Any]]:
    """The drawings and the words of the brief."""
    place = {"county": county}
    built = {name: figures.build(store, name, place) for name in pages.PAGES["county"].brief}
    findings, hospitals, where, four, asked = (built.pop(name) for name in PLACED)
    charts = list(built.values())
    every = [findings, hospitals, where, four, *charts]
    files = {"map.svg": _text(where, store, MAP_WIDTH, "m-")} | {
        f"{chart.figure_id}.svg": _text(chart, store, CHART_WIDTH, chart.figure_id, CHART_HEIGHT)
        for chart in charts
    }
    link = words.link_of(words.place_of(findings))
    files |= papers.code(link)
    data = {
        **papers.about(findings, link),
        "subtitle": findings.subtitle,
        # The first is what the headline says.
        "findings": findings.rows["finding"].tolist()[1 : 1 + MOST_FINDINGS],
        "map_alt": where.alt,
        "map_headline": where.headline,
        "sites": _sites(hospitals),
        "numbers": _numbers(four),
        "similar": _similar(store, county),
        "charts": [
            {
                "headline": figure.headline,
                "subtitle": figure.subtitle,
                "file": f"{figure.figure_id}.svg",
                "alt": figure.alt,
            }
            for figure in charts
        ],
        "asked": asked.rows["question"].head(MOST_ASKED).tolist(),
        "unknown": _unknown(store, county),
        "sources": list(dict.fromkeys(_source(s) for figure in every for s in figure.sources)),
        "caution": hospitals.caveats[0],
        "edition": f"{words.edition_line(findings)}. {maker.who(words.operator())}",
        "footer": words.link_line(findings),
        "words": {
            "findings": _("Summary"),
            "sites": _("Hospital sites that report a program, largest first"),
            "numbers": _("Compared with California and with similar counties"),
            "asked": _("What to ask"),
            "unknown": _("What is not known"),
            "sources": _("Sources"),
        },
    }
    return files, data


def _unknown(store: Store, county: str) -> list[dict[str, Any]]:
    """What is not known of the county alone and of any county, each under its words."""
    own = county_unknown.own(store, county)[:MOST_UNKNOWN]
    shared = county_unknown.shared(store)[: MOST_UNKNOWN - len(own)]
    here = sites_words.unknown_here(county_name(store, county))
    parts = ((here, own), (sites_words.unknown_anywhere(), shared))
    return [{"words": words_, "listed": listed} for words_, listed in parts if listed]


def _sites(hospitals: Figure) -> dict[str, Any]:
    """Every site that reports a program, with city and beds; the others by group, counted."""
    rows, year = hospitals.rows, int(hospitals.as_of)
    reports = rows[rows["listed"].eq("reports")] if len(rows) else rows
    too = len(reports) and reports["sign"].ne("").any()
    return {
        "labels": [_("Hospital site"), _("City"), _("Beds"), _("Outpatient palliative care")],
        "rows": [
            [
                f"{words_list.shortly(str(r.group))} {r.sign}".strip()
                if len(reports) > MANY
                else str(r.group),
                str(r.city),
                r.number_words,
                str(r.outpatient_words),
            ]
            for r in each(reports)
        ],
        "none": "" if len(reports) else _("No hospital site of this county reports a program."),
        "others": others(rows, year) if len(rows) else [],
        "note": _("{sign} also reports outpatient palliative care.").format(sign=OUTPATIENT)
        if too and len(reports) > MANY
        else "",
    }


def _numbers(four: Figure) -> dict[str, Any]:
    """The four numbers of the page as written text."""
    return {
        "labels": [_("Measure"), four.place, _("Similar counties"), _("California"), _("Year")],
        "rows": [[r.measure, r.label, r.peers, r.state, str(r.period)] for r in each(four.rows)],
    }


def _similar(store: Store, county: str) -> str:
    """The counties whose median the numbers stand beside, as the page's comparison names them."""
    traits = places.likeness_words(next(iter(places.likeness_names())))
    named = figures.build(store, "county_peers", {"county": county}).rows["group"].tolist()
    return sites_words.similar_named(named[1:], traits)


def _text(
    figure: Figure, store: Store, width: float, prefix: str, height: float | None = None
) -> str:
    drawn = drawing.chart(
        figure, store.topology, width=width, height=height, prefix=prefix, worded=False
    )
    return drawing.text(drawn)


def _source(source: Any) -> str:
    return _("{publisher}, {title}.").format(publisher=source.publisher, title=source.title)

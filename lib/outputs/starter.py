"""A county's needs-assessment starter as a printable PDF and as one CSV file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lib.i18n import _, current_locale
from lib.outputs import engine, papers, saving, tabular
from lib.outputs.words import citation, edition_line, link_line
from lib.subjects.community import words as community

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.model import Figure, Source

#: Relative widths of the columns of each figure on paper, and those left out to save room.
WIDTHS: Mapping[str, Mapping[str, float]] = {
    "starter_facts": {"fact": 5, "value": 2.6, "state": 2.2, "when": 3, "source": 4},
    "starter_questions": {"question": 1, "why": 1},
    "starter_people": {"role": 2, "who": 5, "why": 3},
    "starter_coalitions": {"near": 1.6, "name": 4, "places": 2, "focus": 4},
    "starter_help": {"title": 4.4, "publisher": 3, "why": 2.6, "address": 1},
}


def _item(figure: Figure) -> dict[str, Any]:
    """One figure as the template reads it: labels, widths and rows, all text."""
    widths = WIDTHS[figure.figure_id]
    columns = [column for column in figure.columns if column.field in widths]
    return {
        "headline": figure.headline,
        "style": "questions" if figure.figure_id == "starter_questions" else "table",
        "columns": [column.label for column in columns],
        "widths": [widths[column.field] for column in columns],
        "kinds": [column.kind for column in columns],
        "rows": [[str(row[c.field]) for c in columns] for row in figure.rows.to_dict("records")],
        "note": figure.subtitle if figure.figure_id == "starter_coalitions" else "",
    }


def _sources(figures: Sequence[Figure]) -> list[Source]:
    known = {source.source_id: source for figure in figures for source in figure.sources}
    return list(known.values())


def _words(figures: Sequence[Figure], elements: Sequence[str]) -> dict[str, Any]:
    """Everything that the template prints."""
    facts, questions, people, coalitions, helped = figures
    edition = facts.edition
    groups = ((facts, questions), (people, coalitions), (helped,), ())
    names = community.element_names()
    parts = [
        {
            "element": name,
            "element-words": words,
            "items": [_item(figure) for figure in group],
            "lines": [] if group else list(community.plan_columns()),
        }
        for name, words, group in zip(names, elements, groups, strict=True)
    ]
    return {
        "title": community.starter_title(facts.place),
        "subtitle": edition_line(facts),
        "lead": community.starter_lead(facts.headline),
        "publisher": edition.title,
        "date": papers.dated(edition.date),
        "lang": current_locale()[:2],
        "footer": community.starter_footer(facts.place, edition.title, edition.version),
        "link": link_line(facts),
        "open": _("Open"),
        "parts": parts,
        "cautions-title": _("Read with care"),
        "cautions": list(dict.fromkeys(facts.caveats[:2])),
        "sources-title": _("Sources"),
        "sources": [
            {"text": citation(source).removesuffix(source.url).rstrip(", "), "url": source.url}
            for source in _sources(figures)
        ],
    }


def pdf(figures: Sequence[Figure], elements: Sequence[str]) -> bytes:
    """The starter as a tagged PDF, letter size.

    `figures` are facts, questions, people, coalitions and help of one county, in this order;
    `elements` say what each of the four elements is.
    """
    return engine.typeset(
        {"main.typ": (papers.TEMPLATES / "starter.typ").read_bytes()},
        every_font=False,
        sys_inputs={"words": json.dumps(_words(figures, elements))},
        format="pdf",
        pdf_standards=["ua-1"],
    )


def csv_text(figures: Sequence[Figure]) -> str:
    """The starter's tables as one, each row with the table it is from and its source."""
    return tabular.stacked_text(figures)


def file_name(facts: Figure, ending: str) -> str:
    """County and edition in a file name, for example ``needs-assessment_plumas-county_...``."""
    name = saving.stem(["needs-assessment", facts.place, facts.edition.version])
    return f"{name}.{ending}"

"""The field's own plans beside the evidence, every coalition, and every toolkit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import evidence, vocabulary
from lib.i18n import _
from lib.model import Column
from lib.subjects.community import words as community
from lib.subjects.drivers import words as drivers
from lib.subjects.drivers.board import observations
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

CCCC = "Coalition for Compassionate Care of California"


def _measures(store: Store, known: pd.DataFrame, agenda_id: str) -> list[str]:
    """The measures that bear on a statement, each with its newest California value."""
    table = store.table("agenda_indicators")
    ids = list(table[table["agenda_id"] == agenda_id]["indicator_id"])
    held = evidence.held_for(ids, known).set_index("indicator_id")
    lines = []
    for indicator_id in ids:
        name = store.indicator(indicator_id).name
        if indicator_id in held.index:
            row = held.loc[[indicator_id]].iloc[0]
            value = drivers.value_label(row["value"], row["unit"], row["period_end"])
        else:
            value = _("no statewide total found")
        lines.append(_("{name}: {value}").format(name=name, value=value))
    return lines


def _happened(store: Store, agenda_id: str) -> tuple[list[str], list[str]]:
    """The cohorts and milestones that bear on a statement, and their sources."""
    links = store.table("agenda_links")
    links = links[links["agenda_id"] == agenda_id]
    cohorts, milestones = store.table("cohorts"), store.table("milestones")
    held = cohorts[cohorts["cohort_id"].isin(links["cohort_id"])]
    dated = milestones[milestones["milestone_id"].isin(links["milestone_id"])]
    lines = [
        _("{name} ({when})").format(name=row["name"], when=numbers.period(row["start"], row["end"]))
        for row in held.to_dict(orient="records")
    ] + [
        _("{name} ({when})").format(name=row["title"], when=numbers.date(row["date"]))
        for row in dated.to_dict(orient="records")
    ]
    return lines, [*held["source_id"], *dated["source_id"]]


@figure
def approach_areas(store: Store) -> Draft:
    """The coalition's projects by its four approach areas, beside the evidence on each."""
    agenda = store.table("field_agenda")
    projects = agenda[agenda["organization"].eq(CCCC) & agenda["kind"].eq("project")]
    areas = agenda[agenda["organization"].eq(CCCC) & agenda["kind"].eq("approach_area")]
    known = observations(store)
    order = {area: place for place, area in enumerate(areas.sort_values("order")["area"])}
    projects = projects.sort_values(["area", "order"], key=lambda s: s.map(order).fillna(s))
    sources: list[str] = []
    records = []
    for row in projects.to_dict(orient="records"):
        measured = _measures(store, known, str(row["agenda_id"]))
        happened, named = _happened(store, str(row["agenda_id"]))
        sources += [str(row["source_id"]), *named]
        records.append(
            {
                "area": numbers.capitalized(str(row["area"])),
                "project": row["statement"],
                "measures": "; ".join(measured) or _("No measure found"),
                "happened": "; ".join(happened) or _("No dated event found"),
                "bears": bool(measured or happened),
            }
        )
    rows = pd.DataFrame(records)
    return Draft(
        headline=community.approach_headline(int(rows["bears"].sum()), len(rows), len(areas)),
        subtitle=_(
            "What the Coalition for Compassionate Care of California says it works on, in our "
            "words, with related data from this dashboard. Its pages are undated. We made the "
            "matches; they do not show that one thing caused another."
        ),
        summary="; ".join(f"{r.project} {r.measures}" for r in rows.itertuples()),
        drawing=_("Table of projects and evidence."),
        rows=rows,
        columns=(
            Column("area", _("Area of work")),
            Column("project", _("Project")),
            Column("measures", _("Related measures")),
            Column("happened", _("What happened")),
        ),
        period=_("as the pages state it, undated"),
        as_of=numbers.date(store.edition.date),
        source_ids=list(dict.fromkeys(sources)),
        definition=" ".join(areas.sort_values("order")["statement"]),
    )


@figure
def coalition_list(store: Store) -> Draft:
    """Every coalition with its counties, focus and source; local ones first."""
    places = store.table("coalition_counties")
    names = places.assign(name=places["county_fips"].map(store.names))
    held = names.groupby("coalition_id")["name"].agg(lambda s: numbers.listing(sorted(s)))
    coalitions = store.table("coalitions")
    rows = coalitions.assign(
        scope=coalitions["scope"].map(vocabulary.labels(store, "coalition_scope")),
        counties=[held.get(i, "") for i in coalitions["coalition_id"]],
        since=[numbers.capitalized(numbers.date(founded)) for founded in coalitions["founded"]],
        source=[store.source(i).publisher for i in coalitions["source_id"]],
    )
    local = int(coalitions["scope"].isin(["local", "regional"]).sum())
    listed, total = places["county_fips"].nunique(), len(store.table("counties"))
    return Draft(
        headline=community.coalition_list_headline(local, listed, total),
        subtitle=community.old_list(store),
        summary="; ".join(rows["name"]) + ".",
        drawing=_("Table of coalitions."),
        rows=rows.assign(listed=listed, total=total),
        columns=(
            Column("name", _("Coalition")),
            Column("scope", _("Scope")),
            Column("counties", _("Counties")),
            Column("since", _("Founded")),
            Column("focus", _("Focus")),
            Column("parent", _("Part of")),
            Column("source", _("Source")),
        ),
        period=_("as listed by the sources"),
        as_of=numbers.date(store.edition.date),
        source_ids=list(dict.fromkeys([*coalitions["source_id"], *places["source_id"]])),
        definition=_("A blank county means that the source names an area but no county."),
    )


@figure
def toolkit_list(store: Store) -> Draft:
    """Every toolkit and guide with its audience, topic and address."""
    rows = store.table("toolkit_resources").sort_values(["audience", "title"])
    rows = rows.assign(
        about=[numbers.capitalized(topic) for topic in rows["topic"]],
        readers=[numbers.capitalized(audience) for audience in rows["audience"]],
    )
    addressed = int(rows["url"].ne("").sum())
    return Draft(
        headline=community.toolkits_headline(len(rows), rows["audience"].nunique()),
        subtitle=_(
            "Toolkits and guides named in our sources. We found a web address for {n} of them; "
            "for the others, ask the publisher."
        ).format(n=addressed),
        summary="; ".join(rows["title"]) + ".",
        drawing=_("Table of toolkits."),
        rows=rows,
        columns=(
            Column("title", _("Title")),
            Column("publisher", _("Publisher")),
            Column("readers", _("For")),
            Column("about", _("About")),
            Column("url", _("Address"), "link"),
        ),
        period=_("as listed by the sources"),
        as_of=numbers.date(store.edition.date),
        definition=_("Audience and topic as toolkit_resources.csv gives them."),
    )

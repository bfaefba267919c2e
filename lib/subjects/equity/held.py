"""What is held and what is not: the gap that opens the page, and who is counted in which subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import vocabulary
from lib.i18n import _
from lib.model import Column
from lib.subjects.equity import rows as equity, view as explorer, words
from lib.subjects.equity.columns import columns, drawn, in_words
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers, states

if TYPE_CHECKING:
    from lib.store import Store

LEAD_VIEWS = ("directive_standardized_race", "directive_standardized_language")

#: The subjects about people, as columns of the panel; some of them are about care itself.
PANEL = "equity_panel"

#: A measure up to this many years old is recent, up to the second older, beyond it old.
RECENT, OLDER = 5, 10


@figure
def equity_lead(store: Store) -> Draft:
    """A wide gap that rests on known samples: advance directives in one health system."""
    first, second = (explorer.view(store, view_id) for view_id in LEAD_VIEWS)
    newest = pd.concat([explorer.observed(store, chosen)[0] for chosen in (first, second)])
    labels = explorer.groups(store, "lead")
    table = equity.beside(newest, list(labels), first.reference)
    rows = in_words(table, labels, newest, first, newest.head(0))
    shown = dict(zip(rows["group"], rows["value_words"], strict=True))
    held = list(zip(rows["name"], rows["value_words"], strict=True))
    period = numbers.period(newest["period_start"].iloc[0], newest["period_end"].iloc[0])
    return Draft(
        headline=words.lead_headline(shown["White"], shown["Chinese"], shown[list(labels)[-1]]),
        subtitle=_(
            "Share of Kaiser Permanente Northern California members age 55 and older with a "
            "completed advance directive, {period}, adjusted for age and use of care. The line "
            "through each dot is its 95% confidence interval. This is one health system, not the "
            "state, and Chinese members, not all Asian people. Each group is compared with White "
            "members."
        ).format(period=period),
        summary=words.summary(held, [], labels[first.reference]),
        drawing=_(
            "One dot per group, with its 95% confidence interval and its distance from "
            "White members."
        ),
        rows=rows,
        columns=columns(),
        period=period,
        as_of=numbers.date(newest["period_end"].iloc[0]),
        place=_("Northern California"),
        indicator_ids=[first.indicator_id],
        claims=observed_claims(newest, "{group}, {period_end}"),
        caveats=(words.who_chose(),),
        chart=drawn(rows, first),
        height=len(rows) * 56 + 40,
    )


@figure
def equity_coverage(store: Store) -> Draft:
    """Groups of people by subjects: the year of the newest California measure, or none."""
    rows = _coverage_rows(store)
    spoken = dict(zip(rows["people"], rows["spoken"], strict=True))
    nobody = [str(spoken[people]) for people in uncounted(store, rows)]
    year = int(store.edition.date[:4])
    ages = _ages()
    held = rows[rows["year"].notna()]
    sources = [source for found in held["sources"] for source in found]
    return Draft(
        headline=words.coverage_headline(len(nobody), rows["people"].nunique()),
        subtitle=_(
            "The latest year of any California measure, by group and subject, as of {year}. An "
            "empty cell means that we found none. No measure of planning, trust, POLST or "
            "hospice: {nobody}. A measure may be a survey, one health system or a mix; the year "
            "does not show its quality."
        ).format(year=year, nobody=numbers.listing(nobody)),
        summary=words.coverage_summary(
            [(str(p), int(part["year"].notna().sum())) for p, part in rows.groupby("people")],
            len(vocabulary.words(store, PANEL)),
        ),
        drawing=_("Grid of groups of people by subjects with a year in each cell that has one."),
        rows=rows.drop(columns=["sources", "spoken"]),
        columns=(
            Column("people", _("Group of people")),
            Column("subject", _("Subject")),
            Column("year_words", _("Latest California measure")),
            Column("age", _("Age of the measure")),
            Column("measure", _("Measure")),
        ),
        period=_("{first}-{last}").format(
            first=int(held["year"].min()), last=int(held["year"].max())
        ),
        as_of=numbers.date(store.edition.date),
        source_ids=sorted(set(sources)),
        definition=_(
            "A cell shows a year if we have at least one data point for the group, in California "
            "or a place in it, on that subject."
        ),
        chart=charts.coverage(
            ages,
            people=rows["people"].nunique(),
            tooltip=(
                ("people", _("People")),
                ("subject", _("Subject")),
                ("year_words", _("Latest")),
                ("measure", _("Measure")),
            ),
        ),
        height=rows["people"].nunique() * 25 + 140,
    )


def uncounted(store: Store, rows: pd.DataFrame) -> list[str]:
    """The groups of people in the rows of the panel of whom no subject about care speaks."""
    about_care = rows["key"].map(vocabulary.parts(store, PANEL)).ne("")
    newest = rows[about_care].groupby("people", sort=False)["year"].max()
    return list(newest.index[newest.isna()])


def _ages() -> dict[str, tuple[str, str]]:
    """Words of an age -> color tokens of the cell and of the year in it."""
    return {
        _("Five years old or newer"): ("@teal", "@paper"),
        _("Six to ten years old"): ("@rule", "@ink"),
        _("More than ten years old"): ("@none", "@ink"),
        _("No California measure found"): ("@paper", "@soft"),
    }


def _coverage_rows(store: Store) -> pd.DataFrame:
    """One row a group of people and subject, newest California measure or none."""
    measures = _measures(store)
    panel = store.table("equity_people").sort_values("order")
    names = vocabulary.labels(store, PANEL)
    edition = int(store.edition.date[:4])
    ages = list(_ages())
    records = []
    for people, part in panel.groupby("people", sort=False):
        keys = set(zip(part["breakdown"], part["group"], strict=True))
        mine = measures[[pair in keys for pair in measures["pair"]]]
        for subject in names:
            held = mine[mine["subject"].eq(subject)].sort_values("year")
            newest = held.iloc[-1] if len(held) else None
            age = None if newest is None else edition - int(newest["year"])
            records.append(
                {
                    "people": people,
                    "key": subject,
                    "subject": names[subject],
                    "year": None if newest is None else int(newest["year"]),
                    "age": ages[_age_class(age)],
                    "measure": "" if newest is None else newest["measure"],
                    "sources": [] if newest is None else [newest["source_id"]],
                }
            )
    rows = pd.DataFrame(records)
    counts = rows.groupby("people")["year"].transform("count")
    first = rows["key"].eq(next(iter(names)))
    return rows.assign(
        spoken=rows["people"],
        text=["\u2013" if pd.isna(y) else str(int(y)) for y in rows["year"]],
        year_words=[states.not_collected() if pd.isna(y) else str(int(y)) for y in rows["year"]],
        people=rows["people"].map(numbers.capitalized),
        name=rows["people"].map(numbers.capitalized).where(first, ""),
        short=[
            numbers.n_of_n(int(n), len(names)) if f else ""
            for n, f in zip(counts, first, strict=True)
        ],
        label=[
            words.subjects_held(int(n), len(names)) if f else ""
            for n, f in zip(counts, first, strict=True)
        ],
    )


def _age_class(age: int | None) -> int:
    if age is None:
        return 3
    return 0 if age <= RECENT else 1 if age <= OLDER else 2


def _measures(store: Store) -> pd.DataFrame:
    """One row a view and measured group in California: subject, pair, year, measure, source."""
    records = []
    for chosen in explorer.views(store):
        if chosen.geo_id == "US" or not chosen.indicator_id:
            continue
        newest, _before = explorer.observed(store, chosen)
        records += [
            {
                "subject": chosen.subject,
                "pair": (chosen.breakdown, str(row.group)),
                "year": int(str(row.period_end)[:4]),
                "measure": store.indicator(chosen.indicator_id).name,
                "source_id": row.source_id,
            }
            for row in newest.itertuples()
        ]
    return pd.DataFrame(records)

"""What the record holds for each year: milestones, efforts under way, statewide numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import timing, vocabulary
from lib.i18n import _
from lib.model import Column
from lib.subjects.cohorts.words import when as cohort_when
from lib.subjects.milestones import words
from lib.subjects.milestones.events import placed
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


@figure
def year_by_year(store: Store) -> Draft:
    """What the record holds for each year: milestones, efforts under way, statewide numbers.

    One row a year and thing; an effort stands in every year of its span, a number in the year
    in which its period ends.
    """
    happened = placed(store, store.table("milestones"))
    records = [
        (int(str(r.date)[:4]), "milestone", r.title, r.when, r.category_words, r.source_id)
        for r in happened.itertuples()
    ]
    records += _efforts(store, range(int(happened["begin"].min()), int(happened["end"].max()) + 1))
    records += _measured(store, int(happened["begin"].min()))
    rows = pd.DataFrame(
        records, columns=["year", "part", "what", "detail", "note", "source_id"]
    ).sort_values(["year", "part"], kind="stable", ignore_index=True)
    part_words = {
        "milestone": _("Milestone"),
        "cohort": _("Initiative under way"),
        "measure": _("Measured"),
    }
    rows = rows.assign(
        part_words=rows["part"].map(part_words),
        source=[store.source(source_id).title for source_id in rows["source_id"]],
    )
    first, last = int(rows["year"].min()), int(rows["year"].max())
    return Draft(
        headline=_("Everything we found for that year"),
        subtitle=_(
            "Milestones, initiatives under way and statewide California numbers from one "
            "year, side by side. {caution}"
        ).format(caution=words.not_cause()),
        summary=_("{n} entries from {first} to {last}.").format(
            n=numbers.count(len(rows)), first=first, last=last
        ),
        drawing=_("List by year."),
        rows=rows,
        columns=(
            Column("year", _("Year"), "year"),
            Column("part_words", _("What it is")),
            Column("what", _("What")),
            Column("detail", _("Date or value")),
            Column("note", _("Kind")),
            Column("source", _("Source")),
        ),
        period=numbers.period(str(first), str(last)),
        as_of=str(last),
        caveats=(words.record_is_not_complete(), words.not_cause()),
        definition=_(
            "An initiative appears in every year it ran. If the source does not give its start "
            "or end, it appears only in the year that is given. A number appears in the year "
            "its period ends."
        ),
    )


def _efforts(store: Store, years: range) -> list[tuple[int, str, str, str, str, str]]:
    """One record for each effort and year in which it ran."""
    found = []
    for row in store.table("cohorts").itertuples():
        ran = timing.run(str(row.start), str(row.end))
        found += [
            (
                year,
                "cohort",
                str(row.name),
                cohort_when(str(row.start), str(row.end)),
                str(row.funder),
                str(row.source_id),
            )
            for year in years
            if ran is not None and ran.overlaps(year)
        ]
    return found


def _measured(store: Store, first: int) -> list[tuple[int, str, str, str, str, str]]:
    """One record for each statewide total about the field, in the year its period ends.

    The domains that the list calls a part tell of the field's progress, others of its setting.
    """
    held = store.observations
    held = held[
        (held["geo_id"] == "CA")
        & (held["dimension"] == "total")
        & held["domain"].isin([d for d, part in vocabulary.parts(store, "domain").items() if part])
        & (held["period_end"].str[:4].astype(int) >= first)
    ]
    return [
        (
            int(str(row.period_end)[:4]),
            "measure",
            store.indicator(str(row.indicator_id)).name,
            numbers.unit_value(float(str(row.value)), str(row.unit)),
            numbers.period(str(row.period_start), str(row.period_end)),
            str(row.source_id),
        )
        for row in held.itertuples()
    ]

"""The Medi-Cal managed care plans of one county."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import vocabulary
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Claim, Column, County, Status
from lib.subjects.counties.held import county_name
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store


def plans_of(store: Store, county: str) -> pd.DataFrame:
    """The contract periods of a county, the one in force first."""
    plans = store.table("medi_cal_plans")
    return plans[plans["county_fips"] == county].sort_values("effective_start", ascending=False)


def _when(start: str, end: str) -> str:
    """The period of a contract; one of its ends may be open."""
    if start and end:
        return numbers.period(start, end)
    if end:
        return _("until {date}").format(date=numbers.date(end))
    return _("since {date}").format(date=numbers.date(start))


def _claims(store: Store, county: str, rows: pd.DataFrame) -> list[Claim]:
    """One claim a contract period."""
    locator = _("medi_cal_plans.csv, {county}").format(county=store.names[county])
    return [
        Claim(
            label=str(r.when),
            value=str(r.model),
            source_id=str(r.source_ids).split()[0],
            locator=locator,
            status=Status(r.status),
            note=str(r.note),
        )
        for r in each(rows)
    ]


@figure
def county_plans(store: Store, county: County = "06037") -> Draft:
    """The Medi-Cal managed care model and plans of a county, with their dates."""
    held = plans_of(store, county)
    name = county_name(store, county)
    rows = held.assign(
        when=[_when(str(r.effective_start), str(r.effective_end)) for r in each(held)],
        model_words=held["model"].map(vocabulary.labels(store, "plan_model")),
        plans_words=[str(p).replace("; ", ", ") or numbers.not_collected() for p in held["plans"]],
    )
    now = rows.iloc[0]
    changed = rows["model"].nunique() > 1
    headline = (
        _("{county}: Medi-Cal managed care changed from the {before} to the {now} model")
        if changed
        else _("{county}: Medi-Cal managed care still uses the {now} model")
    ).format(county=name, before=rows.iloc[-1]["model_words"], now=now["model_words"])
    notes = vocabulary.notes(store, "plan_model")
    eligible = store.observed("medi_cal_eligible_count", county)
    newest = eligible.iloc[-1]
    return Draft(
        headline=headline,
        subtitle=_(
            "Model and plans by contract period. {models} {people} people were certified for "
            "Medi-Cal in {month}. The number who get palliative care through Medi-Cal is not "
            "published by county."
        )
        .format(
            models=" ".join(text for text in dict.fromkeys(rows["model"].map(notes)) if text),
            people=numbers.count(newest["value"]),
            month=numbers.date(str(newest["period_end"])),
        )
        .replace("  ", " "),
        summary="; ".join(
            _("{when}: {model}, {plans}").format(
                when=r.when, model=r.model_words, plans=r.plans_words.rstrip(".")
            )
            for r in each(rows)
        )
        + ".",
        drawing=_("Table of contract periods."),
        rows=rows,
        columns=(
            Column("when", _("Period")),
            Column("model_words", _("Model")),
            Column("plans_words", _("Plans")),
            Column("note", _("Note")),
        ),
        period=str(now["when"]),
        as_of=numbers.date(str(newest["period_end"])),
        claims=_claims(store, county, rows),
        source_ids=[s for ids in rows["source_ids"] for s in str(ids).split()],
        indicator_ids=["medi_cal_eligible_count"],
        caveats=(vocabulary.sentence(store, "county_plans", "caution"),),
    )

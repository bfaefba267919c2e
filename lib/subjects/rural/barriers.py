"""What stands between rural people and care: broadband, vehicles, age, by definition."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.charts.spine import Mark, middle_half, spine
from lib.derive import rurality
from lib.derive.rows import each
from lib.i18n import _, told
from lib.model import Claim, Column, RuralDefinition, Status
from lib.subjects.counties import held as county_held
from lib.subjects.counties.held import held
from lib.subjects.rural import words as rural
from lib.subjects.rural.coverage import source_of
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store
    from lib.subjects.counties.held import Held


@lru_cache(maxsize=4)
def _barrier_lines(count: int) -> Mapping[str, Any]:
    return spine(
        {
            "rural_at": Mark(_("Median of rural counties"), "@ochre", "diamond"),
            "other_at": Mark(_("Median of other counties"), "@teal", "circle"),
            "state_at": Mark(_("California"), "@ink", "square"),
        },
        count=count,
        tooltip=(
            ("measure", _("Measure")),
            ("rural", _("Median of rural counties")),
            ("other", _("Median of other counties")),
            ("state", _("California")),
        ),
        said="said",
        reading=places.line_of_counties(),
    )


def _row(kept: Held, measure_id: str, inside: pd.Series[bool]) -> dict[str, Any]:
    """One measure: the medians of the rural counties (`inside`) and of the others."""
    chosen, values = kept.chosen[measure_id], kept.values[measure_id]["value"]
    low, span = float(values.min()), float(values.max() - values.min())
    rural_, other = float(values[inside].median()), float(values[~inside].median())
    state = kept.elsewhere[measure_id, "CA"]
    words, other_words, state_words = (
        places.measure_value(value, chosen.unit) for value in (rural_, other, state)
    )
    return {
        "measure_id": measure_id,
        "group": told(chosen.short_name or chosen.label),
        "measure": chosen.label,
        **middle_half(values),
        "low_label": places.measure_value(low, chosen.unit),
        "high_label": places.measure_value(low + span, chosen.unit),
        "rural": words,
        "rural_at": (rural_ - low) / span,
        "other": other_words,
        "other_at": (other - low) / span,
        "state": state_words,
        "state_at": None if state is None else (state - low) / span,
        "label": words,
        "said": rural.barrier_said(words, other_words, "" if state is None else state_words),
    }


def _claim(kept: Held, row: Any) -> Claim:
    """Where the median of the rural counties is from."""
    first = kept.values[str(row.measure_id)].iloc[0]
    return Claim(
        label=_("{measure}, median of rural counties").format(measure=row.group),
        value=str(row.rural),
        source_id=str(first["source_id"]),
        locator=_("{locator}; median over the counties").format(locator=first["locator"]),
        status=Status.DERIVED,
    )


@figure
def rural_barriers(store: Store, rural_by: RuralDefinition = "") -> Draft:
    """Broadband, vehicles and age: the middle rural county beside the middle other county."""
    kept, barriers = held(store), county_held.rural_barriers(store)
    rural_by = rural_by or rurality.first(store)
    inside = rurality.is_rural(store, rurality.county_classes(store, rural_by), rural_by)
    rows = pd.DataFrame([_row(kept, measure_id, inside) for measure_id in barriers])
    years = sorted({str(kept.years[m]) for m in barriers})
    first = rows.iloc[0]
    return Draft(
        headline=rural.barriers_headline(str(first["rural"]), str(first["other"])),
        subtitle=" ".join(
            (
                places.line_of_counties(),
                _("Counties that are rural here: {n}. {definition}.").format(
                    n=int(inside.sum()), definition=rural.definition_title(store, rural_by)
                ),
            )
        ),
        summary="; ".join(
            rural.barrier_summary(
                r.group, r.rural, r.other, "" if numbers.is_missing(r.state_at) else r.state
            )
            for r in each(rows)
        )
        + ".",
        drawing=_("Lines with marks for rural counties, other counties and California."),
        rows=rows,
        columns=(
            Column("measure", _("Measure")),
            Column("rural", _("Median of rural counties")),
            Column("other", _("Median of other counties")),
            Column("state", _("California")),
            Column("low_label", _("Lowest county")),
            Column("high_label", _("Highest county")),
        ),
        period=", ".join(years),
        as_of=years[-1],
        claims=[_claim(kept, r) for r in each(rows)],
        source_ids=[source_of(store, rural_by)],
        caveats=(
            _(
                "Broadband means that a household subscribes, not that service is available or "
                "fast. In a median, every county counts the same, whether small or large."
            ),
        ),
        definition=rural.definition_title(store, rural_by),
        chart=_barrier_lines(len(rows)),
        height=92 * len(rows) + 60,
        params={"rural_by": rural_by},
    )

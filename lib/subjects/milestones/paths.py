"""Short paths of milestones that lead to one another, step by step."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lib import charts
from lib.derive import vocabulary
from lib.i18n import _
from lib.model import Column, MilestoneChain
from lib.subjects.milestones import words
from lib.subjects.milestones.events import (
    CHAINS,
    chain_steps,
    cited,
    colors,
    columns,
    counted_families,
    summary,
    tips,
)
from lib.subjects.shared.assemble import Draft, figure, not_hospice
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


@figure
def milestone_chain(
    store: Store,
    chain: MilestoneChain = "",
) -> Draft:
    """One short path of milestones that lead to one another, step by step; the first by default."""
    chain = chain or vocabulary.words(store, CHAINS)[0]
    rows = chain_steps(store, chain)
    rows = rows.assign(
        row=range(len(rows)),
        label=[f"{r.order}  {r.title}" for r in rows.itertuples()],
    )
    legend = counted_families(store, rows)
    rows = rows.assign(kind=rows["family"].map(legend))
    first, last = rows.iloc[0], rows.iloc[-1]
    return Draft(
        headline=words.chain_headline(
            vocabulary.headings(store, CHAINS)[chain] or vocabulary.labels(store, CHAINS)[chain],
            len(rows),
            str(first["date"]),
            str(last["date"]),
        ),
        subtitle=_("{words} {marks}")
        .format(words=vocabulary.notes(store, CHAINS)[chain], marks=words.precision_words())
        .strip(),
        summary=summary(rows),
        drawing=_("Timeline of steps in date order, oldest first."),
        rows=rows,
        columns=(Column("order", _("Step"), "year"), *columns()),
        period=numbers.period(str(first["date"]), str(last["date"])),
        as_of=str(last["when"]),
        source_ids=cited(store, rows),
        caveats=(
            _("We chose which milestones belong to each policy story. The choices are in a table."),
            words.record_is_not_complete(),
            not_hospice(),
        ),
        definition=_("Dates are only as exact as the source."),
        chart=charts.events(
            colors(store, legend),
            count=len(rows),
            precisions=tuple(rows["precise"].unique()),
            years=(int(rows["begin"].min()), math.ceil(rows["end"].max())),
            tooltip=tips(),
            step=34,
        ),
        height=len(rows) * 34 + 90,
        params={"chain": chain},
    )

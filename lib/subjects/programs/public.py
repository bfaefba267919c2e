"""The public hospitals of an initiative, with a program in its first and its last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import reports, vocabulary
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure, not_hospice
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

PUBLIC = "public_hospital_palliative_count"


@figure
def public_hospitals(store: Store) -> Draft:
    """The 17 public hospitals of the initiative, with a program in 2008 and in 2013."""
    held = store.observed(PUBLIC, "CA")
    rows = pd.DataFrame(
        [
            {
                "group": row.period_end[:4],
                "place": place,
                "kind": _("With a program") if place <= row.value else _("Without"),
                "label": numbers.n_of_n(row.value, total) if place == total else "",
                "with_program": int(row.value),
                "hospitals": total,
            }
            for row in each(held)
            for total in [int(row.denominator)]
            for place in range(1, total + 1)
        ]
    )
    ends = [(r.period_end[:4], int(r.value), int(r.denominator)) for r in each(held)]
    sites = store.table("hospital_programs")
    newest = reports.newest(store)
    owned = sites[(sites["year"] == newest) & (sites["ownership"] == "city or county")]
    now = numbers.n_of_n(int(owned["inpatient_palliative"].eq("Yes").sum()), len(owned))
    return Draft(
        headline=programs.public_headline(ends[0], ends[-1]),
        subtitle=vocabulary.sentence(store, "public_hospitals", "subtitle", now=now, year=newest),
        drawing=_("Two rows of squares. Each square is one hospital."),
        rows=rows,
        columns=(
            Column("group", _("Year")),
            Column("with_program", _("With a program"), "count"),
            Column("hospitals", _("Hospitals"), "count"),
        ),
        period=f"{ends[0][0]}-{ends[-1][0]}",
        as_of=ends[-1][0],
        indicator_ids=[PUBLIC],
        claims=observed_claims(held),
        source_ids=[reports.newest_source(store)],
        caveats=(not_hospice(),),
        chart=charts.units(
            {_("With a program"): "@teal", _("Without"): "@none"},
            groups=2,
            across=20,
            tooltip=(("group", _("Year")), ("kind", _("Program"))),
        ),
        height=180,
    )

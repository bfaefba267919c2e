"""Which participants of an initiative may be added up: the rounds that a source counts apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.i18n import _
from lib.model import Column
from lib.subjects.cohorts import words
from lib.subjects.cohorts.members import as_of
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

#: Rounds of one effort that its source counts apart and that may therefore be added up:
#: effort -> its activities in order of time.
ROUNDS = {
    "chcf_polst_2007": (
        "Local coalitions funded in the first round",
        "Local coalitions added in the second round",
    ),
    "spcph_2008": (
        "Phase I grants to hospitals (start or extend consult services)",
        "Phase II implementation grants to hospitals",
    ),
}


def _rounds(store: Store) -> pd.DataFrame:
    """One row a grantee of the efforts in `ROUNDS`: its round, and the total up to that round."""
    efforts = store.table("cohorts").set_index("cohort_id")
    activities = store.table("activities").set_index(["cohort_id", "activity"])
    kinds = (_("First round"), _("Second round"))
    records = []
    for cohort_id, rounds in ROUNDS.items():
        group = words.round_group(
            str(efforts.at[cohort_id, "participant_type"]), str(efforts.at[cohort_id, "start"])[:4]
        )
        total = 0
        for kind, activity in zip(kinds, rounds, strict=True):
            part = activities.loc[[(cohort_id, activity)]].iloc[0]
            added = int(part["planned_count"])
            records += [
                {
                    "group": group,
                    "effort": efforts.at[cohort_id, "name"],
                    "place": total + square + 1,
                    "kind": kind,
                    "label": "",
                    "activity": activity,
                    "added": added,
                    "when": part["period"],
                    "cumulative": total + added,
                    "source_id": part["source_id"],
                }
                for square in range(added)
            ]
            total += added
        records[-1]["label"] = numbers.count(total)
    return pd.DataFrame(records)


@figure
def cohort_rounds(store: Store) -> Draft:
    """The efforts whose rounds may be added up, one square a participant."""
    rows = _rounds(store)
    listed_efforts = store.table("cohorts")
    added_up = listed_efforts[listed_efforts["cohort_id"].isin(list(ROUNDS))]
    starts, ends = added_up["start"].str[:4], added_up["end"].str[:4]
    rounds_of = rows.drop_duplicates(["group", "kind"])
    listed = "; ".join(
        _("{group}, {when}: {added}, together {total}").format(
            group=r.group, when=r.when, added=r.added, total=r.cumulative
        )
        for r in rounds_of.itertuples()
    )
    return Draft(
        headline=words.rounds_headline(len(ROUNDS), len(listed_efforts)),
        subtitle=_(
            "Each square is one grantee, grouped by the rounds the source counts separately. "
            "{recurring}"
        ).format(recurring=words.recurring(recurring_organizations(store))),
        summary=_("Rounds: {listed}.").format(listed=listed),
        drawing=_("Squares by initiative and round. Each square is one grantee."),
        rows=rows,
        columns=(
            Column("effort", _("Initiative")),
            Column("activity", _("Round")),
            Column("when", _("When")),
            Column("added", _("Added"), "count"),
            Column("cumulative", _("Together so far"), "count"),
        ),
        period=_("{first} to {last}").format(
            first=starts.min(), last=max(starts.max(), ends.max())
        ),
        as_of=as_of(store, rows["source_id"].tolist()),
        indicator_ids=["cohort_participant_count"],
        caveats=(
            _(
                "Initiatives count hospitals, teams, systems or coalitions, so these "
                "numbers should never be added up."
            ),
        ),
        chart=charts.units(
            dict(zip(rows["kind"].unique(), ("@teal", "@light_teal"), strict=True)),
            groups=len(ROUNDS),
            across=int(rows["place"].max()) + 3,
            tooltip=(("activity", _("Round")), ("when", _("When")), ("added", _("Grantees"))),
        ),
        height=len(ROUNDS) * 52 + 30,
    )


def recurring_organizations(store: Store) -> list[tuple[str, int]]:
    """Organizations named in more than one effort, the most often named first."""
    members = store.table("cohort_members")
    counts = members.groupby("organization")["cohort_id"].nunique()
    counts = counts[counts > 1].sort_values(ascending=False, kind="stable")
    return [(str(name), int(n)) for name, n in counts.items()]

"""Sites that report an inpatient program, by owner, size, teaching and rural designation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lib import charts
from lib.derive import hospitals, reports
from lib.derive.rows import each
from lib.i18n import _, ngettext, told
from lib.model import Column, Split
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import site_claims
from lib.subjects.shared.columns import newest_apart, share_columns, share_tips, with_words
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

#: The column of owners, whose split says more: sites without one, and sets that changed.
OWNER = "ownership"


@lru_cache(maxsize=64)
def splits(store: Store) -> pd.DataFrame:
    """The splits in order, index `split`; columns as in `splits`."""
    return store.table("splits").sort_values("order").set_index("split")


@lru_cache(maxsize=64)
def _groups(store: Store, split: str) -> pd.DataFrame:
    """The groups of a split in order, index `group`; columns as in `split_groups`."""
    groups = store.table("split_groups")
    return groups[groups["split"].eq(split)].sort_values("order").set_index("group")


#: A set of sites that grew by this share between two reports is another set.
GREW = 0.5


def _new_owner_note(store: Store, sites: pd.DataFrame) -> str:
    """How the set of the owner that grew most between the newest two reports changed.

    Nothing where no owner gained half as many sites as it had: shares then speak of one set.
    """
    last, newest = hospitals.years(sites)[-2:]
    before, now = (sites[sites["year"] == year] for year in (last, newest))
    grown: tuple[float, str, pd.DataFrame, int] | None = None
    for owner, held in before[before["ownership"] != ""].groupby("ownership"):
        later = now[now["ownership"] == owner]
        stayed = later[later["facility_id"].isin(held["facility_id"])]
        share = (len(later) - len(stayed)) / len(held)
        if share >= GREW and (grown is None or share > grown[0]):
            grown = (share, str(owner), stayed, len(later) - len(stayed))
    if grown is None:
        return ""
    _share, owner, stayed, joined = grown
    return _(
        "Owner {owner}: {joined} sites are new after {last}; of the sites it had both times, {n} report "
        "a program in {newest}."
    ).format(
        owner=programs.owner_label(store, owner),
        joined=numbers.spelled(joined),
        last=last,
        n=numbers.n_of_n(int(stayed["inpatient_palliative"].eq(hospitals.YES).sum()), len(stayed)),
        newest=newest,
    )


def _split_note(store: Store, split: str) -> str:
    """The one caution that changes the reading of a split."""
    sites = store.table("hospital_programs")
    column = str(splits(store).at[split, "column"])
    note = told(str(splits(store).at[split, "note"]))
    if column == OWNER:
        return _new_owner_note(store, sites)
    return note.replace("{years}", numbers.listing(_blank_years(sites, column)))


def _blank_years(sites: pd.DataFrame, column: str) -> list[str]:
    """The report years in which a column is blank everywhere."""
    held = set(sites.loc[sites[column].ne(""), "year"])
    return [str(year) for year in hospitals.years(sites) if year not in held]


#: A group must have this many sites to be named in a headline; all groups are drawn.
HEADLINE_BASE = 10


def _split_rows(store: Store, split: str) -> pd.DataFrame:
    sites = store.table("hospital_programs")
    column, groups = str(splits(store).at[split, "column"]), _groups(store, split)
    is_sized = bool(groups["low"].notna().all())
    if is_sized:
        sites = sites.assign(**{column: hospitals.classes(sites[column], dict(groups["low"]))})
    table = with_words(hospitals.reporting(sites, [column, "year"], "inpatient_palliative"))
    table = newest_apart(
        table.assign(
            key=table[column],
            group=table[column].map(groups["label"].map(told)),
            phrase=table[column].map(groups["phrase"].map(told)),
        )
    )
    current = table[table["when"] == "current"].set_index("key")["share"]
    order = list(groups.index) if is_sized else list(current.sort_values(ascending=False).index)
    table["_order"] = table["key"].map({key: i for i, key in enumerate(order)})
    table = table.sort_values(["_order", "year"]).drop(columns="_order")
    return _with_year_labels(table).reset_index(drop=True)


#: Earlier dots nearer than this share of the axis carry one label together.
APART = 0.05


def _with_year_labels(table: pd.DataFrame) -> pd.DataFrame:
    """Year names under the earlier dots of the one row where they stand farthest apart."""
    earlier = table[table["when"] == "earlier"].sort_values(["share", "year"])
    spread = earlier.groupby("key")["share"].agg(lambda s: s.diff().dropna().min())
    table = table.assign(year_label="", year_side="")
    if spread.dropna().empty:
        return table
    dots = earlier[earlier["key"] == spread.idxmax()]
    near = dots["share"].diff().lt(APART)
    for place, (_together, held) in enumerate(dots.groupby((~near).cumsum())):
        # Outwards, so that two labels never meet over their dots.
        at = held.index[0] if place == 0 and len(held) < len(dots) else held.index[-1]
        table.loc[at, "year_label"] = ", ".join(str(row.year) for row in each(held))
        table.loc[at, "year_side"] = "left" if at == held.index[0] and place == 0 else "right"
    return table


@figure
def site_split(store: Store, split: Split = "") -> Draft:
    """The share of sites that report an inpatient program, by one trait of the hospital."""
    split = split or str(splits(store).index[0])
    column = str(splits(store).at[split, "column"])
    rows = _split_rows(store, split)
    current = rows[rows["when"] == "current"]
    newest = int(current["year"].iloc[0])
    large = current[current["answered"] >= HEADLINE_BASE].sort_values("share")
    high, low = large.iloc[-1], large.iloc[0]
    unowned = store.table("hospital_programs").query("year == @newest")[OWNER].eq("").sum()
    left_out = (
        ngettext(
            "{n} hospital in {year} lists no owner and is left out here.",
            "{n} hospitals in {year} list no owner and are left out here.",
            int(unowned),
        ).format(n=numbers.capitalized(numbers.spelled(int(unowned))), year=newest)
        if column == OWNER and unowned
        else ""
    )
    return Draft(
        headline=programs.split_headline(
            (high["phrase"], int(high["reporting"]), int(high["answered"])),
            (low["phrase"], int(low["reporting"]), int(low["answered"])),
            newest,
        ),
        subtitle=_(
            "Share of general acute care hospital sites that report an inpatient program, "
            "California. Teal: {newest}, with the count. Gray: earlier years. "
            "{note}"
        ).format(newest=newest, note=_split_note(store, split)),
        summary=programs.split_summary(
            newest,
            [(str(r.group), int(r.reporting), int(r.answered)) for r in each(current)],
        ),
        drawing=_("Dot chart. Each row is a group; each dot is a year."),
        rows=rows,
        columns=(Column("group", _("Group")), Column("year", _("Year"), "year"), *share_columns()),
        period=numbers.years(rows["year"].tolist()),
        as_of=str(newest),
        claims=site_claims(store, rows, "{group}, {year}", f"inpatient_palliative by {column}"),
        caveats=tuple(
            text
            for text in (self_reported(), left_out, *reports.notes(store, shown=rows["year"]))
            if text
        ),
        definition=_("General acute care hospital sites with an operating report in the year."),
        chart=charts.dot_gap(
            groups=rows["group"].nunique(),
            tooltip=(("group", _("Group")), ("year", _("Year")), *share_tips()),
        ),
        height=62 * rows["group"].nunique(),
        params={"split": split},
    )

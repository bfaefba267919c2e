"""The topic tables: places in groups, plans, cohorts, coalitions, milestones."""

from __future__ import annotations

from lib.schema import lists
from lib.schema.columns import (
    Column,
    choice,
    county,
    date,
    identifier,
    number,
    reference,
    source,
    sources,
    text,
    whole,
    word,
)
from lib.schema.table import Table

#: No effort counts more people, sites or events.
_TAKING_PART = 1_000_000

_COHORT = reference("cohort_id", "the cohort", "cohorts.cohort_id")
TOPIC_TABLES: tuple[Table, ...] = (
    Table(
        "regions",
        "one county in one region of one scheme",
        ("region_scheme", "region", "county_fips"),
        (
            word("region_scheme", "whose regions", "region_scheme"),
            text("region", "name of the region"),
            county(),
            source(),
        ),
    ),
    Table(
        "zip_counties",
        "one county of one California ZIP code",
        ("zip", "county_fips"),
        (
            Column("zip", "5-digit ZIP code as text", pattern=r"9[0-9]{4}", like="95948"),
            county(blank=True),
            number("residential_share", "share of its homes", low=0, high=1, blank=True),
            text("city", "preferred city name"),
            text("other_city_names", "other names, separated by semicolons", blank=True),
            word("zip_kind", "kind of ZIP code", "zip_kind"),
            source(),
        ),
    ),
    Table(
        "medi_cal_plans",
        "one county and contract period",
        ("county_fips", "effective_start", "effective_end"),
        (
            county(),
            word("model", "Medi-Cal managed care model", "plan_model"),
            text("plans", "plans, separated by semicolons", blank=True),
            date("effective_start", "first day, blank where not known", blank=True),
            date("effective_end", "last day, blank where it goes on", blank=True),
            choice("status", "reported, or derived from several pages", lists.STATUSES),
            sources(),
            text("note", "what to know about the row", blank=True),
        ),
    ),
    Table(
        "cohorts",
        "one learning community, partnership, technical assistance effort or grant program",
        ("cohort_id",),
        (
            identifier("cohort_id", "id of the cohort"),
            text("name", "name"),
            word("kind", "kind of effort", "cohort_kind"),
            date("start", "start, blank where not known", blank=True),
            date("end", "end, blank where not known or not ended", blank=True),
            choice("date_precision", "precision of the finer date", lists.PRECISIONS),
            text("convener", "who ran it", blank=True),
            text("funder", "who paid", blank=True),
            whole(
                "participant_count", "number of `participant_type`", high=_TAKING_PART, blank=True
            ),
            text("participant_type", "what is counted"),
            text("care_setting", "where the care is given"),
            text("payer_focus", "payers in view", blank=True),
            text("geography", "where"),
            text("contribution", "what it added, one sentence"),
            source(),
            text("locator", "where in the source it stands"),
        ),
    ),
    Table(
        "cohort_members",
        "one named organization in a cohort",
        ("cohort_id", "organization"),
        (
            _COHORT,
            text("organization", "name"),
            county(blank=True),
            text("city", "city where the source states it", blank=True),
            text("role", "part it played"),
            source(),
        ),
    ),
    Table(
        "cohort_counties",
        "one county named by a cohort",
        ("cohort_id", "county_fips"),
        (_COHORT, county(), source()),
    ),
    Table(
        "activities",
        "one planned or described activity of a cohort",
        ("cohort_id", "activity"),
        (
            _COHORT,
            text("activity", "what was planned or done"),
            whole(
                "planned_count",
                "number; read `activity` for of what",
                high=_TAKING_PART,
                blank=True,
            ),
            text("period", "when, as the source says", blank=True),
            source(),
        ),
    ),
    Table(
        "coalitions",
        "one coalition",
        ("coalition_id",),
        (
            identifier("coalition_id", "id of the coalition"),
            text("name", "name"),
            date("founded", "when founded", blank=True),
            word("scope", "how far it reaches", "coalition_scope"),
            text("focus", "what it works on"),
            text("parent", "what it belongs to or grew from", blank=True),
            source(),
        ),
    ),
    Table(
        "coalition_counties",
        "one county of a coalition",
        ("coalition_id", "county_fips"),
        (
            reference("coalition_id", "the coalition", "coalitions.coalition_id"),
            county(),
            source(),
        ),
    ),
    Table(
        "milestones",
        "one dated event",
        ("milestone_id",),
        (
            identifier("milestone_id", "id of the milestone"),
            date("date", "date as precisely as known"),
            choice("date_precision", "precision of the date", lists.PRECISIONS),
            text("title", "title"),
            word("category", "kind of event", "milestone_category"),
            word("level", "state or federal", "milestone_level"),
            text("summary", "what happened, one sentence"),
            source(),
        ),
    ),
    Table(
        "milestone_counties",
        "one county named by a milestone",
        ("milestone_id", "county_fips"),
        (
            reference("milestone_id", "the milestone", "milestones.milestone_id"),
            county(),
            date("since", "when the county joined, where it differs", blank=True),
            source(),
            text("note", "what to know about the row", blank=True),
        ),
    ),
    Table(
        "milestone_sources",
        "one further source of a milestone, beside the one in its own row",
        ("milestone_id", "source_id"),
        (
            reference("milestone_id", "the milestone", "milestones.milestone_id"),
            source(),
            text("adds", "what it adds or confirms"),
        ),
    ),
    Table(
        "milestone_chains",
        "one step of a path of milestones that lead to one another (our editorial choice)",
        ("chain", "order"),
        (
            word("chain", "the path", "milestone_chain"),
            whole("order", "place in the path", low=1),
            reference("milestone_id", "the milestone", "milestones.milestone_id"),
        ),
    ),
)

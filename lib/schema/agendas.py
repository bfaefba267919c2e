"""The tables of agendas and of our own choices: opportunities, toolkits, open questions."""

from __future__ import annotations

from lib.schema import lists
from lib.schema.columns import (
    URL_PATTERN,
    Column,
    choice,
    identifier,
    reference,
    source,
    text,
    whole,
    word,
)
from lib.schema.table import Table

_OPPORTUNITY = (
    choice("opportunity_group", "driver or opportunity", lists.OPPORTUNITY_GROUPS),
    reference("opportunity_title", "its title", "opportunities.title"),
)

AGENDA_TABLES: tuple[Table, ...] = (
    Table.of(
        "opportunities",
        "one driver or opportunity that the retrospective names",
        ("group", "title"),
        whole("order", "place in its group", low=1),
        text("title", "title"),
        choice("group", "driver or opportunity", lists.OPPORTUNITY_GROUPS),
        source(),
        text("description", "what it means, in our words", blank=True),
        source("description_source_id", blank=True),
        text("companion_description", "what a companion plan says of it", blank=True),
        source("companion_source_id", blank=True),
    ),
    Table.of(
        "opportunity_indicators",
        "one indicator that bears on a driver or opportunity (our editorial choice)",
        ("opportunity_group", "opportunity_title", "indicator_id"),
        *_OPPORTUNITY,
        reference("indicator_id", "the indicator", "indicators.indicator_id"),
        word("role", "what it tells of it", "indicator_role"),
    ),
    Table.of(
        "opportunity_links",
        "one cohort or milestone that belongs to a driver or opportunity (our editorial choice)",
        ("opportunity_group", "opportunity_title", "link_kind", "link_id"),
        *_OPPORTUNITY,
        choice("link_kind", "what is linked", lists.LINK_KINDS),
        text("link_id", "its id in cohorts or milestones"),
    ),
    Table.of(
        "field_agenda",
        "one challenge, strategy or project that a field organization states for itself",
        ("agenda_id",),
        identifier("agenda_id", "id of the row"),
        text("organization", "who states it"),
        word("kind", "what it is", "agenda_kind"),
        whole("order", "place in its list", low=1),
        text("area", "field of work"),
        text("statement", "the statement, in our words"),
        source(),
    ),
    Table.of(
        "agenda_indicators",
        "one indicator that bears on a statement of a field organization (our editorial choice)",
        ("agenda_id", "indicator_id"),
        reference("agenda_id", "the statement", "field_agenda.agenda_id"),
        reference("indicator_id", "the indicator", "indicators.indicator_id"),
    ),
    Table.of(
        "agenda_links",
        "one cohort or milestone that bears on a statement of a field organization (our editorial "
        "choice)",
        ("agenda_id", "cohort_id", "milestone_id"),
        reference("agenda_id", "the statement", "field_agenda.agenda_id"),
        reference("cohort_id", "the cohort, if it is one", "cohorts.cohort_id", blank=True),
        reference(
            "milestone_id", "the milestone, if it is one", "milestones.milestone_id", blank=True
        ),
    ),
    Table.of(
        "toolkit_resources",
        "one toolkit or guide",
        ("resource_id",),
        identifier("resource_id", "id of the resource"),
        text("title", "title"),
        text("publisher", "who published it"),
        word("audience", "for whom", "audience"),
        word("topic", "about what", "toolkit_topic"),
        Column("url", "address", blank=True, pattern=URL_PATTERN, like="https://example.org/a"),
        source(),
    ),
    Table.of(
        "conflicts",
        "one disagreement between sources",
        ("conflict_id",),
        identifier("conflict_id", "id of the disagreement"),
        text("subject", "what they disagree on"),
        reference("indicator_id", "the indicator", "indicators.indicator_id", blank=True),
        reference("geo_id", "where", "geographies.geo_id", blank=True),
        Column("period", "when", pattern=r"[0-9]{4}(?:-[0-9]{4})?", like="2015-2016"),
        text("claim_a", "what the first source says"),
        source("source_a"),
        text("claim_b", "what the second source says"),
        source("source_b", blank=True),
        text("which_to_show", "the claim that figures use"),
        text("why", "the reason"),
    ),
    Table.of(
        "measures",
        "one measure that a reader can color a county map by",
        ("measure_id",),
        identifier("measure_id", "id of the measure"),
        choice("role", "why a reader would look at it", lists.MEASURE_ROLES),
        choice("rule", "how its values are found, see lib/derive/measures.py", lists.MEASURE_RULES),
        text("reads", "the column, facility type or group that the rule looks at"),
        reference("indicator_id", "the count or share", "indicators.indicator_id", blank=True),
        reference(
            "base_indicator_id", "what it is divided by", "indicators.indicator_id", blank=True
        ),
        text("label", "name in the list of choices"),
        choice("unit", "unit of its values", lists.MEASURE_UNITS),
        Column(
            "breaks",
            "lower bounds of its classes, separated by semicolons; blank for fifths",
            blank=True,
            pattern=r"[0-9]+(?:\.[0-9]+)?(?:;[0-9]+(?:\.[0-9]+)?)*",
            like="0;0.25;0.5",
        ),
        text("note", "the caution that goes with it"),
        text("short_name", "name over its line on a county page", blank=True),
        choice(
            "county_topic",
            "topic of the county page that shows it, blank where none does",
            lists.MEASURE_ROLES,
            blank=True,
        ),
        whole("county_order", "place in that topic", low=1, blank=True),
        choice(
            "stands_out",
            "Yes where a county page looks whether the county stands out in it",
            (lists.YES_NO[0],),
            blank=True,
        ),
        whole("rural_order", "place among what rural counties lack or have", low=1, blank=True),
    ),
    Table.of(
        "unknowns",
        "one thing that is not known",
        ("topic", "what_is_not_known"),
        word("topic", "subject", "unknown_topic"),
        text("what_is_not_known", "what is missing"),
        text("who_might_hold_it", "who might hold it", blank=True),
        source(blank=True),
    ),
)

"""The tables of the Equity page: views of indicators, groups in order, small-number rules."""

from __future__ import annotations

from lib.schema.columns import choice, identifier, reference, text, whole, word
from lib.schema.table import Table

KINDS = ("rate", "composition", "odds", "sites")
RULES = ("guard", "exempt")
CELLS = ("value", "numerator")

EQUITY_TABLES: tuple[Table, ...] = (
    Table.of(
        "equity_subjects",
        "one indicator cut one way, as the Equity page offers it (our editorial choice)",
        ("view_id",),
        identifier("view_id", "id of the view"),
        word("subject", "subject it belongs to", "equity_subject"),
        word("breakdown", "what it is cut by, for readers", "equity_breakdown"),
        reference(
            "indicator_id",
            "the indicator; blank where hospital sites are counted from hospital_programs",
            "indicators.indicator_id",
            blank=True,
        ),
        word(
            "dimension",
            "dimension of the observations, or column of hospital_programs",
            "dimension",
            also=("ownership", "small_rural"),
        ),
        reference("geo_id", "place", "geographies.geo_id"),
        choice(
            "kind",
            "rate: a value a group; composition: who is among a whole; odds: relative to "
            "the study's own reference; sites: hospital sites counted",
            KINDS,
        ),
        text("group_set", "groups shown and their order, in equity_groups"),
        text("reference", "usual reference group, blank where none applies", blank=True),
        text("earlier", "period end of an earlier value to show beside it", blank=True),
        text("base", "what is known of the sample, where no count is held", blank=True),
        text(
            "sentence",
            "the finding with places for its numbers: {top} and {low} of {top_group} and "
            "{low_group}, {v[group]} and {n[group]} of one group, {period}; {gap}, {ratio}, "
            "{gap_before}, {ratio_before} and {before} where `earlier` is given; blank for a "
            "plain one",
            blank=True,
        ),
    ),
    Table.of(
        "equity_groups",
        "one group of a breakdown, in the order in which it is always shown",
        ("group_set", "group"),
        text("group_set", "name of the set"),
        whole("order", "place in the set", low=1),
        text("group", "group as observations name it"),
        text("label", "group as readers see it"),
    ),
    Table.of(
        "equity_people",
        "one group of observations that speaks for people in the completeness panel",
        ("people", "breakdown", "group"),
        whole("order", "place in the panel", low=1),
        text("people", "people as readers see them"),
        word("breakdown", "breakdown of the group", "equity_breakdown", blank=True),
        text("group", "group as observations name it, blank where none exists", blank=True),
    ),
    Table.of(
        "people_counts",
        "one indicator with county cells under 11, and whether they are withheld",
        ("indicator_id",),
        reference("indicator_id", "the indicator", "indicators.indicator_id"),
        choice("rule", "guard: counts people, small cells are withheld", RULES),
        choice("cell", "the column that holds the count", CELLS),
        text("why", "the reason"),
    ),
)

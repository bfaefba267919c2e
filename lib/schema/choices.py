"""The tables of what a reader may choose: how hospitals are split, and what is called rural."""

from __future__ import annotations

from lib.schema import lists
from lib.schema.columns import (
    Column,
    choice,
    county,
    identifier,
    number,
    reference,
    source,
    text,
    whole,
)
from lib.schema.table import Table

_DEFINITION = reference("definition", "the definition", "rural_definitions.definition")

CHOICE_TABLES: tuple[Table, ...] = (
    Table.of(
        "figure_words",
        "one sentence of a figure that speaks of one survey, one list or one year",
        ("figure_id", "place"),
        identifier("figure_id", "the figure"),
        text("place", "where it stands in the figure"),
        text("text", "the sentence; words in braces are numbers that the figure fills in"),
        source(blank=True),
    ),
    Table.of(
        "splits",
        "one trait of a hospital site by which sites may be compared",
        ("split",),
        identifier("split", "id of the split"),
        whole("order", "place among the splits", low=1),
        text("column", "column of hospital_programs that holds the trait"),
        text("label", "words on its button"),
        text(
            "note",
            "the caution that goes with it; {years} stands for the report years in which the "
            "column is blank",
            blank=True,
        ),
    ),
    Table.of(
        "split_groups",
        "one group of a split: a word of its column, or a class of its numbers",
        ("split", "group"),
        reference("split", "the split", "splits.split"),
        whole("order", "place in the split", low=1),
        text("group", "the word of the column, or a name for the class"),
        number("low", "lowest number of the class, for a column of numbers", low=0, blank=True),
        text("label", "group as readers see it"),
        text("phrase", "the sites of the group, in the middle of a sentence"),
    ),
    Table.of(
        "rural_definitions",
        "one definition of rural",
        ("definition",),
        identifier("definition", "id of the definition"),
        whole("order", "place among the definitions", low=1),
        text("short", "words on its button"),
        text("title", "full name"),
        text(
            "limits",
            "what it says and leaves out; {years} stands for the report years that hold it",
        ),
        Column(
            "reads",
            "the table and column that hold the classes: of counties, of county_classes, or of "
            "hospital_programs where hospitals carry a designation",
            pattern=r"[a-z_]+\.[a-z0-9_]+",
            like="counties.of_the_list",
        ),
        source(blank=True),
        choice(
            "on_maps",
            "Yes for the one definition that maps outline and starters go by",
            (lists.YES_NO[0],),
            blank=True,
        ),
    ),
    Table.of(
        "rural_classes",
        "one class of a definition of rural",
        ("definition", "class"),
        _DEFINITION,
        whole("order", "place in the definition", low=1),
        text("class", "the word of the column, or a name for a class of codes"),
        number("low", "lowest code of the class, for a column of codes", low=0, blank=True),
        text("label", "class as readers see it"),
        choice("is_rural", "whether the definition calls it rural", lists.YES_NO),
    ),
    Table.of(
        "county_classes",
        "one county and its class, for a definition that has no column in counties",
        ("definition", "county_fips"),
        _DEFINITION,
        county(),
        text("class", "the class, a word of rural_classes"),
    ),
)

"""The words of the domain: frozen records, closed lists and the one data error."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


#: A figure's parameter that takes the FIPS code of any of the 58 counties.
County = Annotated[str, "county_fips"]

#: A figure's parameter that takes the id of any of the measures.
MeasureId = Annotated[str, "measure_id"]

#: A figure's parameter that takes the id of a measure of need or of supply: a number, never a kind.
NeedId = Annotated[str, "need_measure_id"]
SupplyId = Annotated[str, "supply_measure_id"]

#: A figure's parameter that takes the id of any indicator.
IndicatorId = Annotated[str, "indicator_id"]

#: A figure's parameter that takes any view of the Equity page, or any group of a breakdown.
EquityView = Annotated[str, "view_id"]
EquityGroup = Annotated[str, "group"]

#: A figure's parameter that takes the title of any driver or opportunity.
Opportunity = Annotated[str, "opportunity_title"]


#: A figure's parameter that takes a year of the state's report by site, or two that follow each
#: other (``2022-2024``); an empty text is the newest.
ReportYear = Annotated[str, "report_year"]
ReportSpan = Annotated[str, "report_span"]

#: A figure's parameter that takes a word of a list of `vocabulary`: a path of milestones, or what
#: is laid over the timeline of efforts; the first of these, or all: a kind of milestone, of effort.
MilestoneChain = Annotated[str, "milestone_chain"]
MilestoneKind = Annotated[str, "milestone_category"]
CohortOverlay = Annotated[str, "cohort_overlay"]
CohortKind = Annotated[str, "cohort_kind"]

#: A figure's parameter that takes a trait by which hospital sites are compared.
Split = Annotated[str, "split"]

#: A figure's parameter that takes the number of a district of any chamber.
DistrictNumber = Annotated[str, "district_number"]

#: A figure's parameter that takes a group of older people by race and ethnicity.
OlderGroup = Annotated[str, "older_group"]

#: A figure's parameter that takes an edition of the report card of which states are held.
CardEdition = Annotated[str, "card_edition"]

#: A figure's parameter that takes the year until which a projection is read.
Horizon = Annotated[str, "horizon"]

#: A figure's parameter that takes a definition of rural.
RuralDefinition = Annotated[str, "rural_definition"]

#: A figure's parameter that takes any year of any measure.
MapYear = Annotated[str, "map_year"]


class Status(StrEnum):
    """How a number came to be."""

    REPORTED = "reported"
    DERIVED = "derived"
    ESTIMATED = "estimated"
    WITHHELD = "withheld"


class DataState(StrEnum):
    """The states of a number, drawn, tabled, exported and read aloud alike.

    `lib.wording.states` has the word of each. No hospital is no answer: there is nobody to ask.
    """

    REPORTED = "reported"
    ZERO = "zero"
    WITHHELD = "withheld"
    NOT_ANSWERED = "not answered"
    NOT_COLLECTED = "not collected"
    NOT_YET_UPDATED = "not yet updated"
    NO_HOSPITAL = "no hospital"


@dataclass(frozen=True)
class Offence:
    """One thing wrong with the data: where, what and how to mend it.

    `row` is the line number in the file (the header is line 1); 0 means the whole table.
    """

    table: str
    row: int
    column: str
    value: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """The offence on one line, as a data steward reads it."""
        place = f"{self.table}, row {self.row}" if self.row else self.table
        column = f", column {self.column}" if self.column else ""
        value = f": {self.value!r}" if self.value else ""
        return f"{place}{column}{value}: {self.problem}. {self.remedy}"


class DataError(Exception):
    """The tables in data/ break their contract; carries every offence, not the first."""

    def __init__(self, offences: tuple[Offence, ...]) -> None:
        """Keep `offences` and read them out as the message."""
        self.offences = offences
        super().__init__("\n".join(str(offence) for offence in offences))


@dataclass(frozen=True)
class Edition:
    """One issue of the whole bundle: version such as ``2026.11``, ISO date, title."""

    version: str
    date: str
    title: str


@dataclass(frozen=True)
class Source:
    """One publication or file that numbers were read from."""

    source_id: str
    title: str
    publisher: str
    published: str
    url: str
    kind: str
    how_read: str
    #: Its name in the line under a chart, such as "HCAI utilization report".
    short: str = ""


@dataclass(frozen=True)
class Indicator:
    """One measure: what it counts, in which unit, and what it must not be joined with."""

    indicator_id: str
    name: str
    definition: str
    unit: str
    direction: str
    domain: str
    caveat: str
    comparability: str


@dataclass(frozen=True)
class Claim:
    """Where one number of a figure stands: the answer to "says who?".

    `value` is written as the figure shows it. `numerator` and `denominator` are empty when
    the source does not give them.
    """

    label: str
    value: str
    source_id: str
    locator: str
    status: Status
    numerator: str = ""
    denominator: str = ""
    note: str = ""


@dataclass(frozen=True)
class Column:
    """One column of a figure's table: the field of `rows`, its label and how it is written."""

    field: str
    label: str
    kind: str = "text"  # text, share, count, rate, number, year, link


@dataclass(frozen=True)
class Conflict:
    """Two sources that disagree on one thing, which claim is shown, and why."""

    subject: str
    claim_a: str
    source_a: str
    claim_b: str
    source_b: str
    which_to_show: str
    why: str


@dataclass(frozen=True, eq=False)
class Figure:
    """One finding, ready for every output: words, chart, exact rows, sources.

    `chart` is a Vega-Lite specification without data whose colors are tokens such as
    ``@teal`` (see `lib.theme`); it is drawn from `rows`. A figure without a chart is a table.
    `params` made this variant; `page_choices` are what its page must be told beside them to show
    it, such as the words of a search. Leave out a headline, subtitle, summary, alt text, rows, sources or as-of date and
    the constructor raises. Two figures are equal only when they are one: outputs keep what
    they made of a figure by its identity.
    """

    figure_id: str
    headline: str
    subtitle: str
    summary: str
    alt: str
    rows: pd.DataFrame
    columns: tuple[Column, ...]
    sources: tuple[Source, ...]
    as_of: str
    period: str
    place: str
    edition: Edition
    caveats: tuple[str, ...] = ()
    definition: str = ""
    chart: Mapping[str, Any] | None = None
    height: int = 320
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    #: Who drew the outlines of its map: named under About, not as a source of its numbers.
    outlines: tuple[Source, ...] = ()
    page_choices: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a figure that could leave the screen without its words or its sources."""
        for name in ("figure_id", "headline", "subtitle", "summary", "alt", "as_of", "period"):
            if not str(getattr(self, name)).strip():
                raise ValueError(f"figure {self.figure_id!r} lacks its {name}")
        if not self.sources:
            raise ValueError(f"figure {self.figure_id!r} names no source")
        if not self.columns:
            raise ValueError(f"figure {self.figure_id!r} has no table columns")
        missing = [c.field for c in self.columns if c.field not in self.rows.columns]
        if missing:
            raise ValueError(f"figure {self.figure_id!r} lacks columns {missing} in its rows")

    @property
    def is_empty(self) -> bool:
        """True when no row is left to draw: the page then shows words, not an empty chart."""
        return len(self.rows) == 0

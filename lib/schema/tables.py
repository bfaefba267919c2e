"""The declaration of every table in data/, in the order of data/README.md."""

from __future__ import annotations

from dataclasses import replace

from lib.schema import lists
from lib.schema.agendas import AGENDA_TABLES
from lib.schema.choices import CHOICE_TABLES
from lib.schema.columns import (
    FACILITY_PATTERN,
    FIPS_PATTERN,
    GEO_PATTERN,
    MOST,
    SOURCE_PATTERN,
    URL_PATTERN,
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
from lib.schema.districts import DISTRICT_TABLES
from lib.schema.editions import EDITION_TABLES
from lib.schema.equity import EQUITY_TABLES
from lib.schema.intake import INTAKE_TABLES
from lib.schema.table import Table
from lib.schema.topics import TOPIC_TABLES
from lib.schema.vocabulary import VOCABULARY

__all__ = ["OBSERVATIONS", "TABLES", "Table", "contract"]

#: No site has more beds, and no team more people: some twenty times what any has today.
_BEDS, _STAFF = 20_000, 1_000

_TEAM = (
    whole(
        "pc_physician",
        "physicians of the inpatient palliative team, people",
        high=_STAFF,
        blank=True,
    ),
    whole("pc_physician_certified", "of these, board certified", high=_STAFF, blank=True),
    whole("pc_nurse", "nurses of the team, people", high=_STAFF, blank=True),
    whole("pc_nurse_certified", "of these, certified", high=_STAFF, blank=True),
    whole("pc_social_worker", "social workers of the team, people", high=_STAFF, blank=True),
    whole("pc_social_worker_certified", "of these, certified", high=_STAFF, blank=True),
    whole("pc_chaplain", "chaplains of the team, people", high=_STAFF, blank=True),
)
_FACILITY = Column(
    "facility_id", "state facility number, as text", pattern=FACILITY_PATTERN, like="106010735"
)

SOURCES = Table.of(
    "sources",
    "one source: a publication or file that facts were read from",
    ("source_id",),
    Column("source_id", "id of the source", pattern=SOURCE_PATTERN, like="chcf-2014-up-close"),
    text("title", "title as published"),
    text("publisher", "who published it"),
    date("published", "date of publication, blank where none was visible", blank=True),
    Column("url", "address", blank=True, pattern=URL_PATTERN, like="https://example.org/page"),
    word("kind", "kind of publication", "source_kind"),
    text("how_read", "what was read: an excerpt, an abstract, a copy of a data file"),
    choice(
        "address",
        "own: the publisher's page; weak: a copy, a short link, an index page or none, "
        "so look for the original before citing",
        lists.SOURCE_ADDRESSES,
    ),
    choice(
        "use",
        "cited by a row; geometry of the county shapes; background reading without a row",
        lists.SOURCE_USES,
    ),
    text("short", "name in the line under a chart; blank: the publisher's name", blank=True),
)
INDICATORS = Table.of(
    "indicators",
    "one indicator: what a number measures",
    ("indicator_id",),
    identifier("indicator_id", "id of the indicator"),
    text("name", "short name"),
    text("definition", "what is counted, among whom"),
    word("unit", "unit of every observation of the indicator", "unit"),
    choice("direction", "which way is better, where that can be said", lists.DIRECTIONS),
    word("domain", "the observations file that holds its numbers", "domain"),
    text("caveat", "what a reader must know before using it", blank=True),
    text("comparability", "what it must not be joined with", blank=True),
)
GEOGRAPHIES = Table.of(
    "geographies",
    "one place: the nation, a state or a California county",
    ("geo_id",),
    Column(
        "geo_id",
        "US, CA, ST-XX for other states, 5-digit FIPS code for counties",
        pattern=GEO_PATTERN,
        like="06001",
    ),
    text("name", "name"),
    choice("level", "nation, state or county", lists.LEVELS),
    reference("parent_id", "the place it lies in", "geographies.geo_id", blank=True),
)
COUNTIES = Table.of(
    "counties",
    "one California county",
    ("county_fips",),
    Column("county_fips", "5-digit FIPS code as text", pattern=FIPS_PATTERN, like="06001"),
    text("name", "name without the word County"),
    text("seat", "county seat"),
    number("land_sq_mi", "land area, square miles", low=1, high=30_000),
    whole("rucc_2013", "USDA rural-urban continuum code of 2013", low=1, high=9),
    whole("rucc_2023", "USDA rural-urban continuum code of 2023", low=1, high=9),
    whole("nchs_2013", "NCHS class of 2013: 1 large central metro to 6 noncore", low=1, high=6),
    whole("nchs_2023", "NCHS class of 2023: 1 large central metro to 6 noncore", low=1, high=6),
    whole("uic_2024", "USDA urban influence code of 2024", low=1, high=9),
    choice("nonmetro_2023", "outside metropolitan areas as drawn in 2023", lists.YES_NO),
    whole("pop_2010", "census count of 2010, people", low=1),
    whole("pop_2020", "census count of 2020, people", low=1),
    number("rural_population_share_2020", "share living in rural blocks", low=0, high=1),
    sources(),
)
HOSPITAL_PROGRAMS = Table.of(
    "hospital_programs",
    "one general acute hospital site and year, as it answered the state report",
    ("facility_id", "year"),
    _FACILITY,
    whole("year", "report year; each has its row in reports"),
    text("name", "name in readable case"),
    text("city", "city"),
    county(),
    choice("facility_level", "parent site, campus or part", lists.FACILITY_LEVELS),
    Column(
        "license_no",
        "ties the campuses of one license",
        pattern=r"[0-9]{9}|[A-Z][0-9]{8}",
        like="140000002",
    ),
    word("ownership", "who owns the hospital", "ownership", blank=True),
    choice("small_rural", "small and rural by state law", lists.YES_NO, blank=True),
    choice("teaching", "teaching hospital", lists.YES_NO),
    word("principal_service", "main service", "principal_service"),
    whole("general_acute_beds", "general acute beds", high=_BEDS, blank=True),
    whole("total_beds", "licensed beds", high=_BEDS, blank=True),
    *(
        choice(name, f"reports {what}; blank where left open", lists.YES_NO, blank=True)
        for name, what in (
            ("inpatient_palliative", "an inpatient palliative program"),
            ("outpatient_palliative", "outpatient palliative services"),
            ("inpatient_hospice", "an inpatient hospice program"),
        )
    ),
    *_TEAM,
    choice(
        "critical_access",
        "on the federal list of critical access hospitals; blank where the site is in no "
        "report of the years that were matched with the list",
        lists.YES_NO,
        blank=True,
    ),
    source(),
)
REPORTS = Table.of(
    "reports",
    "one year of the state's hospital report, as it was read: by site or by license",
    ("report", "year"),
    choice("report", "what one row of that year is", lists.REPORTS),
    whole("year", "report year"),
    source(),
    choice("version", "whether the state calls its file final", lists.REPORT_VERSIONS),
    choice(
        "coverage",
        "minimum: hospitals that did not answer, or are filed wrongly, are missing",
        lists.REPORT_COVERAGES,
    ),
    choice("how", "read from the report, or added up from its sites", lists.REPORT_WAYS),
    text("note", "what a reader must know about the year", blank=True),
)
HOSPITAL_LICENSE_YEARS = Table.of(
    "hospital_license_years",
    "one general acute license (its parent site) and year",
    ("facility_id", "year"),
    replace(_FACILITY, refers="hospital_programs.facility_id"),
    whole("year", "report year; each has its row in reports"),
    county(),
    word("ownership", "owner in the nearest report year held", "ownership", blank=True),
    choice("inpatient_team_reported", "any team count is above zero", lists.YES_NO),
    *_TEAM,
    source(),
    text("note", "what to know about the row", blank=True),
)
HOSPITAL_DISTRICTS = Table.of(
    "hospital_districts",
    "one hospital site of the newest report and the districts it stands in",
    ("facility_id",),
    replace(_FACILITY, refers="hospital_programs.facility_id"),
    whole("assembly_district", "Assembly district", low=1, high=80),
    whole("senate_district", "state Senate district", low=1, high=40),
    whole("congressional_district", "congressional district", low=1, high=52),
    source(),
)
FACILITIES = Table.of(
    "facilities",
    "one site: a hospital, a hospice site or a hospice facility",
    ("facility_id",),
    _FACILITY,
    word("type", "what the site is", "facility_type"),
    text("name", "name in readable case"),
    text("city", "city"),
    county(),
    Column("zip", "5-digit ZIP code as text", pattern=r"[0-9]{5}", like="95948"),
    number("lat", "latitude, degrees north", low=32.4, high=42.1, blank=True),
    number("lon", "longitude, degrees east", low=-124.6, high=-114.0, blank=True),
    choice("geo_precision", "how exact the coordinates are", ("source_point", "none")),
    word("ownership", "who owns it, hospitals only", "ownership", blank=True),
    whole("beds", "licensed beds", high=_BEDS, blank=True),
    source(),
)
OBSERVATIONS = Table.of(
    "observations",
    "one number",
    ("indicator_id", "geo_id", "period_start", "period_end", "dimension", "group", "source_id"),
    reference("indicator_id", "what is measured", "indicators.indicator_id"),
    reference("geo_id", "where", "geographies.geo_id"),
    date("period_start", "first day, month or year of the period"),
    date("period_end", "last day, month or year; equal for a point in time"),
    word("dimension", "what the group is a part of", "dimension"),
    text("group", "the part measured; all for the total"),
    number("value", "the number, in `unit`; blank where it is withheld", blank=True),
    number("numerator", "numerator where the source gives it", low=0, high=MOST, blank=True),
    number("denominator", "denominator where the source gives it", low=0, high=MOST, blank=True),
    word("unit", "unit of the value, the indicator's own", "unit"),
    choice(
        "status",
        "reported, derived or estimated; withheld where a small count of people is not told",
        lists.OBSERVATION_STATUSES,
    ),
    source(),
    text("locator", "where in the source the number stands"),
    text("note", "what to know about the number", blank=True),
)


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        VOCABULARY,
        SOURCES,
        INDICATORS,
        GEOGRAPHIES,
        COUNTIES,
        REPORTS,
        HOSPITAL_PROGRAMS,
        HOSPITAL_LICENSE_YEARS,
        HOSPITAL_DISTRICTS,
        FACILITIES,
        *DISTRICT_TABLES,
        *TOPIC_TABLES,
        *EQUITY_TABLES,
        *CHOICE_TABLES,
        *AGENDA_TABLES,
        *EDITION_TABLES,
        *INTAKE_TABLES,
    )
}


def contract(name: str) -> Table:
    """The contract of a table, named as its file: observations have one a domain."""
    return OBSERVATIONS if name.partition("/")[0] == OBSERVATIONS.name else TABLES[name]

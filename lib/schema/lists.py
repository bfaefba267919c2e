"""The closed lists: every word that a coded cell may hold."""

DOMAINS = (
    "cohorts",
    "context",
    "equity",
    "need",
    "participation",
    "policy",
    "programs",
    "rural",
    "workforce",
)

#: Unit -> lowest and highest value a number in it may take (None: open).
UNIT_RANGES: dict[str, tuple[float | None, float | None]] = {
    "code": (0, 4),
    "count": (0, 400_000_000),
    "days": (0, 40_000),
    "fte": (0, 10_000_000),
    "fte_per_100_beds": (0, 1_000),
    "odds_ratio": (0, 1_000),
    "per_100k": (0, 100_000),
    "percentile": (0, 1),
    "ratio": (0, 100_000),
    "relative_change": (-1, 1_000),
    "score": (0, 1_000),
    "share": (0, 1),
    "usd": (0, 10_000_000_000_000),
    "visits": (0, 1_000_000),
    "years": (0, 130),
}
UNITS = tuple(UNIT_RANGES)

DIMENSIONS = (
    "age",
    "area_composition_rural",
    "area_composition_urban",
    "assessment",
    "care_setting",
    "coalition_area",
    "cohort",
    "count_basis",
    "estimate_bound",
    "grade",
    "health_literacy",
    "health_status",
    "hospice_ownership",
    "hospital_ownership",
    "hospital_size",
    "hospital_type",
    "income",
    "item",
    "language",
    "nursing_home_stay",
    "payer",
    "place_of_death",
    "plan",
    "program_status",
    "race_ethnicity",
    "race_ethnicity_detail",
    "race_ethnicity_nativity",
    "rating",
    "region",
    "role",
    "role_southern_california",
    "rurality",
    "sex",
    "standardization",
    "teaching_status",
    "team_role",
    "total",
)

YES_NO = ("Yes", "No")
STATUSES = ("reported", "derived", "estimated")

#: An observation may also be known and not told: its value and numerator are then blank.
WITHHELD = "withheld"
OBSERVATION_STATUSES = (*STATUSES, WITHHELD)
DIRECTIONS = ("higher_is_better", "lower_is_better", "neutral")
LEVELS = ("nation", "state", "county")
PRECISIONS = ("day", "month", "year", "unknown")
OWNERSHIPS = (
    "nonprofit",
    "for-profit",
    "city or county",
    "district",
    "state",
    "University of California",
)
CHANGE_KINDS = ("added", "revised", "withdrawn")
REPORTS = ("licenses", "sites")
REPORT_VERSIONS = ("final", "preliminary")
REPORT_COVERAGES = ("complete", "minimum")
REPORT_WAYS = ("read", "added_up")
SOURCE_KINDS = ("web-page", "dataset", "article", "journal", "report", "press-release", "law")
SOURCE_USES = ("cited", "geometry", "background")
SOURCE_ADDRESSES = ("own", "weak")
PRINCIPAL_SERVICES = (
    "General medical and surgical",
    "Pediatric",
    "Long-term care",
    "Psychiatric",
    "Other",
    "Physical rehabilitation",
    "Orthopedic",
    "Developmental disability care",
)
FACILITY_TYPES = (
    "critical_access_hospital",
    "general_acute_hospital",
    "hospice_site",
    "inpatient_hospice_facility",
)
FACILITY_LEVELS = ("parent", "consolidated", "distinct part")
REGION_SCHEMES = (
    "census_2020_complete_count_region",
    "chis_county_group",
    "chis_region",
    "covered_california_rating_region",
)
FORHP_RURAL = ("countywide", "not_countywide_tracts_may_qualify")
COHORT_KINDS = (
    "learning_community",
    "payer_provider_partnership",
    "technical_assistance",
    "grant_program",
)
COALITION_SCOPES = ("local", "regional", "statewide", "national")
MILESTONE_CATEGORIES = (
    "law",
    "regulation",
    "benefit",
    "program",
    "report",
    "funding",
    "coalition",
)
MILESTONE_LEVELS = ("state", "federal")
MILESTONE_CHAINS = ("sb_1004", "polst", "children", "hospice_licensing")
OPPORTUNITY_GROUPS = ("driver", "opportunity")
INDICATOR_ROLES = ("need", "capacity", "reach", "result", "target")
LINK_KINDS = ("cohort", "milestone")
AGENDA_KINDS = (
    "challenge",
    "strategy",
    "approach_area",
    "project",
    "objective",
    "element",
    "focus",
)
ZIP_KINDS = ("standard", "po box", "unique")
PLAN_MODELS = (
    "Two-Plan",
    "Single Plan",
    "Regional",
    "COHS",
    "Imperial",
    "Geographic Managed Care",
    "San Benito",
)
MEASURE_ROLES = ("supply", "need", "context")
MEASURE_RULES = (
    "site_share",
    "site_count",
    "bed_share",
    "critical_access_share",
    "team_count",
    "team_rate",
    "license_share",
    "facility_count",
    "observed",
    "share_of",
    "rate",
    "growth",
    "plan_model",
)
MEASURE_UNITS = (
    "share",
    "count",
    "per_10k",
    "per_100k",
    "growth",
    "usd",
    "category",
)

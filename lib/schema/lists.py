"""The closed lists whose words code acts on; what a word only names is in `vocabulary.csv`."""

YES_NO = ("Yes", "No")
STATUSES = ("reported", "derived", "estimated")

#: An observation may also be known and not told: its value and numerator are then blank.
WITHHELD = "withheld"
OBSERVATION_STATUSES = (*STATUSES, WITHHELD)
DIRECTIONS = ("higher_is_better", "lower_is_better", "neutral")
LEVELS = ("nation", "state", "county")
PRECISIONS = ("day", "month", "year", "unknown")
CHANGE_KINDS = ("added", "revised", "withdrawn")
REPORTS = ("licenses", "sites")
REPORT_VERSIONS = ("final", "preliminary")
REPORT_COVERAGES = ("complete", "minimum")
REPORT_WAYS = ("read", "added_up")
SOURCE_USES = ("cited", "geometry", "background")
SOURCE_ADDRESSES = ("own", "weak")
FACILITY_LEVELS = ("parent", "consolidated", "distinct part")
#: Each has its own figure.
OPPORTUNITY_GROUPS = ("driver", "opportunity")
CHAMBERS = ("assembly", "senate", "congressional")
COUNTY_BASES = ("blocks", "block_group_centers")
ZIP_BASES = ("whole", "population", "area", "touches")
LINK_KINDS = ("cohort", "milestone")
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

"""What a steward may add by rows alone: every row added here is synthetic and says so.

The tables of the bundle and one row or a few of each kind; no line of code knows any of them.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.derive import measures, vocabulary
from lib.model import DataError
from lib.store import assembled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lib.store import Store

Row = dict[str, object]
SOURCE = "synthetic-2024-source"
COUNTY = "06003"


def word(listed: str, name: str, label: str, **more: str) -> Row:
    return {"list": listed, "order": 900, "word": name, "label": label, **more}


def with_rows(files: Mapping[str, bytes], added: Mapping[str, Iterable[Row]]) -> dict[str, bytes]:
    """The files with rows at the end of some tables; cells that a row leaves out are blank."""
    out = dict(files)
    for name, rows in added.items():
        header = next(csv.reader(io.StringIO(files[name].decode("utf-8"))))
        text = io.StringIO()
        csv.DictWriter(text, header, restval="", lineterminator="\n").writerows(rows)
        out[name] = files[name] + text.getvalue().encode()
    return out


def observed(geo_id: str, value: float) -> Row:
    return {
        "indicator_id": "synthetic_share",
        "geo_id": geo_id,
        "period_start": "2024",
        "period_end": "2024",
        "dimension": "total",
        "group": "all",
        "value": value,
        "unit": "share",
        "status": "reported",
        "source_id": SOURCE,
        "locator": "synthetic",
    }


def additions(store: Store) -> dict[str, list[Row]]:
    """One of each kind, by the table its rows belong to."""
    counties = list(store.table("counties")["county_fips"])
    return {
        "vocabulary.csv": [
            word("milestone_chain", "synthetic_path", "Synthetic path", note="A synthetic path."),
            word("cohort_kind", "synthetic_kind", "Synthetic effort", heading="Synthetic efforts"),
            word("audience", "synthetic people", "Synthetic people", part_of="everywhere"),
            word("equity_subject", "synthetic_subject", "Synthetic subject"),
            word("facility_type", "synthetic_site", "Synthetic site", part_of="hospice"),
            word("county_care", "synthetic_site", "Synthetic sites"),
            word("domain", "synthetic", "Synthetic domain"),
        ],
        "sources.csv": [
            {
                "source_id": SOURCE,
                "title": "Synthetic source",
                "publisher": "Nobody",
                "published": "2024",
                "kind": "dataset",
                "how_read": "synthetic",
                "address": "weak",
                "use": "cited",
            }
        ],
        "milestone_chains.csv": [
            {"chain": "synthetic_path", "order": 1, "milestone_id": "sb_1004_2014"},
            {"chain": "synthetic_path", "order": 2, "milestone_id": "medi_cal_launch_2018"},
        ],
        "cohorts.csv": [
            {
                "cohort_id": "synthetic_effort",
                "name": "Synthetic effort of 2020",
                "kind": "synthetic_kind",
                "start": "2020",
                "end": "2021",
                "date_precision": "year",
                "funder": "Synthetic funder",
                "participant_type": "people",
                "care_setting": "synthetic",
                "geography": "California",
                "contribution": "Synthetic",
                "source_id": SOURCE,
                "locator": "synthetic",
            }
        ],
        "toolkit_resources.csv": [
            {
                "resource_id": "synthetic_toolkit",
                "title": "Synthetic toolkit",
                "publisher": "Nobody",
                "audience": "synthetic people",
                "topic": "POLST",
                "source_id": SOURCE,
            }
        ],
        "splits.csv": [
            {
                "split": "synthetic_split",
                "order": 900,
                "column": "facility_level",
                "label": "Synthetic split",
                "note": "A synthetic split.",
            }
        ],
        "split_groups.csv": [
            {
                "split": "synthetic_split",
                "order": place,
                "group": level,
                "label": f"Synthetic {level}",
                "phrase": f"synthetic {level} sites",
            }
            for place, level in enumerate(("parent", "consolidated", "distinct part"), 1)
        ],
        "rural_definitions.csv": [
            {
                "definition": "synthetic_rural",
                "order": 900,
                "short": "Synthetic rural",
                "title": "Synthetic definition",
                "limits": "A synthetic definition.",
                "reads": "county_classes.class",
                "source_id": SOURCE,
            }
        ],
        "rural_classes.csv": [
            {
                "definition": "synthetic_rural",
                "order": place,
                "class": name,
                "label": f"Synthetic {name}",
                "is_rural": yes,
            }
            for place, (name, yes) in enumerate((("far", "Yes"), ("near", "No")), 1)
        ],
        "county_classes.csv": [
            {
                "definition": "synthetic_rural",
                "county_fips": fips,
                "class": "near" if place % 2 else "far",
            }
            for place, fips in enumerate(counties)
        ],
        "equity_subjects.csv": [
            {
                "view_id": "synthetic_view",
                "subject": "synthetic_subject",
                "breakdown": "race_ethnicity",
                "indicator_id": "eol_wishes_not_discussed_share",
                "dimension": "race_ethnicity",
                "geo_id": "CA",
                "kind": "rate",
                "group_set": "race",
                "reference": "White",
                "sentence": "A synthetic sentence on {top_group} and {v[White]}",
            }
        ],
        "facilities.csv": [
            {
                "facility_id": "999000001",
                "type": "synthetic_site",
                "name": "Synthetic Site",
                "city": "Markleeville",
                "county_fips": COUNTY,
                "zip": "96120",
                "geo_precision": "none",
                "source_id": SOURCE,
            }
        ],
        "indicators.csv": [
            {
                "indicator_id": "synthetic_share",
                "name": "Synthetic share",
                "definition": "A synthetic share",
                "unit": "share",
                "direction": "neutral",
                "domain": "synthetic",
            }
        ],
        "measures.csv": [
            {
                "measure_id": "synthetic_share",
                "role": "need",
                "rule": "observed",
                "reads": "all",
                "indicator_id": "synthetic_share",
                "label": "Synthetic share of people",
                "unit": "share",
                "note": "Synthetic",
                "short_name": "Synthetic share",
                "county_topic": "need",
                "county_order": 900,
            },
            {
                "measure_id": "synthetic_site_count",
                "role": "supply",
                "rule": "facility_count",
                "reads": "synthetic_site",
                "label": "Synthetic sites",
                "unit": "count",
                "note": "Synthetic",
            },
        ],
    }


@pytest.fixture(scope="module")
def grown(store: Store) -> Store:
    """The bundle with one synthetic row, or a few, of every kind."""
    counties = list(store.table("counties")["county_fips"])
    rows = [
        observed("CA", 0.5),
        *(observed(c, round(0.3 + i / 200, 3)) for i, c in enumerate(counties)),
    ]
    header = store.files["observations/rural.csv"].split(b"\n", 1)[0] + b"\n"
    files = with_rows(store.files, additions(store))
    empty = {"observations/synthetic.csv": header}
    return assembled({**files, **with_rows(empty, {"observations/synthetic.csv": rows})})


def offered(store: Store, figure_id: str, name: str) -> tuple[str, ...]:
    return figures.options(figure_id, store)[name]


def test_a_path_of_milestones(grown: Store) -> None:
    assert "synthetic_path" in offered(grown, "milestone_chain", "chain")
    assert "synthetic_path" in offered(grown, "cohort_timeline", "cohort_overlay")
    figure = figures.build(grown, "milestone_chain", {"chain": "synthetic_path"})
    assert figure.headline.startswith("Synthetic path: two steps from")
    assert figure.subtitle.startswith("A synthetic path.")
    over = figures.build(grown, "cohort_timeline", {"cohort_overlay": "synthetic_path"})
    assert "Medi-Cal palliative care begins" in set(over.rows["title"].dropna())


def test_a_kind_of_effort(grown: Store) -> None:
    assert "synthetic_kind" in offered(grown, "cohort_timeline", "cohort_kind")
    figure = figures.build(grown, "cohort_timeline", {"cohort_kind": "synthetic_kind"})
    assert "Synthetic efforts" in figure.subtitle
    every = figures.build(grown, "cohort_timeline", {}).rows
    assert "Synthetic efforts (1)" in set(every["heading"])
    assert "Synthetic effort of 2020" in set(figures.build(grown, "cohort_ledger", {}).rows["name"])


def test_an_audience_of_toolkits(grown: Store) -> None:
    for county in (COUNTY, "06037"):
        rows = figures.build(grown, "starter_help", {"county": county}).rows
        (why,) = rows.loc[rows["title"].eq("Synthetic toolkit"), "why"]
        assert why == "For any community"


def test_a_split_of_hospitals(grown: Store) -> None:
    assert "synthetic_split" in offered(grown, "site_split", "split")
    figure = figures.build(grown, "site_split", {"split": "synthetic_split"})
    assert "Synthetic parent" in set(figure.rows["group"])
    assert "synthetic parent sites" in figure.headline
    assert figure.subtitle.endswith("A synthetic split.")


def test_a_definition_of_rural(grown: Store) -> None:
    for figure_id in ("rural_sites", "rural_counties", "rural_barriers"):
        assert "synthetic_rural" in offered(grown, figure_id, "rural_by")
        figure = figures.build(grown, figure_id, {"rural_by": "synthetic_rural"})
        assert SOURCE in {source.source_id for source in figure.sources}
    table = figures.build(grown, "rural_definitions", {}).rows
    assert table.set_index("definition").at["Synthetic definition", "counties"] == 29


def test_a_subject_of_equity_with_its_sentence(grown: Store) -> None:
    assert vocabulary.labels(grown, "equity_subject")["synthetic_subject"] == "Synthetic subject"
    assert "synthetic_view" in offered(grown, "equity_gap", "gap")
    figure = figures.build(grown, "equity_gap", {"gap": "synthetic_view"})
    assert figure.headline.startswith("A synthetic sentence on Asian/Pacific Islander and 44%")


def test_a_type_of_site(grown: Store) -> None:
    rows = figures.build(grown, "county_care", {"county": COUNTY}).rows.set_index("what")
    assert rows.at["Synthetic sites", "here"] == 1
    assert "synthetic_site_count" in offered(grown, "need_supply_map", "supply")
    figure = figures.build(grown, "county_map", {"measure": "synthetic_site_count"})
    assert figure.rows.set_index("county_fips").at[COUNTY, "value"] == 1


def test_a_domain_of_observations(grown: Store) -> None:
    assert vocabulary.labels(grown, "domain")["synthetic"] == "Synthetic domain"
    assert set(grown.observed("synthetic_share")["domain"]) == {"synthetic"}
    card = figures.build(grown, "indicator_card", {"indicator": "synthetic_share"})
    assert len(card.rows) == 59


def test_an_indicator_on_the_map_and_on_county_pages(grown: Store) -> None:
    chosen = measures.measure(grown, "synthetic_share")
    assert measures.years(grown, chosen) == (2024,)
    assert "synthetic_share" in offered(grown, "county_map", "measure")
    drawn = figures.build(grown, "county_map", {"measure": "synthetic_share", "year": "2024"})
    assert drawn.rows["value"].notna().all()
    rows = figures.build(grown, "county_numbers", {"county": COUNTY, "topic": "need"}).rows
    assert rows["group"].iloc[-1] == "Synthetic share"
    assert rows["state"].iloc[-1] == "50%"


@pytest.mark.parametrize(
    ("table", "row", "column", "said"),
    [
        ("cohorts", {"kind": "grant_programs"}, "kind", "Did you mean grant_program?"),
        ("vocabulary", word("cohort_kind", "synthetic", "S"), "word", "no row uses this word"),
        ("vocabulary", word("cohort_kind", "grant_program", "S"), "list, word", "same key"),
        ("vocabulary", word("cohort_kinds", "synthetic", "S"), "list", "Use one of: cohort_kind."),
        ("splits", {"column": "ownerships"}, "column", "Use one of: ownership."),
        ("splits", {"split": "other", "column": "city"}, "split", "no row of split_groups"),
        ("rural_definitions", {"reads": "counties.rucc_2033"}, "reads", "no such table or column"),
        ("equity_subjects", {"sentence": "{v.__class__}"}, "sentence", "nothing fills"),
        ("equity_subjects", {"sentence": "{v[Martian]}"}, "sentence", "nothing fills"),
    ],
)
def test_a_word_or_column_that_is_not_there_is_named(
    store: Store, table: str, row: Row, column: str, said: str
) -> None:
    name = f"{table}.csv"
    last = list(csv.DictReader(io.StringIO(store.files[name].decode("utf-8"))))[-1]
    id_column = next(iter(last))
    wrong = {**last, **({} if table == "vocabulary" else {id_column: "synthetic_id"}), **row}
    with pytest.raises(DataError) as raised:
        assembled(with_rows(store.files, {name: [wrong]}))
    told = [
        f"{offence.problem} {offence.remedy}"
        for offence in raised.value.offences
        if (offence.table, offence.column) == (table, column)
    ]
    assert any(said in text for text in told), raised.value.offences

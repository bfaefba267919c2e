"""Overview: a finding with its year, four numbers of one year, the map, and the ways on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import figures, nav
from lib.derive import reports
from lib.subjects.overview import words as overview
from lib.ui import door
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(ROOT / "data" / f"{name}.csv", dtype=str, keep_default_na=False)


def test_the_four_numbers_are_counted_from_the_rows(store: Any) -> None:
    newest = str(reports.newest(store))
    sites = table("hospital_programs")
    sites = sites[sites["year"].eq(newest) & sites["inpatient_palliative"].isin(["Yes", "No"])]
    yes = sites[sites["inpatient_palliative"].eq("Yes")]
    owners = {o: (len(yes[yes["ownership"].eq(o)]), len(sites[sites["ownership"].eq(o)]))
              for o in ("nonprofit", "for-profit")}  # fmt: skip
    districts = table("hospital_districts")
    reached = districts[districts["facility_id"].isin(yes["facility_id"])]["assembly_district"]
    figure = figures.build(store, "four_numbers", {})
    values, notes = figure.rows["value"].tolist(), figure.rows["note"].tolist()
    assert values[0] == "{} of {}".format(*owners["nonprofit"])
    assert "compared with {} of {} for-profit".format(*owners["for-profit"]) in notes[0]
    assert values[3] == f"{80 - reached.nunique()} of 80"
    assert figure.period == figure.as_of == newest
    assert not re.search(r"20[0-9]{2}", " ".join([*values, *notes]))


def test_the_finding_has_a_year_and_n_of_n(open_page: Callable[..., AppTest], store: Any) -> None:
    title = open_page("pages/overview.py").title[0].value
    assert re.fullmatch(
        rf"\d+ of \d+ California hospital sites report an inpatient palliative care program in "
        rf"{reports.newest(store)}; in \d+ of 58 counties, no hospital does",
        title,
    )


def test_the_map_is_drawn_with_a_key_in_words_and_takes_a_click(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page("pages/overview.py", year="2017")
    assert any("2017" in each.value for each in app.header)
    key = next(each.proto.body for each in app.get("html") if "map-key" in each.proto.body)
    counts = [int(n) for n in re.findall(r"<b>(\d+)</b>", key)]
    assert sum(counts) == 58
    drawn = door._drawn("2017", door.figure_view.mode())
    assert drawn["layer"][0]["encoding"]["color"]["legend"] is None
    assert drawn["layer"][0]["params"][0]["select"]["fields"] == ["county_fips"]


def test_the_ways_on_lead_to_pages() -> None:
    files = {entry.file for entry in nav.PAGES}
    assert set(overview.ways()) <= files
    assert set(overview.teaser_titles()) <= files


def test_it_says_which_number_to_quote_and_what_is_not_known(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page("pages/overview.py")
    said = "\n".join(str(each.value) for each in app.markdown)
    assert "**Which number to quote:**" in said
    # Who comes for the first time reads what this is, who makes it, and where the tour is.
    opening = "\n".join(str(each.value) for each in [*app.caption, *app.markdown])
    assert "We, the people who compile it" in opening
    assert "New here? The Guide" in opening
    unknowns = table("unknowns")
    total = unknowns["topic"].eq("Hospital programs").sum()
    assert f"What we do not know: {total} questions" in "\n".join(e.label for e in app.expander)

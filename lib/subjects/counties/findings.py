"""One county in sentences, each made from rows and with the place where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import distance, reports, vocabulary
from lib.derive.comparing import side
from lib.derive.rows import one
from lib.i18n import _
from lib.model import Claim, Column, County, Status
from lib.subjects.counties import words as county_words, words_sites as county_sites
from lib.subjects.counties.held import county_name, elsewhere, held, peer_codes, stands_out
from lib.subjects.counties.nearest import reporting_sites
from lib.subjects.counties.plans import plans_of
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported
from lib.subjects.shared.claims import site_locator
from lib.subjects.shared.status import county_status
from lib.wording import numbers, places

if TYPE_CHECKING:
    from lib.store import Store


@figure
def county_findings(store: Store, county: County = "06037") -> Draft:
    """The findings of one county, most important first, and its headline."""
    name = county_name(store, county)
    found = [
        *_hospital_findings(store, county, name),
        *_people_findings(store, county, name),
        *_plan_finding(store, county),
        *_standing_out(store, county),
    ]
    rows = pd.DataFrame(
        [(claim.label, store.source(claim.source_id).title, claim.locator) for claim in found],
        columns=["finding", "source", "locator"],
    )
    status = _status(store, county)
    near = distance.nearest(store.topology, reporting_sites(store), county, 1).iloc[0]
    return Draft(
        headline=county_words.page_headline(
            name,
            str(status["status"]),
            int(status["inpatient"]),
            int(status["sites"]),
            reports.newest(store),
            float(near["miles"]),
            _earlier(store, county),
        ),
        subtitle=_compared(store, county, name, int(status["sites"])),
        summary=" ".join(rows["finding"]),
        drawing=_("List of findings."),
        rows=rows,
        columns=(
            Column("finding", _("Finding")),
            Column("source", _("Source")),
            Column("locator", _("Where in the source")),
        ),
        period=_("latest year of each number"),
        as_of=str(reports.newest(store)),
        claims=found,
        caveats=(self_reported(), not_hospice()),
    )


def _earlier(store: Store, county: str) -> tuple[str, int] | None:
    """N of N and the year of the earliest complete report, where it is another and was answered."""
    for year in reports.complete_years(store)[:-1]:
        then = _status(store, county, year)
        if then["sites"]:
            return numbers.n_of_n(int(then["inpatient"]), int(then["sites"])), year
    return None


def _compared(store: Store, county: str, name: str, sites: int) -> str:
    """The state and the similar counties in a sentence or two."""
    shares = held(store).values["inpatient_site_share"]
    codes = peer_codes(store, county, "all", "8")
    median = shares["value"].reindex(codes).dropna().median()
    own, whole = one(shares, county)["value"], shares[["numerator", "denominator"]].sum()
    state = int(whole["numerator"]), int(whole["denominator"])
    near = "" if pd.isna(own) or pd.isna(median) else side(float(own), float(median), "share")
    return county_sites.compared(
        name,
        sites,
        (*state, numbers.percent(state[0] / state[1])),
        numbers.percent(float(median)) if near else "",
        str(near),
        len(codes),
    )


def _claim(sentence: str, value: str, source_id: str, locator: str) -> Claim:
    return Claim(sentence, value, source_id, locator, Status.DERIVED)


def _status(store: Store, county: str, year: int | None = None) -> pd.Series:
    table = county_status(store, year or reports.newest(store))
    return one(table.set_index("county_fips"), county)


def _hospital_findings(store: Store, county: str, name: str) -> list[Claim]:
    """What the hospitals report now and then, and the nearest program."""
    by_year = {year: _status(store, county, year) for year in reports.years(store)}
    newest = reports.newest(store)
    now = by_year[newest]
    n, outpatient, total = (int(now[c]) for c in ("inpatient", "outpatient", "sites"))
    report = reports.newest_source(store)
    found = [
        _claim(
            county_words.status_sentence(name, str(now["status"]), n, outpatient, total, newest),
            numbers.n_of_n(n, total) if total else places.state_words(str(now["status"])),
            report,
            site_locator(newest, "inpatient_palliative and outpatient_palliative by county"),
        )
    ]
    if now["status"] != "no hospital":
        points = [(year, int(s["inpatient"]), int(s["sites"])) for year, s in by_year.items()]
        found.append(
            _claim(
                county_words.answers_over_time(
                    points, [y for y in by_year if y not in reports.complete_years(store)]
                ),
                "; ".join(f"{y}: {numbers.n_of_n(*p)}" for y, *p in points),
                report,
                site_locator(
                    newest,
                    _("inpatient_palliative by county, and the same of every earlier report"),
                ),
            )
        )
    near = distance.nearest(store.topology, reporting_sites(store), county, 1).iloc[0]
    found.append(
        _claim(
            county_words.nearest_sentence(
                name, str(near["name"]), store.names[str(near["county_fips"])], near["miles"]
            ),
            numbers.miles(near["miles"]),
            report,
            _(
                "facilities.csv, lat and lon; straight line from the geographic center of the "
                "county"
            ),
        )
    )
    return found


def _people_findings(store: Store, county: str, name: str) -> list[Claim]:
    """Older residents now, and the growth that the projection has for them."""
    kept = held(store)
    share, growth = (one(kept.values[m], county) for m in ("people_65_share", "growth_65_2060"))
    state_share = elsewhere(store, "people_65_share", "CA") or 0.0
    state_growth = elsewhere(store, "growth_65_2060", "CA") or 0.0
    return [
        _claim(
            county_words.older_sentence(
                name,
                float(share["numerator"]),
                float(share["value"]),
                state_share,
                str(share["period_end"])[:4],
            ),
            numbers.exact_percent(float(share["value"])),
            str(share["source_id"]),
            str(share["locator"]),
        ),
        _claim(
            county_words.growth_sentence(
                float(growth["value"]),
                state_growth,
                str(growth["period_start"])[:4],
                str(growth["period_end"])[:4],
            ),
            numbers.percent(abs(float(growth["value"]))),
            str(growth["source_id"]),
            str(growth["locator"]),
        ),
    ]


def _plan_finding(store: Store, county: str) -> list[Claim]:
    plans = plans_of(store, county)
    if plans.empty:
        return []
    now = plans.iloc[0]
    return [
        _claim(
            county_words.plan_sentence(
                vocabulary.labels(store, "plan_model")[str(now["model"])],
                numbers.listing(str(now["plans"]).split("; ")) if now["plans"] else "",
            ),
            str(now["model"]),
            str(now["source_ids"]).split()[0],
            _("medi_cal_plans.csv, {county}").format(county=store.names[county]),
        )
    ]


def _standing_out(store: Store, county: str) -> list[Claim]:
    """The measure in which the county ranks nearest to either end of the counties.

    Only measures that the state has too; nothing where the county is never in the outer
    tenth, because a middling rank is no finding.
    """
    kept = held(store)
    best: tuple[int, str, bool, int] | None = None
    for measure_id in stands_out(store):
        values = kept.values[measure_id]["value"].dropna()
        if county not in values.index or elsewhere(store, measure_id, "CA") is None:
            continue
        top = int(values.rank(ascending=False, method="min")[county])
        bottom = int(values.rank(method="min")[county])
        for rank, high in ((top, True), (bottom, False)):
            if rank <= len(values) // 10 and (best is None or rank < best[0]):
                best = (rank, measure_id, high, len(values))
    if best is None:
        return []
    rank, measure_id, high, total = best
    chosen, row = kept.chosen[measure_id], one(kept.values[measure_id], county)
    return [
        _claim(
            county_words.apart_sentence(
                chosen.label,
                places.measure_value(float(row["value"]), chosen.unit),
                places.measure_value(elsewhere(store, measure_id, "CA"), chosen.unit),
                rank,
                total,
                high=high,
            ),
            places.measure_value(float(row["value"]), chosen.unit),
            str(row["source_id"]),
            str(row["locator"]),
        )
    ]

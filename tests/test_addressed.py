"""Fixed addresses of data, and a figure for a frame: what a program and a web editor are answered."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import pytest

from lib import figures
from lib.outputs import addresses, embedding, records
from lib.ui import edition
from server import addressed
from server.addressed import Addressed
from server.headers import SecurityHeaders
from tests.conftest import awaited


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8-sig")


async def _nothing_else(_scope: Any, _receive: Any, _send: Any) -> None:
    raise AssertionError("passed on")


def get(path: str, *, method: str = "GET", **headers: str) -> Answer:
    """Ask as a server does: the headers of every answer included."""
    sent: list[dict[str, Any]] = []
    where, _mark, query = path.partition("?")

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    given = {"host": "example.org", **{name.replace("_", "-"): v for name, v in headers.items()}}
    scope = {
        "type": "http", "method": method, "path": where, "query_string": query.encode(),
        "scheme": "https", "headers": [(n.encode(), v.encode()) for n, v in given.items()],
    }  # fmt: skip
    awaited(SecurityHeaders(Addressed(_nothing_else), document="")(scope, receive, send))
    got = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], got, body)


@pytest.fixture
def few(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three figures and two indicators in place of all: to build all takes a while."""
    listed = {
        "tables": addresses.names(store)["tables"],
        "indicators": ("capc_member_organization_count", "hospice_agency_count"),
        "figures": ("county_four", "license_line", "site_split"),
    }
    known = set(store.table("indicators")["indicator_id"])
    listed["indicators"] = tuple(name for name in listed["indicators"] if name in known)
    monkeypatch.setattr(addresses, "names", lambda _store: listed)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Nothing is kept from one test to the next, and no setting is taken over."""
    for name in ("PUBLIC_ADDRESS", "EMBED_ANCESTORS", "CONTACT_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    yield
    addressed.KEPT.cache_clear()


def test_a_table_is_the_bundles_own_in_three_forms(store: Any) -> None:
    csv = pd.read_csv(io.BytesIO(get("/data/latest/tables/counties.csv").body))
    rows = pd.read_json(io.BytesIO(get("/data/latest/tables/counties.json").body))
    packed = pd.read_parquet(io.BytesIO(get("/data/latest/tables/counties.parquet").body))
    assert list(csv.columns) == list(rows.columns) == list(packed.columns)
    assert len(csv) == len(rows) == len(packed) == 58
    held = store.table("counties")
    assert packed["county_fips"].tolist() == held["county_fips"].tolist()  # 06001, not 6001
    assert csv["pop_2020"].tolist() == rows["pop_2020"].tolist() == held["pop_2020"].tolist()
    text = pd.read_csv(
        io.BytesIO(get("/data/latest/tables/counties.csv").body), dtype={"county_fips": str}
    )
    assert text["county_fips"].tolist() == held["county_fips"].tolist()


def test_every_form_of_every_table_can_be_read_without_arguments(store: Any) -> None:
    large = {"zip_districts", "zip_counties", "hospital_programs", "hospital_license_years"}
    for name in set(addresses.names(store)["tables"]) - large:
        first = pd.read_csv(io.BytesIO(addresses.content(store, f"tables/{name}.csv")))
        second = pd.read_json(io.BytesIO(addresses.content(store, f"tables/{name}.json")))
        assert list(first.columns) == list(second.columns), name
        assert len(first) == len(second), name


def test_a_withheld_number_stays_withheld_in_every_form(store: Any) -> None:
    held = store.observations
    hidden = held[held["withheld"]]
    assert len(hidden)
    indicator = hidden["indicator_id"].iloc[0]
    for form, read in (("csv", pd.read_csv), ("json", pd.read_json), ("parquet", pd.read_parquet)):
        rows = read(io.BytesIO(addresses.content(store, f"indicators/{indicator}.{form}")))
        told = rows[rows["status"].eq("withheld")]
        assert len(told) == len(hidden[hidden["indicator_id"].eq(indicator)])
        assert told["value"].isna().all()
        assert told["numerator"].isna().all()


def test_rows_of_a_figure_follow_its_choices_and_a_mistyped_one_is_told(store: Any) -> None:
    kern = get("/data/latest/figures/county_four.csv?county=06029&utm_source=mail")
    assert "Kern County" in kern.text.splitlines()[0]
    assert kern.body == addresses.content(store, "figures/county_four/county=06029.csv")
    rows = json.loads(get("/data/latest/figures/county_four.json?county=06029").body)
    assert rows == json.loads(json.dumps(rows))
    assert "Kern County" in rows[0]
    wrong = get("/data/latest/figures/county_four.csv?county=99")
    assert wrong.status == 404
    assert "county cannot be 99" in wrong.text
    wrong = get("/data/latest/figures/license_line.csv?county=06029")
    assert "no choice called county" in wrong.text
    assert get("/data/latest/tables/counties.csv?county=06029").status == 404


def test_what_is_unknown_is_told_with_what_is_near_and_the_list_of_all() -> None:
    said = get("/data/latest/tables/countys.csv")
    assert said.status == 404
    assert "https://example.org/data/latest/tables/counties.csv" in said.text
    assert said.text.rstrip().endswith("https://example.org/data/")
    told = json.loads(get("/data/latest/indicators/none_such.json").body)
    assert told["index"] == "https://example.org/data/"
    assert told["error"]


def test_an_edition_by_its_number_is_this_one_or_the_truth(store: Any) -> None:
    version = store.edition.version
    pinned = get(f"/data/{version}/tables/counties.csv")
    assert pinned.body == get("/data/latest/tables/counties.csv").body
    assert "86400" in pinned.headers["cache-control"]
    earlier = next(each for each in store.table("editions")["version"] if each != version)
    said = get(f"/data/{earlier}/tables/counties.csv")
    assert said.status == 404
    assert earlier in said.text
    assert version in said.text
    assert "There is no edition 1999.1" in get("/data/1999.1/tables/counties.csv").text


def test_headers_let_others_read_keep_and_ask_again(store: Any) -> None:
    path = "/data/latest/tables/counties.csv"
    whole = get(path)
    assert whole.headers["access-control-allow-origin"] == "*"
    assert "max-age" in whole.headers["cache-control"]
    again = get(path, if_none_match=whole.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    head = get(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.body))
    small = get(path, accept_encoding="gzip")
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.body) == whole.body
    assert get(path, method="OPTIONS").status == 204
    assert get(path, method="POST").status == 405
    assert get(path + "?x=" + "y" * 2000).status == 414


@pytest.mark.usefixtures("few")
def test_the_catalog_and_the_index_lead_to_what_is_there(store: Any) -> None:
    told = json.loads(get("/data/latest/catalog.json").body)
    assert told["edition"] == store.edition.version
    listed = {
        entry[form]
        for kind, forms in addresses.FORMS.items()
        for entry in told[kind]
        for form in forms
    }
    every = set(addresses.paths(store))
    assert listed <= every
    assert every - listed == set(addresses._whole(store, None))
    packaged = json.loads(get("/data/datapackage.json").body)
    for resource in packaged["resources"]:
        assert resource["path"].removeprefix("latest/") in every
    page = get("/data/").text
    assert all(f'href="latest/tables/{name}.csv"' in page for name in ("counties", "milestones"))


def test_another_edition_in_force_is_answered_at_once(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert get("/data/latest/tables/counties.csv").status == 200
    synthetic = replace(store, edition=replace(store.edition, version="2099.1"))
    monkeypatch.setattr(edition._Force, "store", synthetic)
    monkeypatch.setattr(edition._Force, "number", edition._Force.number + 1)
    assert get("/data/2099.1/tables/counties.csv").status == 200
    assert get(f"/data/{store.edition.version}/tables/counties.csv").status == 404
    rows = pd.read_json(
        io.BytesIO(get("/data/latest/indicators/capc_member_organization_count.json").body)
    )
    assert set(rows["edition"].astype(str)) == {"2099.1"}


def test_a_text_that_a_spreadsheet_would_run_is_disarmed() -> None:
    synthetic = b"name,n\n=1+1,2\nplain,-3\n"
    made = records.disarmed(synthetic).decode("utf-8-sig")
    assert made == "name,n\n'=1+1,2\nplain,-3\n"
    untouched = b"name,n\nplain,-3\n"
    assert records.disarmed(untouched).removeprefix(b"\xef\xbb\xbf") == untouched


def test_a_frame_has_words_drawing_source_and_a_way_back(store: Any) -> None:
    answer = get("/embed/site_split?split=beds&theme=dark&tab=now")
    figure = figures.build(store, "site_split", {"split": "beds"})
    assert answer.status == 200
    assert figure.headline in answer.text
    assert answer.text.count("<svg") >= 2
    assert "Source:" in answer.text
    assert 'href="/programs?split=beds' in answer.text
    assert "color-scheme: dark" in answer.text
    assert 'role="note"' not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors" not in policy  # anybody may
    assert "default-src 'none'" in policy


def test_a_frame_asked_for_what_is_not_here_says_so_and_shows_the_usual_view(store: Any) -> None:
    usual = figures.build(store, "site_split", {})
    said = get("/embed/site_split?split=nonsense&theme=pink&edition=1999.1&<b>=1").text
    assert usual.headline in said
    assert said.count('role="note"') == 4
    assert "split=nonsense" in said
    assert "edition 1999.1" in said
    assert "<b>" not in said.split("<main>")[1].split("<h1>")[0]
    missing = get("/embed/none_such")
    assert missing.status == 404
    assert "There is no chart at this address" in missing.text
    # A spreadsheet has taken the zero from the front of the code.
    assert "Kern" in get("/embed/county_four?county=6029").text


def test_only_frames_may_be_framed_and_a_setting_says_by_whom(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "frame-ancestors 'self'" in get("/data/").headers["content-security-policy"]
    monkeypatch.setenv("EMBED_ANCESTORS", "https://news.example.org; script-src *")
    policy = get("/embed/none_such").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors https://news.example.org  script-src *")
    assert "https://news" not in get("/data/").headers["content-security-policy"]


def test_the_code_to_embed_leads_to_the_view_as_it_is(store: Any) -> None:
    figure = figures.build(store, "site_split", {"split": "beds"})
    code = embedding.pasted(figure, "https://example.org/base", {"split": "beds"})
    assert 'src="https://example.org/base/embed/site_split?split=beds"' in code
    assert f'title="{figure.headline}"' in code
    assert embedding.LISTENER in code


@pytest.mark.usefixtures("few")
def test_the_static_edition_gets_the_same_bytes_as_files(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "paths", lambda _store: ("tables/counties.csv",))
    made = dict(
        addresses.files(store, {"county_four": [{"county": "06029"}]}, folders=("latest", "2026"))
    )
    assert {"index.html", "datapackage.json", "2026/tables/counties.csv"} <= set(made)
    kern = made["latest/figures/county_four/county=06029.json"]
    assert kern == get("/data/latest/figures/county_four.json?county=06029").body
    assert made["latest/tables/counties.csv"] == get("/data/latest/tables/counties.csv").body


def test_choices_in_a_path_are_a_files_name_that_a_server_finds_as_it_is_written(
    store: Any,
) -> None:
    choices = {"gap": "directive_standardized_language"}
    choices["reference"] = "Chinese members: prefer English"
    path = addresses.with_choices("equity_gap", choices, folder=True)
    assert path.endswith("reference=Chinese+members~3A+prefer+English.csv")
    asked = addresses.with_choices("equity_gap", choices)
    assert addresses.content(store, path) == addresses.content(
        store, asked.partition("?")[0], choices
    )
    assert embedding.file("equity_gap", choices).removesuffix(".html").endswith("prefer+English")

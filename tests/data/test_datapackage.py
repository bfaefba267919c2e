"""The machine-readable description of the tables: made from the contract, and it holds."""

from __future__ import annotations

import json

import pytest

from lib.schema import TABLES
from lib.store import DATA, file_names
from tools import make_dictionary as dictionary
from tools.make_datapackage import written

DOMAINS = [name for name in file_names() if name.startswith("observations/")]
DESCRIPTOR = DATA / "datapackage.json"


def test_the_descriptor_is_made_from_the_contract():
    assert DESCRIPTOR.read_text("utf-8") == written(), "run python -m tools.make_datapackage"


def test_every_table_is_described():
    paths = {resource["path"] for resource in json.loads(written())["resources"]}
    assert paths == {f"{name}.csv" for name in TABLES} | {f"{domain}.csv" for domain in DOMAINS}


@pytest.mark.filterwarnings("ignore")  # what frictionless imports warns about itself
def test_every_table_is_valid_frictionless(monkeypatch: pytest.MonkeyPatch):
    # It refuses absolute paths, so it is called from the data folder.
    monkeypatch.chdir(DATA)
    from frictionless import Package

    report = Package("datapackage.json").validate()
    errors = [error.message for task in report.tasks for error in task.errors]
    assert report.valid, errors + [error.message for error in report.errors]
    assert len(report.tasks) == len(TABLES) + len(DOMAINS)


def test_the_dictionary_is_made_from_the_contract():
    page = (DATA / "README.md").read_text("utf-8")
    assert page == dictionary.written(page), "run python -m tools.make_dictionary"

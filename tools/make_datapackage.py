"""Write data/datapackage.json (Frictionless) from the contracts in lib/schema.

Run `python -m tools.make_datapackage` after a change of a contract or of the edition.
"""

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

from lib.schema import OBSERVATIONS, TABLES, VOCABULARY, Column, Kind, Table, filled, words_of

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
OUTPUT = DATA / "datapackage.json"
TYPES = {Kind.TEXT: "string", Kind.DATE: "string", Kind.WHOLE: "integer", Kind.NUMBER: "number"}

Json = dict[str, Any]


#: A number that the bundle leaves blank where it would tell of fewer than 11 people.
WITHHOLDABLE = ("value",)


def field(column: Column, *, in_key: bool) -> Json:
    """The Frictionless field of one column."""
    limits: Json = {"required": not column.blank and column.name not in WITHHOLDABLE}
    if column.allowed:
        words = column.allowed
        limits["enum"] = [int(w) for w in words] if column.kind is Kind.WHOLE else list(words)
    elif column.pattern:
        limits["pattern"] = f"^(?:{column.pattern})$"
    if column.low is not None:
        limits["minimum"] = column.low
    if column.high is not None:
        limits["maximum"] = column.high
    return {
        "name": column.name,
        "type": TYPES[column.kind],
        "description": column.about + ("; part of the key" if in_key else ""),
        "constraints": limits,
    }


def resource(table: Table, name: str, path: str) -> Json:
    """The Frictionless resource of one file."""
    schema: Json = {
        "fields": [field(column, in_key=column.name in table.key) for column in table.columns],
        "missingValues": [""],
    }
    blank_keys = [part for part in table.key if table.column(part).blank]
    if not blank_keys:
        # Frictionless wants every part of a primary key filled in; where a part may be
        # blank (a ZIP code without a county) the key is checked by lib/schema alone.
        schema["primaryKey"] = list(table.key)
    keys = [foreign_key(column, table) for column in table.columns if points(column)]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": name,
        "path": path,
        "title": table.name.replace("_", " "),
        "description": f"One row is {table.row}.",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def points(column: Column) -> bool:
    """True where a column names one id of another table (not several in one cell)."""
    return bool(column.refers) and not column.many


def foreign_key(column: Column, table: Table) -> Json:
    """The Frictionless foreign key of one column; an empty resource means the same table."""
    target, key = column.refers_to
    resource_name = "" if target == table.name else target.replace("_", "-")
    return {"fields": [column.name], "reference": {"resource": resource_name, "fields": [key]}}


def package() -> Json:
    """The whole descriptor."""
    edition = tomllib.loads((DATA / "edition.toml").read_text("utf-8"))
    with (DATA / f"{VOCABULARY.name}.csv").open(encoding="utf-8", newline="") as lines:
        words = words_of(list(csv.DictReader(lines)))
    resources = [
        resource(filled(table, words), name.replace("_", "-"), f"{name}.csv")
        for name, table in TABLES.items()
    ]
    resources += [
        resource(
            filled(OBSERVATIONS, words), f"observations-{domain}", f"observations/{domain}.csv"
        )
        for domain in dict(words)["domain"]
    ]
    return {
        "profile": "data-package",
        "name": "california-palliative-care-progress",
        "title": edition["title"],
        "version": edition["version"],
        "created": f"{edition['date'].isoformat()}T00:00:00Z",
        "description": "Sourced facts on palliative care in California. See README.md.",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Compilation: Creative Commons Attribution 4.0; facts: see LICENSE.md",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "resources": resources,
    }


def written() -> str:
    """The descriptor as the text of the file."""
    return json.dumps(package(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    OUTPUT.write_text(written(), encoding="utf-8", newline="\n")
    print(f"{OUTPUT.relative_to(ROOT)}: {len(written()):,} bytes")

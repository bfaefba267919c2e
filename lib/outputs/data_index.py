"""What stands at the fixed addresses of data: a catalog for programs, a page for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib import figures
from lib.i18n import _
from lib.outputs import in_path, markup, words
from lib.outputs.markup import element
from lib.schema import OBSERVATIONS, TABLES
from lib.subjects.sources import words as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from xml.etree import ElementTree as ET

    from lib.model import Figure
    from lib.store import Store

    Build = Callable[[str, Mapping[str, str]], Figure]
    Names = Mapping[str, Sequence[str]]
    Variants = Mapping[str, Sequence[Mapping[str, str]]]

WEB = Path(__file__).resolve().parents[2] / "assets" / "web"

#: Folder -> the endings of its files.
FORMS = {
    "tables": ("csv", "json", "parquet"),
    "indicators": ("csv", "json", "parquet"),
    "figures": ("csv", "json", "zip"),
}

#: Columns whose leading zeros belong to them: read without being told, they become numbers.
CODES = ("county_fips", "geo_id", "zip", "facility_id", "license_no")


def catalog(store: Store, names: Names, build: Build, variants: Variants | None = None) -> bytes:
    """Every address of the edition with what stands there, its paths seen from this file.

    Args:
        store: the edition.
        names: folder -> the names in it.
        build: what builds a figure.
        variants: figure -> the choices that have files, where no server answers a query.
    """
    files = {
        name: {"variants": [_variant(name, choices) for choices in several]}
        for name, several in (variants or {}).items()
    }
    told = {
        **about(store),
        "text_columns": list(CODES),
        "bundle": "bundle.zip",
        "datapackage": "datapackage.json",
        "tables": [_table(name) for name in names["tables"]],
        "indicators": [_indicator(store, name) for name in names["indicators"]],
        "figures": [
            {**_figure(store, build(name, {}), figures.options(name, store)), **files.get(name, {})}
            for name in names["figures"]
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def about(store: Store) -> dict[str, Any]:
    """What an edition is, and how it is cited."""
    return {
        "title": store.edition.title,
        "edition": store.edition.version,
        "date": store.edition.date,
        "license": "CC-BY-4.0",
        "citation": wording.citation(store.edition),
    }


def _variant(name: str, choices: Mapping[str, str]) -> dict[str, Any]:
    """One set of choices whose rows are a file of the folder."""
    stem = f"figures/{name}/{in_path.written(choices)}"
    return {"choices": dict(choices), "csv": f"{stem}.csv", "json": f"{stem}.json"}


def _ways(folder: str, name: str) -> dict[str, str]:
    return {form: f"{folder}/{name}.{form}" for form in FORMS[folder]}


def _table(name: str) -> dict[str, Any]:
    table = OBSERVATIONS if name.startswith(f"{OBSERVATIONS.name}/") else TABLES.get(name)
    said = table.row if table else ""
    return {"name": name, "row": said, **_ways("tables", name)}


def _indicator(store: Store, name: str) -> dict[str, Any]:
    known = store.indicator(name)
    return {
        "id": name,
        "title": known.name,
        "definition": known.definition,
        "unit": known.unit,
        "caution": " ".join(filter(None, (known.caveat, known.comparability))),
        **_ways("indicators", name),
    }


def _figure(store: Store, figure: Figure, choices: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {
        "id": figure.figure_id,
        "title": figure.headline,
        "subtitle": figure.subtitle,
        "period": figure.period,
        "as_of": figure.as_of,
        "sources": [words.citation(source) for source in figure.sources],
        "choices": {name: list(values) for name, values in choices.items()},
        **_ways("figures", figure.figure_id),
    }


def page(
    store: Store,
    names: Names,
    build: Build,
    folder: str = "",
    *,
    home: str = "",
    is_file: bool = False,
) -> bytes:
    """The same for people, as a page with a link to each file.

    Args:
        store: the edition.
        names: folder -> the names in it.
        build: what builds a figure.
        folder: where the edition's folder is, seen from the page, with a slash at its end.
        home: where it all will stand, for the lines to copy; where the dashboard does if empty.
        is_file: the page is a file in a folder of files: no query is answered there.
    """
    title = _("Data by address | {title}").format(title=store.edition.title)
    tables = [
        _line(folder, "tables", name, _("Each row: {row}.").format(row=_table(name)["row"]))
        for name in names["tables"]
    ]
    indicators = [
        _line(folder, "indicators", name, store.indicator(name).name)
        for name in names["indicators"]
    ]
    drawn = [_line(folder, "figures", name, build(name, {}).headline) for name in names["figures"]]
    choices = (
        _("The data in a chart. Its choices are part of the path, such as {path}. The catalog lists them.").format(path="figures/county_four/county=06029.csv")
        if is_file
        else _("The data in a chart. Its choices follow a question mark, such as ?county=06029.")
    )  # fmt: skip
    up = "../" if folder else "../../"
    back = element("a", store.edition.title, href=f"{up}index.html" if is_file else up)
    main = element(
        "main",
        *_opening(store, folder, home or words.address() or "https://ADDRESS", back),
        *_section(_("Tables"), _("The facts as we keep them, each with its source."), tables),
        *_section(_("Indicators"), _("Every data point of one indicator."), indicators),
        *_section(_("Charts"), choices, drawn),
    )
    faces = markup.faces(embedded=False, folder=f"{up}embed/fonts/")
    style = element("style", faces + (WEB / "page.css").read_text("utf-8"))
    return markup.document(title, [style], [main]).encode()


def _opening(store: Store, folder: str, home: str, back: ET.Element) -> list[ET.Element]:
    edition = store.edition
    first = f"{home}/data/latest/indicators/capc_member_organization_count.csv"
    ways = {
        "bundle.zip": _("Everything (ZIP)"),
        "catalog.json": _("Catalog for programs (JSON)"),
        "datapackage.json": _("Description of every table and column (Frictionless)"),
    }
    said = (
        _("Each file below has an address that does not change. A program can read it; a spreadsheet can import it."),
        _("The folder named latest has the latest edition. A folder named after an edition has "
          "that edition, so that a number you cite stays the same."),
    )  # fmt: skip
    code = (
        _("In Python: {code}").format(code=f'pandas.read_csv("{first}")'),
        _("To keep the leading zero of codes such as 06029, read them as text, or read Parquet. In Python: {code}").format(code='pandas.read_csv(address, dtype={"county_fips": str, "geo_id": str})'),
    )  # fmt: skip
    return [
        element("h1", _("Data by address")),
        element("p", back, f", {edition.version}, {edition.date}"),
        *(element("p", text) for text in said),
        element(
            "ul",
            *(
                element("li", element("a", text, href=f"{folder}{name}"))
                for name, text in ways.items()
            ),
        ),
        *(element("p", text, classes="source") for text in code),
    ]


def _section(heading: str, said: str, lines: Sequence[ET.Element]) -> list[ET.Element]:
    return [element("h2", heading), element("p", said), element("ul", *lines)]


def _line(folder: str, kind: str, name: str, said: str) -> ET.Element:
    """One name with a link to each of its forms."""
    line = element("li", element("strong", name), f" {said} ")
    for form in FORMS[kind]:
        link = element("a", form.upper(), href=f"{folder}{kind}/{name}.{form}")
        link.tail = " "
        line.append(link)
    return line

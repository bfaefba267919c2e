"""Write the part "The tables" of data/README.md from the contracts in lib/schema.

Run `python -m tools.make_dictionary` after a change of a contract; the rest of the page is
written by hand and stays.
"""

from pathlib import Path

from lib.schema import OBSERVATIONS, TABLES, Column, Kind, Table

PAGE = Path(__file__).resolve().parent.parent / "data" / "README.md"
START = "<!-- tables: start, written by tools/make_dictionary.py -->\n"
END = "<!-- tables: end -->\n"
# Lists longer than this have a section of their own on the page.
LONGEST_LIST = 12
KINDS = {
    Kind.TEXT: "text",
    Kind.WHOLE: "whole number",
    Kind.NUMBER: "number",
    Kind.DATE: "date YYYY, YYYY-MM or YYYY-MM-DD",
}


def section(table: Table) -> str:
    """One table: what a row is, its key, and a line for each column."""
    files = "observations/<domain>" if table is OBSERVATIONS else table.name
    key = ", ".join(f"`{part}`" for part in table.key)
    lines = [
        f"### `{files}.csv`\n",
        f"One row is {table.row}. Key: {key}.\n",
        "| column | holds | allowed |",
        "| --- | --- | --- |",
        *(f"| `{c.name}` | {c.about} | {allowed(c)} |" for c in table.columns),
    ]
    return "\n".join(lines) + "\n"


def allowed(column: Column) -> str:
    """What a cell of the column may hold, in words."""
    words = [KINDS[column.kind]]
    if column.words:
        words = [f"word of the list `{column.words}`", *(f"or {also}" for also in column.allowed)]
    elif 0 < len(column.allowed) <= LONGEST_LIST:
        words = [" · ".join(column.allowed)]
    elif column.allowed:
        words = ["closed list, see below"]
    elif column.refers:
        words = [f"{'ids' if column.many else 'id'} of {column.refers}"]
    elif column.pattern and column.kind is Kind.TEXT:
        words = [f"like {column.like}"]
    limits = limits_in_words(column)
    if limits:
        words.append(limits)
    if column.blank:
        words.append("may be blank")
    return ", ".join(words)


def limits_in_words(column: Column) -> str:
    """The range of a number column, empty where it is open."""
    if column.low is not None and column.high is not None:
        return f"{column.low:g} to {column.high:g}"
    if column.low is not None:
        return f"{column.low:g} or more"
    return "" if column.high is None else f"{column.high:g} or less"


def written(page: str) -> str:
    """`page` with its tables part made anew."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    tables = "\n".join(section(table) for table in (OBSERVATIONS, *TABLES.values()))
    return f"{before}{START}\n{tables}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), encoding="utf-8", newline="\n")
    print(PAGE.name)

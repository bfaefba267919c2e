"""Write the brief of each of the 172 districts as PDF and say which are not one page.

Run `python -m tools.make_district_briefs FOLDER`; with chambers as further words, only theirs.
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

from pypdf import PdfReader

from lib.outputs import district_brief
from lib.store import load


def main(arguments: list[str]) -> int:
    """The command; ends with 1 where a brief has more than one page."""
    folder = Path(arguments[0] if arguments else "build/briefs")
    folder.mkdir(parents=True, exist_ok=True)
    store, began, long = load(), time.monotonic(), []
    table = store.table("districts")
    wanted = table[table["chamber"].isin(arguments[1:] or set(table["chamber"]))]
    for chamber, number in zip(wanted["chamber"], wanted["number"].astype(str), strict=True):
        made = district_brief.pdf(store, chamber, number)
        (folder / district_brief.file_name(store, chamber, number)).write_bytes(made)
        pages = len(PdfReader(io.BytesIO(made)).pages)
        if pages != 1:
            long.append(f"{chamber} {number}: {pages} pages")
    print(f"{len(wanted)} briefs in {time.monotonic() - began:.0f} s; longer than a page: {long}")
    return 1 if long else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

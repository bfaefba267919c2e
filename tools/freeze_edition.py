"""Packs the tables of data/ as the edition that the tests hold exact numbers on.

    python -m tools.freeze_edition

Only where the contract of a table changed: a new edition of the data needs no new one. The same
tables give the same bytes.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from lib.store import folder_files

OUTPUT = Path(__file__).resolve().parents[1] / "tests" / "edition.zip"

#: The earliest day that a ZIP can name: when it was packed is nobody's business.
DAY = (1980, 1, 1, 0, 0, 0)


def main() -> int:
    """Write the ZIP."""
    with zipfile.ZipFile(OUTPUT, "w") as packed:
        for name, content in folder_files().items():
            entry = zipfile.ZipInfo(name, DAY)
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    print(f"{OUTPUT.name}: {OUTPUT.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())

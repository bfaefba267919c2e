"""Writes the brief of every county, or of those named, as PDF: ``python -m tools.make_briefs``.

``--to FOLDER`` says where (default ``build/briefs``); counties are named by FIPS code.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from lib.model import DataError
from lib.outputs import brief
from lib.outputs.saving import Progress, save
from lib.store import load

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write the briefs; 1 when one of them could not be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counties", nargs="*", help="FIPS codes; all 58 when none is named")
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "briefs")
    given = parser.parse_args()
    try:
        store = load()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    held = store.table("counties")
    names = dict(zip(held["county_fips"], held["name"], strict=True))
    wanted = given.counties or list(names)
    unknown = [fips for fips in wanted if fips not in names]
    if unknown:
        print(f"No county has the code {', '.join(unknown)}.", file=sys.stderr)
        return 1
    began = time.monotonic()
    progress = Progress(len(wanted))
    failed = []
    for fips in wanted:
        try:
            save(given.to / brief.file_name(store, fips), brief.pdf(store, fips))
        except (ValueError, KeyError, RuntimeError, OSError) as error:
            failed.append(f"{names[fips]}: {error}")
        progress.step(names[fips])
    print(f"{len(wanted) - len(failed)} briefs in {given.to}, {time.monotonic() - began:.1f} s")
    for line in failed:
        print(f"Not made: {line}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

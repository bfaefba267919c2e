"""The steward's command: `python -m lib.take_in FILE` takes the state's hospital report in.

It says what was read, what would change and which headlines; then it writes the rows and starts
a new edition. With `--dry-run` nothing is written. Exit code 0 when all is well, 1 when the file
is not taken in, 2 for a wrong call.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lib import intake, nav, pages, release
from lib.i18n import _, ngettext
from lib.intake import command
from lib.model import DataError
from lib.store import assembled, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lib.intake import Plan

#: Faults of the tables that are named; the check names all.
NAMED = 10


def main(argv: Sequence[str] | None = None, today: date | None = None) -> int:
    """Read, tell, and write unless it is a dry run; give back the exit code."""
    asked = command.parser().parse_args(argv)
    try:
        plan, known = command.planned(asked, today)
        sys.stdout.write(f"{intake.summary(plan, known)}\n")
        if plan.problems:
            return 1
        if plan.files:
            _taken_in(plan, asked.data, dry=asked.dry_run, today=today)
        elif asked.dry_run:
            sys.stdout.write(command.nothing_written())
    except intake.Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except DataError as error:
        for offence in error.offences[:NAMED]:
            sys.stderr.write(f"{offence}\n")
        sys.stderr.write(_("The tables would break their rules: nothing was written.\n"))
        return 1
    return 0


def _taken_in(plan: Plan, folder: Path, *, dry: bool, today: date | None) -> None:
    """Say which headlines change, then write the rows and start an edition of them.

    Raises:
        DataError: the tables would break their contract with these rows.
        Refusal: the folder cannot be written to.
    """
    before = load(folder)
    after = assembled({**before.files, **plan.files}, proposed=True)
    # Read again from the rows: both editions, every chart, which takes half a minute.
    old, new = (release.headlines(store, _told) for store in (before, after))
    lines = release.changed_headlines(old, new)
    sys.stdout.write(_headlines(lines))
    if dry:
        sys.stdout.write(command.nothing_written())
        return
    version = release.next_version(before, today or datetime.now(UTC).date())
    with tempfile.TemporaryDirectory() as kept:
        copy = Path(kept) / "data"
        shutil.copytree(folder, copy)
        intake.write(plan.files, folder)
        release.release(copy, version, intake.edition_note(plan), folder=folder, lines=lines)
    sys.stdout.write(
        _(
            "\nWritten: edition {version}. Now look at the pages (make run). Then hand over the "
            "folder {folder}: a server that runs on it shows the new edition within a minute.\n"
        ).format(version=version, folder=folder)
    )


def _told(share: float) -> None:
    """How far the building of charts is, on a terminal."""
    if sys.stderr.isatty():
        line = _("Building every chart: {share}%").format(share=round(share * 100))
        sys.stderr.write(f"\r{line} " + ("\n" if share == 1 else ""))
        sys.stderr.flush()


def _headlines(lines: Mapping[str, tuple[str, str]]) -> str:
    """The headlines that change, old and new, by the page that shows them."""
    if not lines:
        return _("\nNo headline changes.\n")
    head = ngettext("{n} headline changes:", "{n} headlines change:", len(lines)).format(
        n=len(lines)
    )
    titles = {entry.path: _(entry.title) for entry in nav.PAGES}
    by_page: dict[str, dict[tuple[str, str], None]] = {}  # some charts of a page share a headline
    for figure_id, both in lines.items():
        page = titles.get(pages.shown_on().get(figure_id, ""), figure_id)
        by_page.setdefault(page, {})[both] = None
    listed = "".join(
        f"  {page}\n" + "".join(f"    - {old}\n    + {new}\n" for old, new in both)
        for page, both in by_page.items()
    )
    return f"\n{head}\n{listed}"


if __name__ == "__main__":
    sys.exit(main())

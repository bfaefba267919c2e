"""The words of the steward's call (`lib.take_in`), and the plan that it asks for."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lib import intake
from lib.i18n import _
from lib.intake.dating import FINAL, PRELIMINARY

if TYPE_CHECKING:
    from datetime import date

DATA = Path(__file__).resolve().parents[2] / "data"


class Progress:
    """Says on the error stream how far the reading is, once it has taken a second."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._said = False

    def __call__(self, sheet: str, read: int, expected: int) -> None:
        """Write where the reading is, over the line before on a terminal."""
        line = _("Reading {sheet}: row {read}").format(sheet=sheet, read=read)
        if expected > read:
            line = _("Reading {sheet}: row {read} of {expected}").format(
                sheet=sheet, read=read, expected=expected
            )
        if time.monotonic() - self._start < 1:
            return
        self._said = True
        sys.stderr.write(f"\r{line}  " if sys.stderr.isatty() else f"{line}\n")
        sys.stderr.flush()

    def done(self) -> None:
        """Leave the line on a terminal."""
        if self._said and sys.stderr.isatty():
            sys.stderr.write("\n")


def parser() -> argparse.ArgumentParser:
    """The words of the call."""
    words = argparse.ArgumentParser(
        prog="python -m lib.take_in",
        description=_(
            "Take the state's hospital report in, as published (.xlsx, or a sheet as CSV)."
        ),
    )
    words.add_argument("file", nargs="?", default="", help=_("the workbook"))
    words.add_argument("--year", type=int, help=_("report year, where the dates disagree"))
    for version in (FINAL, PRELIMINARY):
        said = _("take the file for this, whatever it says")
        words.add_argument(
            f"--{version}", dest="version", action="store_const", const=version, help=said
        )
    words.add_argument("--dry-run", action="store_true", help=_("say what would change, no more"))
    words.add_argument("--data", type=Path, default=DATA, help=_("data folder"))
    return words


def _read(arguments: argparse.Namespace, known: intake.Known, today: date) -> intake.Report:
    """The report; where its year is unclear and a person is there, the year is asked for."""
    path = Path(arguments.file)
    content = intake.content_of(path)
    progress = Progress()
    year: int | None = arguments.year
    while True:
        try:
            return intake.read(
                content,
                path.name,
                known,
                today=today,
                year=year,
                version=arguments.version or "",
                tell=progress,
            )
        except intake.YearUnclearError as unclear:
            if year is not None or not sys.stdin.isatty():
                raise
            sys.stderr.write(f"{unclear}\n")
            answer = input(_("Report year: ")).strip()
            if not answer.isdigit():
                raise
            year = int(answer)
        finally:
            progress.done()


def planned(
    arguments: argparse.Namespace, today: date | None = None
) -> tuple[intake.Plan, intake.Known]:
    """The plan for the file of the call, and the tables it was held against; nothing is written.

    Raises:
        Refusal: the file cannot be taken in.
    """
    known = intake.read_known(arguments.data)
    report = _read(arguments, known, today or datetime.now(UTC).date())
    return intake.plan(report, known), known


def nothing_written() -> str:
    """The end of a dry run."""
    return _("\nNothing was written (--dry-run).\n")

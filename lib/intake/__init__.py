"""The state's hospital report as published -> rows of our tables, and what they change.

`read_known` reads the data folder, `read` a file, `plan` says what would change, `summary` says
it in words (`accounts` part by part), `write` puts `Plan.files` into the folder. Only
`read_known`, `content_of` and `write` touch a disk.
"""

from lib.intake.known import Known, known_of, read_known
from lib.intake.opening import content_of
from lib.intake.planning import Plan, plan
from lib.intake.reading import read
from lib.intake.refusal import Problem, Refusal, YearUnclearError
from lib.intake.report import Filing, Report
from lib.intake.sheets import is_report
from lib.intake.summary import accounts, edition_note, summary
from lib.intake.writing import write

__all__ = [
    "Filing",
    "Known",
    "Plan",
    "Problem",
    "Refusal",
    "Report",
    "YearUnclearError",
    "accounts",
    "content_of",
    "edition_note",
    "is_report",
    "known_of",
    "plan",
    "read",
    "read_known",
    "summary",
    "write",
]

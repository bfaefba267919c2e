"""Why a file is not taken in: one sentence, and nothing has been written."""

from __future__ import annotations

from dataclasses import dataclass

from lib.i18n import _


class Refusal(Exception):  # noqa: N818 - not a fault of the program: the file is not taken in
    """A file that cannot be taken in; its text is a sentence a data steward can act on."""


class YearUnclearError(Refusal):
    """The period dates do not agree on a year; `years` are those they name.

    `why` says so without what to do at a terminal.
    """

    def __init__(self, why: str, years: tuple[int, ...]) -> None:
        """Keep the `years` that may be asked for."""
        self.years = years
        self.why = why
        super().__init__(f"{why} {_('Say the report year with --year.')}")


@dataclass(frozen=True)
class Problem:
    """One thing of a file that must be cleared up before it can be taken in.

    `where` are the hospitals (or the sheet) concerned, `nearest` is the known word most like
    `value`, empty where none is. `rows` are the rows of the file where it stands.
    """

    column: str
    value: str
    where: tuple[str, ...]
    problem: str
    remedy: str
    nearest: str = ""
    rows: tuple[int, ...] = ()

    def __str__(self) -> str:
        """The problem in one line."""
        shown = self.where[:3]
        more = len(self.where) - len(shown)
        places = ", ".join(shown) + (_(" and {n} more").format(n=more) if more else "")
        near = _(" The nearest known is “{word}”.").format(word=self.nearest)
        said = _("{column}: “{value}” ({places}): {problem}.{near} {remedy}")
        return said.format(
            column=self.column,
            value=self.value,
            places=places,
            problem=self.problem,
            near=near if self.nearest else "",
            remedy=self.remedy,
        )

"""One published report, read: its year and kind, its sites, and who is not among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.intake.refusal import Problem


@dataclass(frozen=True)
class Filing:
    """What one hospital filed, or that it filed nothing.

    `values` holds the fields of `lib.intake.fields` in our words, dates in ISO form, and "" where
    the file says nothing (or something that means nothing, such as 0 for an answer).
    """

    sheet: str
    line: int
    values: Mapping[str, str]

    @property
    def facility_id(self) -> str:
        """The facility number."""
        return self.values["facility_id"]

    @property
    def label(self) -> str:
        """Name and number, for a sentence."""
        return f"{self.values['name'] or '?'} ({self.facility_id or '?'})"


@dataclass(frozen=True)
class Report:
    """A report of one year; every general acute filing stands in one of the groups.

    Attributes:
        file: name of the file.
        layout: name of the layout.
        year: report year.
        begin: the first day that a site's period begins.
        end: the last day that a site's period ends.
        version: ``final``, ``preliminary``, or "" where the file does not say.
        published: date the file gives for itself, "" where it gives none.
        sheets: the sheets that were read.
        sites: general acute sites in operation that answered; one each, by facility number.
        closed: licensed, not in operation.
        parts: distinct parts of a hospital, which would count it twice.
        silent: did not answer.
        twice: the other reports of a site that stands twice: earlier, or of no operation.
        lists_silent: True where the file has the sheet of hospitals that did not answer.
        others: hospitals of other licenses (psychiatric, chemical dependency), how many.
        problems: what must be cleared up before the file can be taken in.
        doubts: counts that cannot be, as sentences; such counts are left blank or as filed.
        warnings: what else to know, as sentences.
    """

    file: str
    layout: str
    year: int
    begin: str
    end: str
    version: str
    published: str
    sheets: tuple[str, ...]
    sites: tuple[Filing, ...]
    closed: tuple[Filing, ...] = ()
    parts: tuple[Filing, ...] = ()
    silent: tuple[Filing, ...] = ()
    twice: tuple[Filing, ...] = ()
    lists_silent: bool = True
    others: int = 0
    problems: tuple[Problem, ...] = ()
    doubts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

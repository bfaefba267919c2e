"""From the bytes of a published file to a `Report`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.intake import values
from lib.intake.dating import period_year, published, version_of
from lib.intake.doubting import doubts
from lib.intake.fields import ANSWERS, FIELDS, Kind
from lib.intake.known import plain
from lib.intake.naming import readable
from lib.intake.opening import opened
from lib.intake.refusal import Problem, Refusal
from lib.intake.report import Filing, Report
from lib.intake.sheets import hospital_sheets
from lib.intake.writing import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from lib.intake.known import Known
    from lib.intake.sheets import Row, Sheet, Tell

#: Our words for what decides whether a hospital is a site of its own.
GENERAL_ACUTE = "general acute"
OWN_SITE = "hospital"

#: Lines of the sheet of tips that are titles; below them is prose, which the file name outweighs.
OPENING = 5

#: Fields that are read of every general acute hospital: they decide in which group it stands.
_DECIDING = (
    *("facility_id", "license_category", "license_no", "facility_level", "operated"),
    *("period_begin", "period_end", "county"),
)


def read(
    content: bytes,
    name: str,
    known: Known,
    *,
    today: date,
    year: int | None = None,
    version: str = "",
    tell: Tell = lambda _sheet, _read, _expected: None,
) -> Report:
    """The report in a published file.

    Args:
        content: the bytes of the workbook, or of one sheet saved as CSV.
        name: its file name.
        known: the tables of the data folder.
        today: the day on which a year counts as future.
        year: the report year, where the period dates do not agree.
        version: ``final`` or ``preliminary``, where the file does not say.
        tell: told how far the reading is.

    Raises:
        Refusal: the file cannot be taken in at all. What can be listed row by row is in
            `Report.problems` instead.
    """
    with opened(content, name) as raw:
        sheets, tips = hospital_sheets(raw, known, tell)
    answered = [sheet for sheet in sheets if sheet.answered]
    if not answered:
        said = _("{name} has only hospitals that did not answer; give the sheet of answers too.")
        raise Refusal(said.format(name=name))
    if len(answered) > 1:
        said = _("{name} has two sheets of answers ({sheets}); keep the one that counts.")
        raise Refusal(said.format(name=name, sheets=", ".join(s.name for s in answered)))
    titles = (*answered[0].titles, *tips[:OPENING], name, *tips[OPENING:])
    reader = _Reader(known)
    sites, closed, parts, silent, others = reader.sorted_out(sheets)
    kept, earlier = _once(sites)
    if not kept:
        raise Refusal(
            _("{name} has no general acute care hospital that answered.").format(name=name)
        )
    found, begin, end = period_year(kept, year, today)
    return Report(
        file=name,
        layout=answered[0].layout.name,
        year=found,
        begin=begin,
        end=end,
        version=version or version_of(titles),
        published=published(titles),
        sheets=tuple(sheet.name for sheet in sheets),
        sites=kept,
        closed=_without(closed, kept),
        parts=parts,
        silent=_without(silent, kept),
        twice=(*earlier, *_only(closed, kept), *_only(silent, kept)),
        lists_silent=len(sheets) > len(answered),
        others=others,
        problems=reader.problems(),
        doubts=(*reader.unreadable, *doubts(kept)),
        warnings=(*_warnings(sheets), *_unfinished(end, today)),
    )


class _Reader:
    """Turns rows into filings and gathers what cannot be read, by word and not by row."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._wrong: dict[tuple[str, str, str], list[tuple[str, int]]] = defaultdict(list)
        self._headers: dict[str, str] = {}
        self.unreadable: list[str] = []

    def sorted_out(
        self, sheets: Iterable[Sheet]
    ) -> tuple[list[Filing], tuple[Filing, ...], tuple[Filing, ...], tuple[Filing, ...], int]:
        """Sites, not in operation, distinct parts, silent, and the number of other licenses."""
        groups: dict[str, list[Filing]] = defaultdict(list)
        for sheet in sheets:
            self._headers = {field: heads[0] for field, heads in sheet.layout.headers.items()}
            for row in sheet.rows:
                group, filing = self._placed(row, answered=sheet.answered)
                groups[group].append(filing)
        return (
            groups["site"],
            tuple(groups["closed"]),
            tuple(groups["part"]),
            tuple(groups["silent"]),
            len(groups["other"]),
        )

    def _placed(self, row: Row, *, answered: bool) -> tuple[str, Filing]:
        """The group that a row belongs to, and its filing: read in full where it is a site."""
        few = self._filing(row, ("facility_id", "license_category"))
        if few.values["license_category"] != GENERAL_ACUTE:
            return "other", few
        few = self._filing(row, _DECIDING)
        kind = few.values
        if self._word(row, "facility_number", few.facility_id[:3], few) != OWN_SITE:
            return "part", few
        if not answered:
            return "silent", few
        if kind["operated"] == "No":
            return "closed", few
        whole = self._filing(row, tuple(FIELDS))
        return ("site" if any(whole.values[a] for a in ANSWERS) else "silent"), whole

    def _filing(self, row: Row, fields: Sequence[str]) -> Filing:
        """The filing of a row, blank where a cell cannot be read (which is kept in mind)."""
        name = readable(str(row.cells["name"] or ""), self._known.words["name"])
        label = f"{name} ({row.cells['facility_id']})"
        held = {}
        for field in fields:
            try:
                held[field] = values.read_cell(field, row.cells, self._known)
            except values.UnknownWordError:
                self._wrong[field, FIELDS[field].words, str(row.cells[field])].append(
                    (label, row.line)
                )
                held[field] = ""
            except values.UnreadableError:
                self._doubt(field, row, label)
                held[field] = ""
        held["name"] = name
        if "city" in held:
            held["city"] = readable(held["city"], self._known.words["city"])
        return Filing(row.sheet, row.line, held)

    def _doubt(self, field: str, row: Row, label: str) -> None:
        """Keep an unreadable cell in mind: a count may be left blank, anything else may not."""
        cell = str(row.cells[field])
        if FIELDS[field].kind is not Kind.COUNT:
            self._wrong[field, "", cell].append((label, row.line))
            return
        said = _("{hospital}: {header} is “{value}”, which is no count; left blank.")
        self.unreadable.append(said.format(hospital=label, header=self._headers[field], value=cell))

    def _word(self, row: Row, list_name: str, word: str, filing: Filing) -> str:
        try:
            return values.worded(list_name, word, self._known)
        except values.UnknownWordError:
            self._wrong["facility_id", list_name, word].append((filing.label, row.line))
            return ""

    def problems(self) -> tuple[Problem, ...]:
        """What must be cleared up, one for each word or cell."""
        found = []
        for (field, words, value), places in self._wrong.items():
            header = self._headers.get(field, field)
            where = tuple(dict.fromkeys(label for label, _line in places))
            rows = tuple(dict.fromkeys(line for _label, line in places))
            if not words:
                problem = _("cannot be read as what the column contains")
                remedy = _("Correct the cell in the file, and tell the state.")
                found.append(Problem(header, value, where, problem, remedy, rows=rows))
                continue
            near = self._known.nearest(words, value)
            problem, said = _("no list has this word"), self._known_as(words, value, near)
            found.append(Problem(header, value, where, problem, said, near, rows))
        return tuple(found)

    def _known_as(self, list_name: str, word: str, near: str) -> str:
        """What to do about a word that no list has: the very line, where one word is like it."""
        if list_name == "county":
            return _("Correct the name of the county in the file.")
        ours = self._known.words[list_name]
        if near:
            said = _(
                "If it means the same, add the line “{line}” to the table state_words.csv. "
                "Otherwise correct the file."
            )
            return said.format(line=line_of((list_name, word, ours[plain(near)])))
        said = _("Add a line to the table state_words.csv that gives it one of these: {words}.")
        return said.format(words=", ".join(sorted({word for word in ours.values() if word})))


def _once(sites: Sequence[Filing]) -> tuple[tuple[Filing, ...], tuple[Filing, ...]]:
    """One filing a site, the one whose period ends later, and the earlier ones."""
    by_number: dict[str, list[Filing]] = defaultdict(list)
    for site in sites:
        by_number[site.facility_id].append(site)
    kept: list[Filing] = []
    earlier: list[Filing] = []
    for _number, filings in sorted(by_number.items()):
        in_order = sorted(filings, key=lambda f: (f.values["period_end"], f.values["period_begin"]))
        earlier += in_order[:-1]
        kept.append(in_order[-1])
    return tuple(kept), tuple(earlier)


def _only(filings: Iterable[Filing], sites: Iterable[Filing]) -> tuple[Filing, ...]:
    """The filings of a number that is a site by another report of the year."""
    numbers = {site.facility_id for site in sites}
    return tuple(filing for filing in filings if filing.facility_id in numbers)


def _without(filings: Iterable[Filing], sites: Iterable[Filing]) -> tuple[Filing, ...]:
    """The filings of a number that is no site."""
    numbers = {site.facility_id for site in sites}
    return tuple(filing for filing in filings if filing.facility_id not in numbers)


def _unfinished(end: str, today: date) -> Iterable[str]:
    """Word of a period that is not over yet."""
    if end > today.isoformat():
        yield _("The period ends on {day}, which is still to come.").format(day=end)


def _warnings(sheets: Sequence[Sheet]) -> Iterable[str]:
    """What the steward should know about the file as a whole."""
    for sheet in sheets:
        if sheet.said is not None and sheet.said != len(sheet.rows):
            yield ngettext(
                "The sheet “{sheet}” says it lists {said} hospital, and {read} were read: "
                "it may be cut short.",
                "The sheet “{sheet}” says it lists {said} hospitals, and {read} were read: "
                "it may be cut short.",
                sheet.said,
            ).format(sheet=sheet.name, said=sheet.said, read=len(sheet.rows))
    if all(sheet.answered for sheet in sheets):
        yield _(
            "The file has no sheet of hospitals that did not answer, so who they are is not known."
        )

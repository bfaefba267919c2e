"""A plan in plain words: what was read, who answered what, and what would change."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from lib.i18n import _, ngettext
from lib.intake.dating import FINAL, PRELIMINARY
from lib.intake.fields import ANSWERS, asked
from lib.intake.known import DISTRICTS, LICENSES, PROGRAMS, STORIES
from lib.intake.rows import label
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lib.intake.comparing import Revision, Switch
    from lib.intake.known import Known, Record
    from lib.intake.planning import Plan

#: Cells that differ from a row held are listed by name up to this many.
LISTED = 40

#: What a license says of a team.
BY_LICENSE = "inpatient_team_reported"


def summary(plan: Plan, known: Known) -> str:
    """The plan as plain text, a thing a line."""
    parts = (*accounts(plan, known), tuple(_outcome(plan)))
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def accounts(plan: Plan, known: Known) -> tuple[tuple[str, ...], ...]:
    """What was read and how it differs, part by part; the first line of a part is its heading.

    What stands under another line begins with more spaces.
    """
    parts = (
        _read(plan, known),
        _answers(plan, known),
        _apart(plan),
        _facilities(plan, known),
        _switches(plan),
        _doubts(plan),
        _revision(plan, known),
        _questions(plan),
        _slides(plan, known),
    )
    return tuple(lines for part in parts if (lines := tuple(part)))


def edition_note(plan: Plan) -> str:
    """What an edition with the rows of the plan brings, in a sentence."""
    words = (
        _("The state's hospital report of {year}, revised.")
        if plan.held
        else _("The state's hospital report of {year}.")
    )
    if plan.version == PRELIMINARY:
        words = _("The state's hospital report of {year}, preliminary.")
    return words.format(year=plan.report.year)


def _read(plan: Plan, known: Known) -> Iterator[str]:
    report = plan.report
    said = _("{file}: hospital report of {year}, {version}, layout of {layout}")
    version = _("preliminary") if plan.version == PRELIMINARY else _("final")
    yield said.format(file=report.file, year=report.year, version=version, layout=report.layout)
    if report.begin and report.end:
        days = {"begin": numbers.date(report.begin), "end": numbers.date(report.end)}
        yield _("  periods from {begin} to {end}").format(**days)
    if report.published:
        yield _("  dated {day} by the file").format(day=numbers.date(report.published))
    yield _("  sheets read: {sheets}").format(sheets=", ".join(report.sheets))
    if not report.version:
        yield _(
            "  Note: the file does not say whether it is final; it is taken as final. "
            "If it is preliminary, write “prelim” into its name and take it again."
        )
    before = {row["version"] for row in known.year("reports", report.year)}
    if plan.version == PRELIMINARY and FINAL in before:
        yield _(
            "  Note: a final report of {year} is in the tables already. "
            "This preliminary file would replace it."
        ).format(year=report.year)
    for warning in report.warnings:
        yield _("  Note: {warning}").format(warning=warning)


def _answers(plan: Plan, known: Known) -> Iterator[str]:
    n = len(plan.sites)
    yield ngettext(
        "{n} general acute care hospital site in operation answered",
        "{n} general acute care hospital sites in operation answered",
        n,
    ).format(n=n)
    other = plan.against.year
    before = known.year(PROGRAMS, other) if other is not None else ()
    then = _("{line} ({yes} of {all} in {year})")
    for question in ANSWERS:
        line = _("  {subject}: {yes} of {all} report one").format(
            subject=asked(question), **_share(plan.sites, question)
        )
        if before:
            line = then.format(line=line, year=other, **_share(before, question))
        yield line
        blank = [label(row) for row in plan.sites if not row[question]]
        if blank:
            yield _("    left unanswered by {hospitals}").format(hospitals=", ".join(blank))
    said = _("  by license, all campuses together: {yes} of {all} report an inpatient team")
    line = said.format(**_share(plan.licenses, BY_LICENSE))
    years = [int(r["year"]) for r in known.rows[LICENSES]]
    if held := [year for year in years if year < plan.report.year]:
        rows = known.year(LICENSES, max(held))
        line = then.format(line=line, year=max(held), **_share(rows, BY_LICENSE))
    yield line


def _share(rows: Sequence[Record], question: str) -> dict[str, int]:
    return {
        "yes": sum(row[question] == "Yes" for row in rows),
        "all": sum(row[question] != "" for row in rows),
    }


def _apart(plan: Plan) -> Iterator[str]:
    report = plan.report
    yield _("Hospitals that are not counted")
    yield from _named(_("did not answer"), [f.label for f in report.silent])
    yield from _named(_("not in operation"), [f.label for f in report.closed])
    yield from _named(_("distinct parts of a hospital"), [f.label for f in report.parts])
    yield from _named(
        _("appear twice; the report that ends later counts"), [f.label for f in report.twice]
    )
    yield _("  other licenses (psychiatric, chemical dependency): {n}").format(n=report.others)


def _facilities(plan: Plan, known: Known) -> Iterator[str]:
    found = plan.against
    if found.year is None:
        return
    yield _("Hospitals compared with the report of {year}").format(year=found.year)
    yield from _named(_("new, in no other report we have"), [label(row) for row in found.new])
    back = _("not in that report, but in another one we have")
    yield from _named(back, [label(row) for row in found.back])
    why = _reasons(plan)
    gone = [f"{label(row)}{why.get(row['facility_id'], '')}" for row in found.gone]
    yield from _named(_("in that report and not in this one"), gone)
    counties = {row["county_fips"]: row["name"] for row in known.rows["counties"]}
    moved = [
        f"{c.name} ({c.facility_id}), {counties.get(c.before, c.before)} > {counties.get(c.after, c.after)}"
        for c in found.moved
    ]
    if moved:
        yield from _named(_("in another county than before"), moved)
    unknown = [label(row) for row in plan.sites if not row["critical_access"]]
    if unknown:
        title = _("not known whether a critical access hospital; left blank")
        yield from _named(title, unknown)
    placed = {row["facility_id"] for row in known.rows[DISTRICTS]}
    elsewhere = [label(row) for row in plan.sites if row["facility_id"] not in placed]
    if elsewhere:
        title = _("in no district we know, so not on district pages; hospital_districts.csv")
        yield from _named(title, elsewhere)


def _reasons(plan: Plan) -> dict[str, str]:
    """Why a facility has gone, as far as the file says."""
    report = plan.report
    said = {f.facility_id: _(", not in operation") for f in report.closed}
    return said | {f.facility_id: _(", did not answer") for f in report.silent}


def _switches(plan: Plan) -> Iterator[str]:
    if plan.against.year is None:
        return
    yield _("Answers that differ from {year} (a changed answer may not mean changed care)").format(
        year=plan.against.year
    )
    for question in ANSWERS:
        switches = [s for s in plan.against.switches if s.question == question]
        for before, after in (("Yes", "No"), ("No", "Yes")):
            names = [_place(s) for s in switches if (s.before, s.after) == (before, after)]
            title = _("{subject}: {before} in {other}, {after} in {year}")
            yield from _named(
                title.format(
                    subject=asked(question),
                    before=before,
                    after=after,
                    other=plan.against.year,
                    year=plan.report.year,
                ),
                names,
            )


def _place(switch: Switch) -> str:
    return f"{switch.name}, {switch.city}"


def _doubts(plan: Plan) -> Iterator[str]:
    if plan.report.doubts:
        yield _("Counts that cannot be")
        yield from (f"  {doubt}" for doubt in plan.report.doubts)


def _revision(plan: Plan, known: Known) -> Iterator[str]:
    """What differs from the same year as it is held: a revised file replaces it."""
    year = plan.report.year
    if plan.held and not plan.sites_revision:
        yield _("The rows by site of {year} are in the tables already, every cell equal.").format(
            year=year
        )
    elif plan.held:
        yield _("Replaces the rows by site of {year}").format(year=year)
        yield from _differences(plan.sites_revision, plan, known)
    if plan.licenses_revision and len(plan.licenses_revision.added) < len(plan.licenses):
        yield _("Replaces the rows by license of {year}").format(year=year)
        yield from _differences(plan.licenses_revision, plan, known)


def _questions(plan: Plan) -> Iterator[str]:
    """Open questions that go, because the report answers them."""
    if plan.answered:
        yield _("Open questions that this report answers; they are taken out of unknowns.csv")
        yield from (f"  {row['what_is_not_known']}" for row in plan.answered)


def _slides(plan: Plan, known: Known) -> Iterator[str]:
    """Slides of stories that stay at the year that was the latest."""
    other = str(plan.against.year)
    if plan.report.year <= max(known.years, default=0):
        return
    found = [
        _("  {story}, slide {n}: {choice}").format(story=story["title"], n=n, choice=value)
        for name, text in known.texts.items()
        if name.startswith(STORIES)
        for story in (_story(text),)
        for n, scene in enumerate(story.get("scenes", ()), 1)
        for value in scene.get("params", {}).values()
        if other in str(value).split("-")
    ]
    if found:
        said = _("Slides that still show {before}. Decide whether they should show {year}.")
        yield said.format(before=other, year=plan.report.year)
        yield from found


def _story(text: str) -> dict[str, Any]:
    """A story's file; one that cannot be read has no slides here: the check of the tables names it."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _differences(found: Revision, plan: Plan, known: Known) -> Iterator[str]:
    """Rows added, taken out and changed; a license is named by its hospital where we know it."""
    rows = (*known.rows[PROGRAMS], *plan.sites)
    names = {row["facility_id"]: row["name"] for row in rows}

    def known_as(row: Record) -> str:
        number = row["facility_id"]
        return label(row | {"name": names[number]}) if number in names else number

    yield from _named(_("added"), [known_as(row) for row in found.added])
    yield from _named(_("taken out"), [known_as(row) for row in found.removed])
    cells = [
        f"{names.get(cell.facility_id, cell.facility_id)}, {cell.column}: "
        f"{cell.before or _('blank')} > {cell.after or _('blank')}"
        for cell in found.cells
    ]
    yield from _named(_("cells that differ"), cells)


def _outcome(plan: Plan) -> Iterator[str]:
    if plan.problems:
        yield ngettext(
            "{n} thing must be cleared up first; nothing can be taken in",
            "{n} things must be cleared up first; nothing can be taken in",
            len(plan.problems),
        ).format(n=len(plan.problems))
        yield from (f"  {problem}" for problem in plan.problems)
    elif not plan.files:
        yield _("Nothing would change: all of it is in the tables already.")
    else:
        yield _("Files that change: {files}").format(files=", ".join(plan.files))


def _named(title: str, names: Iterable[str]) -> Iterator[str]:
    """What it is and how many, then a name a line."""
    listed = list(names)
    yield _("  {title}: {n}").format(title=title, n=len(listed))
    yield from (f"      {name}" for name in listed[:LISTED])
    if len(listed) > LISTED:
        yield _("      and {n} more").format(n=len(listed) - LISTED)

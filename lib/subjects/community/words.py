"""Sentences of the needs-assessment starter: facts, questions, people, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import vocabulary
from lib.i18n import _, ngettext
from lib.subjects.community import rows as community
from lib.wording import numbers
from lib.wording.places import county_name

if TYPE_CHECKING:
    from lib.derive.measures import Tables
    from lib.model import Figure


def page_headline(coalitions: Figure) -> str:
    """How many counties have a coalition listed, as a start; from the list of coalitions."""
    row = coalitions.rows.iloc[0]
    return _(
        "Public lists name a local coalition for {listed} of {total} California counties (read by "
        "{when}); every county has facts to start with"
    ).format(listed=row["listed"], total=row["total"], when=coalitions.as_of)


def facts_headline(name: str, sites: int, inpatient: int, status: str, year: int) -> str:
    """The first thing to tell a meeting about a county's hospitals."""
    county = county_name(name)
    if status == "no hospital":
        return _("{county} has no general acute care hospital").format(county=county)
    if status == "not answered":
        return _("No hospital in {county} answered the {year} report").format(
            county=county, year=year
        )
    text = (
        _("In {county}, {n} of {sites} hospital site reports an inpatient program ({year})")
        if sites == 1
        else ngettext(
            "In {county}, {n} of {sites} hospital sites reports an inpatient program ({year})",
            "In {county}, {n} of {sites} hospital sites report an inpatient program ({year})",
            inpatient,
        )
    )
    return text.format(county=county, n=inpatient, sites=sites, year=year)


def questions_headline(name: str, n: int) -> str:
    """What the list of questions is."""
    return ngettext(
        "{n} question to ask in {county}", "{n} questions to ask in {county}", n
    ).format(n=numbers.capitalized(numbers.spelled(n)), county=county_name(name))


def people_headline(name: str, n: int) -> str:
    """Who is to be convened."""
    return ngettext(
        "Who to bring together in {county}: {n} role",
        "Who to bring together in {county}: {n} roles",
        n,
    ).format(n=numbers.spelled(n), county=county_name(name))


def coalitions_headline(name: str, here: int, near: int) -> str:
    """How many coalitions are listed in and next to a county."""
    county = county_name(name)
    if not here and not near:
        return _("No local coalition is listed in {county} or in a neighboring county").format(
            county=county
        )
    if not here:
        return ngettext(
            "No local coalition is listed in {county}; {n} is listed in a neighboring county",
            "No local coalition is listed in {county}; {n} are listed in neighboring counties",
            near,
        ).format(county=county, n=numbers.spelled(near))
    return ngettext(
        "{n} local coalition is listed in {county}, {near} in neighboring counties",
        "{n} local coalitions are listed in {county}, {near} in neighboring counties",
        here,
    ).format(
        n=numbers.capitalized(numbers.spelled(here)), county=county, near=numbers.spelled(near)
    )


def help_headline(name: str, toolkits: int) -> str:
    """How many toolkits fit a county."""
    return ngettext(
        "{n} toolkit or program matches {county}",
        "{n} toolkits and programs match {county}",
        toolkits,
    ).format(n=numbers.capitalized(numbers.spelled(toolkits)), county=county_name(name))


def where_label(where: str) -> str:
    """How near a coalition is."""
    return {
        community.HERE: _("In the county"),
        community.NEXT_DOOR: _("Neighboring county"),
        community.STATEWIDE: _("Statewide or national"),
    }[where]


def named(names: list[str], shown: int) -> str:
    """Names as a list, cut after `shown` with the number left out."""
    if not names:
        return _("We have no names here: add local ones")
    left = len(names) - shown
    if left <= 0:
        return "; ".join(names)
    return ngettext("{names}; and {n} more", "{names}; and {n} more", left).format(
        names="; ".join(names[:shown]), n=left
    )


def hospital_names(reporting: list[str], others: list[str], shown: int) -> str:
    """Hospitals by what they report, in words."""
    if not reporting and not others:
        return _("No general acute care hospital answered here")
    if not others:
        return _("Report a program: {names}").format(names=named(reporting, shown))
    if not reporting:
        return _("Report none: {names}").format(names=named(others, shown))
    return _("Report a program: {names}. Report none: {others}").format(
        names=named(reporting, shown), others=named(others, shown)
    )


def offices(n: int) -> str:
    """Licensed hospice offices in words."""
    return ngettext(
        "{n} licensed office in the county", "{n} licensed offices in the county", n
    ).format(n=numbers.count(n))


def facilities(n: int, beds: str) -> str:
    """Skilled nursing facilities and their beds in words."""
    return ngettext("{n} facility, {beds} beds", "{n} facilities, {beds} beds", n).format(
        n=numbers.count(n), beds=beds
    )


def old_list(tables: Tables) -> str:
    """The caution that goes with every list of coalitions."""
    return vocabulary.sentence(tables, "coalition_list", "old")


def approach_headline(borne: int, projects: int, areas: int) -> str:
    """How many of the coalition's projects have any evidence beside them."""
    return _(
        "We found related data for {borne} of {projects} projects in {areas} areas of work"
    ).format(projects=projects, areas=numbers.spelled(areas), borne=borne)


def coalition_list_headline(local: int, counties: int, total: int) -> str:
    """How many local coalitions are listed, and for how many counties."""
    return ngettext(
        "{n} local or regional coalition is listed, for {counties} of {total} counties",
        "{n} local and regional coalitions are listed, for {counties} of {total} counties",
        local,
    ).format(n=numbers.count(local), counties=counties, total=total)


def toolkits_headline(n: int, audiences: int) -> str:
    """How many toolkits there are, and for how many audiences."""
    return ngettext(
        "{n} toolkit or guide; kinds of readers: {audiences}",
        "{n} toolkits and guides; kinds of readers: {audiences}",
        n,
    ).format(n=numbers.count(n), audiences=audiences)


def element_names() -> tuple[str, str, str, str]:
    """The four elements of C-TAC's Community Action Project, as headings."""
    return (
        _("1. Assess the need"),
        _("2. Convene"),
        _("3. Get the help you need"),
        _("4. Share what works"),
    )


def starter_title(county: str) -> str:
    """The title of the file that a coalition brings to a meeting."""
    return _("Needs-assessment starter: {county}").format(county=county)


def starter_lead(headline: str) -> str:
    """How to use the file."""
    return _(
        "{headline}. This file gives what public sources say about the county and what they do "
        "not say. Bring it to a meeting, correct it, and write the answers on the lines. It "
        "follows the four parts of the Community Action Project of the Coalition to Transform "
        "Advanced Care (C-TAC)."
    ).format(headline=headline)


def starter_footer(county: str, title: str, version: str) -> str:
    """What stands at the foot of every page."""
    return _("{county}. {title}, edition {version}").format(
        county=county, title=title, version=version
    )


def plan_columns() -> tuple[str, str, str, str]:
    """The heads of the empty table that a meeting fills in."""
    return (
        _("What we will count"),
        _("Who counts it"),
        _("By when"),
        _("Where others see it"),
    )


def share_words() -> str:
    """What the page says of the fourth element, which is done and not read."""
    return _(
        "The printed starter ends with a blank table for your group: what to count, who counts "
        "it, by when, and where others can see it."
    )

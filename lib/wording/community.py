"""Sentences of the needs-assessment starter: facts, questions, people, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import community, vocabulary
from lib.i18n import _, ngettext
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.derive.measures import Tables
    from lib.model import Figure


def county_name(name: str) -> str:
    """The county in a sentence."""
    return _("{name} County").format(name=name)


def page_headline(coalitions: Figure) -> str:
    """How many counties have a coalition listed, as a start; from the list of coalitions."""
    row = coalitions.rows.iloc[0]
    return _(
        "Local coalitions are listed for {listed} of {total} counties; every county has facts to "
        "start with"
    ).format(listed=row["listed"], total=row["total"])


def facts_headline(name: str, sites: int, inpatient: int, status: str, year: int) -> str:
    """The first thing to tell a meeting about a county's hospitals."""
    county = county_name(name)
    if status == "no hospital":
        return _("{county} has no general acute hospital").format(county=county)
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


def hospital_question(status: str) -> tuple[str, str]:
    """The first question, and why it is asked, from what the hospitals report."""
    if status == "inpatient":
        return (
            _("Who do the reported programs reach, and who is referred late or never?"),
            _("A report of a program does not tell how many people it reaches or how good it is."),
        )
    if status == "no hospital":
        return (
            _("Which hospitals do residents go to, and do those offer palliative care?"),
            _("The county has no general acute hospital."),
        )
    return (
        _("Where do seriously ill people go to get relief from symptoms, and how far is it?"),
        _("No hospital here answered the latest state report.")
        if status == "not answered"
        else _("No hospital here reports an inpatient program."),
    )


def _reason(tables: Tables, place: str) -> str:
    """Why a question is asked, where that speaks of one list or year."""
    return vocabulary.sentence(tables, "starter_questions", place)


def questions(
    tables: Tables, status: str, *, is_rural: bool, has_coalition: bool
) -> list[tuple[str, str, str]]:
    """(element, question, why it is asked) of a county, in the order of a meeting."""
    assess, convene = _("Assess"), _("Convene")
    helped, share = _("Get help"), _("Share")
    first = hospital_question(status)
    rows = [
        (assess, *first),
        (
            assess,
            _("Who offers palliative care at home, in clinics and in nursing homes here?"),
            _reason(tables, "community_programs"),
        ),
        (
            assess,
            _("How many Medi-Cal members received palliative care here last year? Ask each plan."),
            _("We found no count by county or by plan."),
        ),
        (
            assess,
            _("Which languages, cultures and faiths are served, and which are not?"),
            _("We found no county data on palliative care by language, race or income."),
        ),
    ]
    if is_rural:
        rows.append(
            (
                assess,
                _("What would a visit by video need: connection, device, someone at the bedside?"),
                _reason(tables, "rural"),
            )
        )
    rows += [
        (
            convene,
            _("Which patients and caregivers will help set the agenda, not just attend?"),
            _("C-TAC's second element names patients and caregivers first."),
        ),
        (
            convene,
            _("Is the coalition listed here still active, and who leads it?")
            if has_coalition
            else _("Who could host a first meeting, and which neighboring county could show how?"),
            _reason(tables, "lists")
            if has_coalition
            else _("No local coalition is listed here, but one may exist."),
        ),
        (
            helped,
            _("What does the group lack most: a plan, training, money, or a partner?"),
            _("C-TAC's third part is getting needed help, such as a plan or communications."),
        ),
        (
            share,
            _(
                "What will the group count a year from now, who will count it, and where will "
                "others see it?"
            ),
            _("C-TAC's fourth element is a tool for sharing what works."),
        ),
    ]
    return rows


def roles() -> dict[str, tuple[str, str]]:
    """Role -> (name, why it belongs at the table)."""
    return {
        "people": (
            _("Patients and caregivers"),
            _("They know what was missing. No data table can tell you."),
        ),
        "hospitals": (
            _("Hospitals"),
            _("The facts above come from their own answers to the state."),
        ),
        "plans": (
            _("Medi-Cal managed care plans"),
            _("Plans must offer palliative care to members who qualify."),
        ),
        "hospices": (
            _("Hospices"),
            _(
                "State law lets them provide palliative care too. A listed address is an office, "
                "not the area served."
            ),
        ),
        "nursing": (
            _("Skilled nursing facilities"),
            _("POLST orders must be honored there as in every setting."),
        ),
        "faith": (
            _("Faith and community organizations"),
            _("C-TAC pairs them with health systems to reach underserved people."),
        ),
        "public": (
            _("County health and aging departments, emergency services"),
            _("They plan for the county; emergency crews act on POLST orders."),
        ),
        "known": (
            _("Organizations that took part in earlier efforts"),
            _("They know what was tried and how it turned out."),
        ),
    }


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

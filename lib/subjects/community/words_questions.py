"""What a county's meeting may ask, and who to bring together: the words of the starter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import vocabulary
from lib.i18n import _

if TYPE_CHECKING:
    from lib.derive.measures import Tables


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
            _("The county has no general acute care hospital."),
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
    by_element = {
        _("Assess"): [hospital_question(status), *_assess(tables, is_rural=is_rural)],
        _("Convene"): _convene(tables, has_coalition=has_coalition),
        _("Get help"): [
            (
                _("What does the group lack most: a plan, training, money, or a partner?"),
                _("C-TAC's third part is getting needed help, such as a plan or communications."),
            )
        ],
        _("Share"): [
            (
                _(
                    "What will the group count a year from now, who will count it, and where will "
                    "others see it?"
                ),
                _("C-TAC's fourth element is a tool for sharing what works."),
            )
        ],
    }
    return [(element, *asked) for element, several in by_element.items() for asked in several]


def _assess(tables: Tables, *, is_rural: bool) -> list[tuple[str, str]]:
    """What to ask about the need, after the hospitals: (question, why it is asked)."""
    asked = [
        (
            _("Who offers palliative care at home, in clinics and in nursing homes here?"),
            _reason(tables, "community_programs"),
        ),
        (
            _("How many Medi-Cal members received palliative care here last year? Ask each plan."),
            _("We found no count by county or by plan."),
        ),
        (
            _("Which languages, cultures and faiths are served, and which are not?"),
            _("We found no county data on palliative care by language, race or income."),
        ),
    ]
    rural = (
        _("What would a visit by video need: connection, device, someone at the bedside?"),
        _reason(tables, "rural"),
    )
    return [*asked, rural] if is_rural else asked


def _convene(tables: Tables, *, has_coalition: bool) -> list[tuple[str, str]]:
    """What to ask about the group: (question, why it is asked)."""
    patients = (
        _("Which patients and caregivers will help set the agenda, not just attend?"),
        _("C-TAC's second element names patients and caregivers first."),
    )
    if has_coalition:
        listed = _("Is the coalition listed here still active, and who leads it?")
        return [patients, (listed, _reason(tables, "lists"))]
    return [
        patients,
        (
            _("Who could host a first meeting, and which neighboring county could show how?"),
            _("No local coalition is listed here, but one may exist."),
        ),
    ]


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
            _("Organizations that took part in earlier initiatives"),
            _("They know what was tried and how it turned out."),
        ),
    }

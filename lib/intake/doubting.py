"""Counts that cannot be: said, and never mended by guessing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.intake.fields import ROLES, TEAM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.intake.report import Filing

#: A team of more people of one role than this has never been filed (the most is 33).
MOST_PEOPLE = 100


def doubts(sites: Sequence[Filing]) -> tuple[str, ...]:
    """A sentence for each count that cannot be."""
    return tuple(said for site in sites for said in _of(site))


def _of(site: Filing) -> Iterator[str]:
    held = {name: int(value) for name, value in site.values.items() if _counted(name, value)}
    for role in ROLES:
        people, certified = held.get(f"pc_{role}"), held.get(f"pc_{role}_certified")
        if people is not None and certified is not None and certified > people:
            said = _(
                "{hospital}: {certified} of {people} are certified (pc_{role}); kept as filed."
            )
            yield said.format(hospital=site.label, certified=certified, people=people, role=role)
    if site.values["inpatient_palliative"] == "No" and any(held.get(name) for name in TEAM):
        said = _("{hospital}: answers No and counts a team of {people}; kept as filed.")
        people = sum(held.get(name, 0) for name in TEAM if not name.endswith("_certified"))
        yield said.format(hospital=site.label, people=people)
    for name in TEAM:
        if held.get(name, 0) > MOST_PEOPLE:
            said = _("{hospital}: a team with {people} people ({column}); kept as filed.")
            yield said.format(hospital=site.label, people=held[name], column=name)
    acute, total = held.get("general_acute_beds"), held.get("total_beds")
    if acute is not None and total is not None and acute > total:
        said = _("{hospital}: {acute} general acute beds of {total} in all; kept as filed.")
        yield said.format(hospital=site.label, acute=acute, total=total)


def _counted(name: str, value: str) -> bool:
    return bool(value) and (name in TEAM or name.endswith("_beds"))

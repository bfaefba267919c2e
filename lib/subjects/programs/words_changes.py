"""Sentences about hospitals whose answer changed between two reports."""

from __future__ import annotations

from lib.i18n import _, ngettext
from lib.wording.numbers import capitalized, count, spelled


def switch_headline(first: int, last: int, to_no: int, to_yes: int, unit: str) -> str:
    """How many answers changed each way between two years; `unit` is licenses or sites."""
    if unit == "license":
        text = ngettext(
            "From {first} to {last}, {to_no} hospital license changed its answer from Yes to No and "
            "{to_yes} from No to Yes",
            "From {first} to {last}, {to_no} hospital licenses changed their answer from Yes "
            "to No and {to_yes} from No to Yes",
            to_no,
        )
    else:
        text = ngettext(
            "From {first} to {last}, {to_no} hospital site changed its answer from Yes to No and "
            "{to_yes} from No to Yes",
            "From {first} to {last}, {to_no} hospital sites changed their answer from Yes to "
            "No and {to_yes} from No to Yes",
            to_no,
        )
    return text.format(first=first, last=last, to_no=spelled(to_no), to_yes=spelled(to_yes))


def step_again(again: int, to_no: int, year: int) -> str:
    """How many of the licenses that went to No report a team again a year later."""
    return ngettext(
        "{again} of the {to_no} that changed to No reports a team again in {year}.",
        "{again} of the {to_no} that changed to No report a team again in {year}.",
        again,
    ).format(again=capitalized(spelled(again)), to_no=count(to_no), year=year)


def change_label(change: str) -> str:
    """The words for a change of answer."""
    return {"Yes to No": _("From Yes to No"), "No to Yes": _("From No to Yes")}[change]


def change_head(change: str, n: int, unit: str) -> str:
    """The words over a column of hospitals that changed their answer; licenses or sites."""
    if unit == "license":
        text = {
            "Yes to No": ngettext("From Yes to No: {n} license", "From Yes to No: {n} licenses", n),
            "No to Yes": ngettext("From No to Yes: {n} license", "From No to Yes: {n} licenses", n),
        }[change]
    else:
        text = {
            "Yes to No": ngettext("From Yes to No: {n} site", "From Yes to No: {n} sites", n),
            "No to Yes": ngettext("From No to Yes: {n} site", "From No to Yes: {n} sites", n),
        }[change]
    return text.format(n=count(n))


def owner_and_city(owner: str, city: str) -> str:
    """Who owns a hospital and where it is, in few words."""
    return _("{owner}, {city}").format(owner=owner, city=city)

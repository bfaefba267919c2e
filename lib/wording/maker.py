"""Who makes the dashboard, who runs this copy of it, and whom to tell of a wrong number."""

from __future__ import annotations

from lib.i18n import _


def title() -> str:
    """The words over who makes it."""
    return _("Who makes it")


def who(operator: str) -> str:
    """What the dashboard is and is not, and who runs this copy.

    Args:
        operator: the name of who runs it, or nothing where no name was given.
    """
    independent = _(
        "This is an independent public dashboard, compiled from public sources. It is not a "
        "website of any state agency."
    )
    if operator:
        run = _("{operator} runs this copy.").format(operator=operator)
    else:
        run = _("This copy does not name who runs it.")
    return f"{independent} {run}"


def what_to_send() -> str:
    """What helps whoever is to look at a number that seems wrong."""
    return _(
        "Send three things: the chart, the number, and the link. **About**, under each chart, has "
        "all three ready. Say what the number should be, and where that is written."
    )


def where_to_send(operator: str, contact: str) -> str:
    """Who to tell; `contact` is an address for mail or nothing."""
    if contact and operator:
        return _(
            "Write to {operator}, which runs this copy: [{contact}](mailto:{contact})."
        ).format(operator=operator, contact=contact)
    if contact:
        return _("Write to those who run this copy: [{contact}](mailto:{contact}).").format(
            contact=contact
        )
    if operator:
        return _(
            "{operator} runs this copy and gave no address for mail. The person who shared it with "
            "you can pass your message on."
        ).format(operator=operator)
    return _(
        "This copy names no contact. The person who shared it with you can pass your message on."
    )


def ready_message() -> str:
    """Over the text to copy."""
    return _("Copy this text and add what the number should be:")


def for_the_keeper() -> str:
    """The words at the fold with the steps for whoever keeps the data."""
    return _("For the person who keeps the data: how to change it")

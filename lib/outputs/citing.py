"""A figure as it is cited: in plain words, as APA does, and for BibTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.outputs import words

if TYPE_CHECKING:
    from lib.model import Figure

#: Where the day of access goes: the visitor's own, which only the browser knows.
DAY = "[[day]]"
ISO_DAY = "[[iso-day]]"

#: What TeX reads as markup.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
        "#": r"\#", "_": r"\_", "^": r"\^{}", "~": r"\~{}",
    }
)  # fmt: skip


def plain(figure: Figure) -> str:
    """Headline, dashboard, edition, sources, link and day of access in words."""
    return _(
        "\u201c{headline}.\u201d {title}, edition {version} ({date}). Data: {sources}. {link}. "
        "Accessed {day}."
    ).format(**_parts(figure), link=words.link_line(figure), day=DAY)


def apa(figure: Figure) -> str:
    """As the American Psychological Association cites a chart on a website."""
    return _(
        "{title}. ({year}). {headline} (Edition {version}) [Chart]. Retrieved {day}, from {link}"
    ).format(**_parts(figure), link=words.link_line(figure), day=DAY)


def bibtex(figure: Figure) -> str:
    """An entry for BibTeX; headline and sources with TeX's own signs made harmless."""
    parts = {name: text.translate(TEX) for name, text in _parts(figure).items()}
    key = re.sub("[^a-z0-9]+", "-", f"{figure.figure_id}-{figure.edition.version}".lower())
    fields = {
        "author": f"{{{parts['title']}}}",
        "title": f"{{{parts['headline']}}}",
        "year": parts["year"],
        "note": _("Edition {version}. Data: {sources}").format(**parts),
        "url": words.link_line(figure),
        "urldate": ISO_DAY,
    }
    lines = [f"  {name} = {{{text}}}" for name, text in fields.items()]
    return "@misc{" + ",\n".join([key, *lines]) + "\n}"


def _parts(figure: Figure) -> dict[str, str]:
    return {
        "headline": figure.headline.rstrip("."),
        "title": figure.edition.title,
        "version": figure.edition.version,
        "date": figure.edition.date,
        "year": figure.edition.date[:4],
        "sources": words.named(figure),
    }

"""The answer to "says who?": source line, caveats, claims and sources that disagree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib.derive import editions
from lib.figures import appearing
from lib.i18n import _
from lib.ui import library, listing
from lib.ui.edition import per_edition
from lib.ui.listing import MEASURE
from lib.wording import editions as words, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.model import Conflict, Figure, Source

#: Figures whose words are kept once written.
KEPT = 1024

#: More sources than this are named by the first ones and a count.
NAMED = 3


def linked(source: Source) -> str:
    """The source's publisher and title as Markdown, linked where an address is held."""
    text = _("{publisher}, {title}").format(
        publisher=plain(source.publisher), title=plain(source.title)
    )
    return _linked(text, source)


def short(source: Source) -> str:
    """The plain name of a source, without who copied it: its own short one, or the publisher's."""
    return source.short or source.publisher


def shortly(source: Source) -> str:
    """The source's short name and year, linked; its title is under About."""
    name = plain(short(source))
    if source.published:
        name = _("{publisher} ({year})").format(publisher=name, year=source.published[:4])
    return _linked(name, source)


def _linked(words: str, source: Source) -> str:
    """Words as a link to the source, where it has an address."""
    return f"[{words}]({source.url})" if source.url.startswith(("https://", "http://")) else words


#: A colon that opens the name of an icon, as Streamlit reads Markdown.
ICON = re.compile(r":(?=[A-Za-z0-9_+/\\-]+:)")


def plain(text: str) -> str:
    """`text` with the characters that Markdown would read as markup made harmless."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|$~:" else c for c in text)


@per_edition(maxsize=KEPT)
def heading(text: str) -> str:
    """A title or sentence with what Markdown would read as markup made harmless.

    A colon stays as it is unless it opens the name of an icon (`:smile:`, `:material/lock:`).
    """
    bare = "".join(f"\\{c}" if c in "\\`*_[]<>$~" else c for c in text)
    return ICON.sub(r"\\:", bare)


def source_line(figure: Figure) -> None:
    """One line: sources, period, as of; shown without a click."""
    small(line(figure))


@per_edition(maxsize=KEPT)
def line(figure: Figure) -> str:
    """The words of the source line, as Markdown."""
    return _("Source: {named}. Period: {period}. As of {as_of}.").format(
        named=named(figure.sources), period=plain(figure.period), as_of=plain(figure.as_of)
    )


def named(sources: Iterable[Source]) -> str:
    """The first sources by short name and how many more there are, as Markdown.

    Several editions of one source are one name with several years.
    """
    by_name: dict[str, list[Source]] = {}
    for source in sources:
        by_name.setdefault(short(source), []).append(source)
    first = "; ".join(_editions(name, held) for name, held in list(by_name.items())[:NAMED])
    if len(by_name) <= NAMED:
        return first
    return _("{named}; {more} more listed under About").format(
        named=first, more=len(by_name) - NAMED
    )


def _editions(name: str, held: list[Source]) -> str:
    """One source by name, with the years of all its editions that are used."""
    by_year = {source.published[:4]: source for source in reversed(held) if source.published}
    if len(by_year) < 2:
        return shortly(next(iter(by_year.values()), held[0]))
    dated, years = _("{publisher} ({year})"), sorted(by_year)
    if len({source.url for source in held}) == 1:
        return _linked(dated.format(publisher=plain(name), year=", ".join(years)), held[0])
    linked_years = ", ".join(_linked(year, by_year[year]) for year in years)
    return dated.format(publisher=plain(name), year=linked_years)


def quiet(text: str) -> str:
    """Markdown as a quiet line: smaller, but with the contrast of text."""
    return f":small[:gray[{text}]]"


def small(text: str) -> None:
    """A quiet line under a figure."""
    st.markdown(quiet(text), width="stretch")


def about(figure: Figure) -> None:
    """Definition, cautions, where each number stands, and who disagrees."""
    st.markdown(_about(figure))
    if figure.claims:
        st.html(_claims(figure))


@st.fragment
def folded(figure: Figure, label: str, key: str) -> None:
    """`about` behind a fold, for words and cards; opening it draws nothing else again."""
    with st.expander(label, key=key, on_change="rerun") as more:
        if more.open:
            about(figure)


@per_edition(maxsize=KEPT)
def _findings(figure: Figure) -> str:
    return "\n".join(f"- {plain(str(text))}" for text in figure.rows["finding"])


def findings(figure: Figure) -> None:
    """The findings of a place as a list, and where each comes from behind a fold."""
    st.subheader(_("What to say"), anchor=figure.figure_id)
    st.markdown(_findings(figure), width=MEASURE)
    folded(figure, _("Where these findings come from"), "findings_open")


@per_edition(maxsize=KEPT)
def _about(figure: Figure) -> str:
    """What stands over the table of claims, as Markdown."""
    parts = [_("**What is shown.** {text}").format(text=plain(figure.subtitle))]
    if figure.definition:
        parts.append(_("**What is counted.** {text}").format(text=plain(figure.definition)))
    if figure.caveats:
        parts.append(_("**Read with care**"))
        parts.append("\n".join(f"- {plain(text)}" for text in figure.caveats))
    parts += [disagreement(conflict) for conflict in figure.conflicts]
    parts += [_("**Sources**"), entries(figure), words.since(_since(figure)[1])]
    if figure.claims:
        parts.append(_("**Where each number comes from**"))
    return "\n\n".join(parts)


def sources(figure: Figure) -> None:
    """Who disagrees, the source line, and every source with its date and how it was read."""
    said = [*map(disagreement, figure.conflicts), quiet(line(figure)), entries(figure)]
    st.markdown("\n\n".join(said))


@per_edition(maxsize=KEPT)
def entries(figure: Figure) -> str:
    """Every source of a figure as a list in Markdown."""
    listed = [f"- {_source_entry(source)}" for source in figure.sources]
    drawn = [_("- Outlines: {source}").format(source=linked(source)) for source in figure.outlines]
    return "\n".join([*listed, *drawn])


def _since(figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The edition in which each claim first appeared, and these editions, the oldest first."""
    store = library.store()
    found = appearing.since(store, figure)
    return found, tuple(v for v in editions.versions(store) if v in found)


@per_edition(maxsize=KEPT)
def _claims(figure: Figure) -> str:
    """One row a claim: number, base, status, source and the place in it."""
    since, versions = _since(figure)
    rows = pd.DataFrame(
        [
            {
                _("What"): claim.label,
                _("Value"): claim.value,
                _("Of"): _base(claim.numerator, claim.denominator),
                _("Status"): claim.status.value,
                _("Source"): library.store().source(claim.source_id).title,
                _("Where in the source"): claim.locator,
                _("Note"): claim.note,
            }
            for claim in figure.claims
        ]
    )
    if len(versions) > 1:
        rows.insert(4, _("Since edition"), list(since))
    return listing.written(rows, _("Claims: {headline}").format(headline=figure.headline))


def _base(numerator: str, denominator: str) -> str:
    if numerator and denominator:
        return _("{n} of {total}").format(n=numerator, total=denominator)
    return _("of {total}").format(total=denominator) if denominator else numerator


def disagreement(conflict: Conflict) -> str:
    """Two sources on one thing, the claim that is shown, and why, as Markdown."""
    return _(
        "**Sources disagree: {subject}.** One says {claim_a}; another says {claim_b}. "
        "Shown here: {shown}. Why: {why}."
    ).format(
        subject=plain(conflict.subject),
        claim_a=plain(conflict.claim_a),
        claim_b=plain(conflict.claim_b),
        shown=plain(conflict.which_to_show),
        why=plain(conflict.why.rstrip(".")),
    )


def _source_entry(source: Source) -> str:
    return _("{name} (published: {date}; how we read it: {how})").format(
        name=linked(source),
        date=numbers.date(source.published),
        how=plain(source.how_read),
    )

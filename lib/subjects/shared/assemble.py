"""Puts a figure together: looks up its sources, definitions, disagreements and as-of date."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from lib.charts import Form
from lib.i18n import _
from lib.model import Claim, Conflict, Figure
from lib.wording import places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd

    from lib.model import Column, Indicator
    from lib.store import Store


P = ParamSpec("P")

#: Every figure by the name of its function, once the module that says it is imported.
FIGURES: dict[str, Callable[..., Figure]] = {}

#: Pixels of a figure on a screen that says no height, and whose form says none.
HEIGHT = 320


@dataclass(frozen=True)
class Draft:
    """What a figure says itself; `figure` adds what is looked up the same way for every figure.

    `headline` is the finding, a whole sentence; `subtitle` says what, unit, who or where, when, and
    the one caution; `summary` has the numbers, made from the `rows`, and is the headline where
    that has them; `drawing` is what the eye would see ("Line chart of ..."). `as_of` is the newest
    date the figure speaks of, the period where none is given. The sources are those of the
    `claims`, then `source_ids`, and where neither is given those of the rows; `indicator_ids` add
    their definitions, caveats and disagreements. `place` is the county or the district that was
    chosen, else California. `params` are the choices whose defaults only the tables know.
    """

    headline: str
    subtitle: str
    drawing: str
    rows: pd.DataFrame
    columns: Sequence[Column]
    period: str
    as_of: str = ""
    summary: str = ""
    source_ids: Iterable[str] = ()
    indicator_ids: Sequence[str] = ()
    claims: Sequence[Claim] = ()
    conflicts: Sequence[Conflict] = ()
    caveats: Sequence[str] = ()
    definition: str = ""
    place: str = ""
    chart: Mapping[str, Any] | None = None
    height: int = 0
    params: Mapping[str, str] = field(default_factory=dict)
    page_choices: Mapping[str, str] = field(default_factory=dict)


def figure(
    build: Callable[Concatenate[Store, P], Draft],
) -> Callable[Concatenate[Store, P], Figure]:
    """Makes a figure of the function that says it: its name is the figure's, its choices too.

    Raises:
        ValueError: another figure has the name.
    """
    if build.__name__ in FIGURES:
        raise ValueError(f"two figures are named {build.__name__!r}")
    known = signature(build)

    @wraps(build)
    def made(store: Store, /, *args: P.args, **kwargs: P.kwargs) -> Figure:
        draft = build(store, *args, **kwargs)
        chosen = known.bind(store, *args, **kwargs)
        chosen.apply_defaults()
        params = {name: str(value) for name, value in chosen.arguments.items() if name != "store"}
        return _finished(store, build.__name__, draft, {**params, **draft.params})

    FIGURES[build.__name__] = made
    return made


def _finished(store: Store, figure_id: str, draft: Draft, params: Mapping[str, str]) -> Figure:
    indicators = [store.indicator(indicator_id) for indicator_id in draft.indicator_ids]
    cited = [*(claim.source_id for claim in draft.claims), *draft.source_ids]
    ids = dict.fromkeys(cited or draft.rows["source_id"])
    summary = draft.summary or f"{draft.headline}."
    drawn_from = _outlines(store)
    return Figure(
        figure_id=figure_id,
        headline=draft.headline,
        subtitle=draft.subtitle,
        summary=summary,
        alt=aloud(_("{drawing} {summary}").format(drawing=draft.drawing, summary=summary)),
        rows=draft.rows.reset_index(drop=True),
        columns=tuple(draft.columns),
        sources=tuple(store.source(i) for i in ids if i not in drawn_from),
        outlines=tuple(store.source(i) for i in ids if i in drawn_from),
        as_of=draft.as_of or draft.period,
        period=draft.period,
        place=draft.place or _place(store, params),
        edition=store.edition,
        caveats=tuple(dict.fromkeys([*draft.caveats, *_cautions(indicators)])),
        definition=draft.definition or " ".join(_definition(i) for i in indicators),
        chart=draft.chart,
        height=draft.height or _height(draft.chart),
        claims=tuple(draft.claims),
        conflicts=(*conflicts(store, draft.indicator_ids), *draft.conflicts),
        params=params,
        page_choices=draft.page_choices,
    )


def _place(store: Store, params: Mapping[str, str]) -> str:
    """The county or the district of these choices, else the state."""
    if "county" in params:
        return places.county_name(store.names[params["county"]])
    if "number" in params:
        return places.district_name(params["chamber"], int(params["number"]))
    return _("California")


def _height(chart: Mapping[str, Any] | None) -> int:
    """The pixels that a form was asked for."""
    return int(chart.arguments.get("height", HEIGHT)) if isinstance(chart, Form) else HEIGHT


@lru_cache(maxsize=8)
def _outlines(store: Store) -> frozenset[str]:
    """The sources of shapes, which say where a number is drawn and none of the numbers."""
    table = store.table("sources")
    return frozenset(table.loc[table["use"].eq("geometry"), "source_id"])


#: The source of the county shapes; districts have their own.
COUNTY_SHAPES = "npm-us-atlas-3"


def shapes(store: Store) -> str:
    """The source of the county shapes.

    Raises:
        KeyError: the tables do not have it among the sources of shapes.
    """
    if COUNTY_SHAPES not in _outlines(store):
        raise KeyError(COUNTY_SHAPES)
    return COUNTY_SHAPES


#: An alternative text is heard from end to end: beyond this length the table serves better.
ALT_LENGTH = 900
#: As few entries as this are always read.
FEWEST = 3


def aloud(text: str) -> str:
    """`text`; when it is too long, its first entries, its last, and where the others stand."""
    entries = text.split("; ")
    if len(text) <= ALT_LENGTH or len(entries) <= FEWEST:
        return text
    kept = 1
    while len("; ".join([*entries[: kept + 1], entries[-1]])) < ALT_LENGTH // 2:
        kept += 1
    return _("{first}; and more, each in the table, up to the last: {last}").format(
        first="; ".join(entries[:kept]), last=entries[-1]
    )


def _definition(indicator: Indicator) -> str:
    return f"{indicator.name}: {indicator.definition.rstrip('.')}."


def _cautions(indicators: Iterable[Indicator]) -> list[str]:
    texts = [text for i in indicators for text in (i.caveat, i.comparability)]
    return [f"{text.rstrip('.')}." for text in texts if text]


def conflicts(store: Store, indicator_ids: Sequence[str]) -> tuple[Conflict, ...]:
    """The disagreements between sources that concern these indicators."""
    table = store.table("conflicts")
    return conflicts_of(table[table["indicator_id"].isin(list(indicator_ids))])


def conflicts_of(table: pd.DataFrame) -> tuple[Conflict, ...]:
    """Rows of `conflicts` as records."""
    names = ("subject", "claim_a", "source_a", "claim_b", "source_b", "which_to_show", "why")
    return tuple(Conflict(*(str(row[name]) for name in names)) for __, row in table.iterrows())


def self_reported() -> str:
    """The caution that goes with every hospital answer."""
    return _(
        "Hospitals report for themselves on a state form. A Yes means that the hospital "
        "reports a program. It does not tell how many patients the program reaches or how good "
        "it is. If a Yes becomes a No, it may only mean that someone else filled in the form."
    )


def not_hospice() -> str:
    """The line that keeps three things apart."""
    return _(
        "Palliative care eases the symptoms and stress of serious illness. It can start at any "
        "stage and be given along with treatment. It is not the same as hospice, and it is not "
        "only for the end of life."
    )

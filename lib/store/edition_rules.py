"""Rules of the list of editions: in order, ending with the edition in force, true to the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import editions
from lib.derive.editions import EVERY, WITHDRAWN
from lib.i18n import _
from lib.schema import OBSERVATIONS, TABLES
from lib.store.held import are_whole

if TYPE_CHECKING:
    from lib.model import Edition, Offence
    from lib.store.held import Held, Tables


def edition_rules(
    tables: Tables, edition: Edition | None, *, proposed: bool = False
) -> list[Offence]:
    """Every way in which the list of editions contradicts the tables or the edition in force.

    `proposed` tables are no edition yet: what they lack, the next one will say it withdrew.
    """
    if edition is None or not are_whole(tables, "editions", "edition_changes"):
        return []
    return [*_order(tables["editions"], edition), *_changes(tables, proposed=proposed)]


def _order(held: Held, edition: Edition) -> list[Offence]:
    """Editions out of order, and a last one that is not the edition in force."""
    frame = held.frame
    found = held.offences(
        frame["date"].lt(frame["date"].shift(fill_value="")),
        "date",
        _("it is older than the edition above it"),
        _("List the editions from the oldest to the latest."),
    )
    last = frame.iloc[-1]
    if (last["version"], last["date"]) != (edition.version, edition.date):
        problem = _("edition.toml says {version} of {date}").format(
            version=edition.version, date=edition.date
        )
        remedy = _("Make the last row and edition.toml agree, or run python -m lib.release.")
        found.append(held.offence(int(frame.index[-1]), "version", problem, remedy))
    return found


def _domains(tables: Tables) -> list[str]:
    """The domains of the vocabulary; none where it cannot be read."""
    if "vocabulary" not in tables:
        return []
    words = tables["vocabulary"].frame
    return list(words.loc[words["list"].eq("domain"), "word"])


def _changes(tables: Tables, *, proposed: bool) -> list[Offence]:
    """Changes of a table, a row or a column that does not exist."""
    held = tables["edition_changes"]
    frame = held.frame
    known = {*TABLES, *(f"{OBSERVATIONS.name}/{domain}" for domain in _domains(tables))}
    strange = ~frame["table"].isin(known)
    found = held.offences(
        strange,
        "table",
        _("there is no such table"),
        _("Name a table as its file is called, such as observations/need."),
    )
    withdrawn = frame[frame["kind"].eq(WITHDRAWN)].groupby(["table", "row"])["version"].max()
    gone = set(withdrawn.index)
    rows = {name: _keys(tables, name) for name in frame.loc[~strange, "table"].unique()}
    missing = [
        not (bad or proposed)
        and kind != WITHDRAWN
        and key != EVERY
        and (name, key) not in gone
        and key not in rows[name]
        for bad, kind, name, key in zip(
            strange, frame["kind"], frame["table"], frame["row"], strict=True
        )
    ]
    return found + held.offences(
        missing,
        "row",
        _("the table has no such row"),
        _("Correct the key, or say that the row was withdrawn."),
    )


def _keys(tables: Tables, name: str) -> set[str]:
    """The keys of one table as the changes write them; empty where it could not be read."""
    base, _slash, domain = name.partition("/")
    if base not in tables:
        return set()
    frame = tables[base].frame
    if domain:
        frame = frame[frame["domain"].eq(domain)]
    contract = OBSERVATIONS if domain else TABLES[base]
    parts = [frame[part].astype(str) for part in contract.key]
    return {editions.key(each) for each in zip(*parts, strict=True)}

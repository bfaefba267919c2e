"""Words for a file tried in place of a table: what is wrong, what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence


def purpose() -> str:
    """What the check does with a file."""
    return _(
        "For whoever keeps the data: a new year of a table, edited in a spreadsheet, is held "
        "against its contract together with every other table of this edition. You read what to "
        "mend, or which cells and headlines would change. The file is read in memory, stored "
        "nowhere and shown to nobody else; the dashboard does not change."
    )


def wrong(causes: int, cells: int, listed: int) -> str:
    """How many things are wrong, in how many places, and how many of them are listed."""
    said = ngettext(
        "**{n} thing is wrong.** The table would not be accepted.",
        "**{n} things are wrong.** The table would not be accepted.",
        causes,
    ).format(n=numbers.count(causes))
    if cells > causes:
        more = _("Each is listed once; the file of the report has all {n} places.")
        said = f"{said} {more.format(n=numbers.count(cells))}"
    if causes <= listed:
        return said
    more = _("The first {n} are listed.")
    return f"{said} {more.format(n=numbers.count(listed))}"


def rows(first: Sequence[int], count: int) -> str:
    """The first rows in which a thing is wrong, and how many more there are."""
    if not first:
        return _("whole table")
    said = ", ".join(str(row) for row in first)
    if count <= len(first):
        return said
    return _("{rows} and {n} more").format(rows=said, n=numbers.count(count - len(first)))


def sound(table: str, added: int, removed: int, cells: int, *, mended: int = 0) -> str:
    """That a table keeps its contract, and how many of its rows and cells differ.

    Args:
        table: its file.
        added: rows that would come in.
        removed: rows that would go.
        cells: cells that would differ.
        mended: causes for which cells were read as something else than they say.
    """
    kept = _("**{table} keeps its contract**, and every other table still agrees with it.")
    if mended:
        kept = ngettext(
            "**The file needs {n} repair**, listed here and made in the copy to take away. With it, "
            "{table} keeps its contract, and every other table still agrees with it.",
            "**The file needs {n} repairs**, listed here and made in the copy to take away. With "
            "them, {table} keeps its contract, and every other table still agrees with it.",
            mended,
        )
    kept = kept.format(n=numbers.count(mended), table=table)
    if not (added or removed or cells):
        return f"{kept} {_('It says what this edition says: nothing would change.')}"
    rows_in = ngettext("{n} row more", "{n} rows more", added).format(n=numbers.count(added))
    rows_out = ngettext("{n} row gone", "{n} rows gone", removed).format(n=numbers.count(removed))
    other = ngettext("{n} cell changed", "{n} cells changed", cells).format(n=numbers.count(cells))
    against = _("Against this edition: {rows_in}, {rows_out}, {other}.").format(
        rows_in=rows_in, rows_out=rows_out, other=other
    )
    return f"{kept} {against}"


def first_listed(listed: int, count: int) -> str:
    """Over a list that is cut; nothing where all is listed."""
    if count <= listed:
        return ""
    return _("The first {listed} of {n} are listed.").format(
        listed=numbers.count(listed), n=numbers.count(count)
    )


def headlines(changed: int, total: int) -> str:
    """How many headlines would read differently."""
    if not changed:
        return _("**No headline would change**: all {n} figures were built from it.").format(
            n=numbers.count(total)
        )
    return ngettext(
        "**{changed} headline would change** of {n} figures, all built from it.",
        "**{changed} headlines would change** of {n} figures, all built from it.",
        changed,
    ).format(changed=numbers.count(changed), n=numbers.count(total))


def next_step(path: str) -> str:
    """How a sound table gets into the next edition."""
    return _(
        "**Next.** Save it as `data/{path}`, raise the version and the date in `data/edition.toml`, "
        "run `python -m lib.check`, and hand over the change."
    ).format(path=path)


def progress(share: float) -> str:
    """What is being done, while it is done."""
    if not share:
        return _("Reading the file, and checking it against every other table ...")
    return _("It keeps its contract. Building every figure from it: {share} ...").format(
        share=numbers.percent(share)
    )


def waiting(before: int) -> str:
    """How many files come first, while one waits."""
    return ngettext(
        "Another file is being checked: yours is next ...",
        "{n} files come first ...",
        max(before, 1),
    ).format(n=numbers.count(before))


def busy() -> str:
    """Other visitors' files took too long."""
    return _("Other files are being checked just now. Press the button again in a minute.")


def lost() -> str:
    """A file whose server was restarted, or that was left for too long."""
    return _(
        "Your file is no longer here: the connection was lost, and we store no files. "
        "Drop it again to check it."
    )

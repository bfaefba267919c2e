"""Words for files tried in place of tables: what is wrong, what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence


def purpose() -> str:
    """What the check does with files."""
    return _(
        "For the person who maintains the data. Drop one table or several, a ZIP of tables, or "
        "the state's hospital workbook as you downloaded it. All files are checked together, "
        "by the rules and with every other table. You read what to fix, or which numbers and "
        "charts would change, and take the new data with you. Your files are read in memory, "
        "stored nowhere and not shown to anyone else; the dashboard does not change."
    )


def workbook(address: str, year: int) -> str:
    """Where the state publishes its workbook, and the latest report year that we have."""
    return _(
        "The state publishes its hospital workbook on [its data portal]({address}). "
        "Our latest report is that of {year}."
    ).format(address=address, year=year)


def wrong(causes: int, cells: int, listed: int, files: int = 1) -> str:
    """How many things are wrong, in how many places, and how many of them are listed."""
    said = ngettext(
        "**{n} thing is wrong.** Nothing would be accepted.",
        "**{n} things are wrong.** Nothing would be accepted.",
        causes,
    ).format(n=numbers.count(causes))
    if files == 1:
        said = ngettext(
            "**{n} thing is wrong.** The file would not be accepted.",
            "**{n} things are wrong.** The file would not be accepted.",
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


def sound(names: Sequence[str], changed: int, *, mended: int = 0, files: int = 0) -> str:
    """That the files pass every check, and how many tables would change.

    Args:
        names: the files or the tables in them, as the visitor knows them.
        changed: tables that would change.
        mended: causes for which cells were read as something else than they say.
        files: how many files they are in; of one, its tables are counted.
    """
    one = names[0] if len(names) == 1 else ""
    kept = (
        _("**{file} passes every check**, and every other table still agrees with it.")
        if one
        else _("**All {n} tables pass every check**, and every other table still agrees with them.")
        if files == 1
        else _("**All {n} files pass every check**, and every other table still agrees with them.")
    )
    if mended:
        kept = ngettext(
            "**{n} repair is needed**, listed here and made in the copy to download. With it, "
            "everything passes every check, and every other table still agrees with it.",
            "**{n} repairs are needed**, listed here and made in the copy to download. With "
            "them, everything passes every check, and every other table still agrees with it.",
            mended,
        )
    kept = kept.format(n=numbers.count(mended or len(names)), file=one)
    if not changed:
        return f"{kept} {_('It says what this edition says: nothing would change.')}"
    return f"{kept} " + ngettext(
        "{n} table would change.", "{n} tables would change.", changed
    ).format(n=numbers.count(changed))


def table_changes(table: str, added: int, removed: int, cells: int) -> str:
    """How many rows and cells of a table differ, compared with the current edition."""
    rows_in = ngettext("{n} row added", "{n} rows added", added).format(n=numbers.count(added))
    out = ngettext("{n} row removed", "{n} rows removed", removed).format(n=numbers.count(removed))
    other = ngettext("{n} cell changed", "{n} cells changed", cells).format(n=numbers.count(cells))
    told = [said for n, said in ((added, rows_in), (removed, out), (cells, other)) if n]
    return _("{table}: {changes}").format(table=table, changes=", ".join(told))


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
        return _("**No headline would change.** All {n} charts and lists could be built.").format(
            n=numbers.count(total)
        )
    return ngettext(
        "**{changed} headline would change**, of {n} charts and lists.",
        "**{changed} headlines would change**, of {n} charts and lists.",
        changed,
    ).format(changed=numbers.count(changed), n=numbers.count(total))


def pictured(shown: int, changed: int) -> str:
    """How many charts would look different, and how many of them are shown."""
    said = ngettext(
        "**{n} chart would look different.**", "**{n} charts would look different.**", changed
    ).format(n=numbers.count(changed))
    if shown >= changed:
        return said
    more = _("The first {n} are shown.").format(n=numbers.count(shown))
    return f"{said} {more}"


def more_pictures(n: int) -> str:
    """On the button for the next pictures."""
    return ngettext("Show {n} more chart", "Show {n} more charts", n).format(n=numbers.count(n))


def next_step(version: str) -> str:
    """How sound files get into the next edition."""
    return _(
        "**Next step.** Read below what would change. Then download the ZIP and hand it over. It "
        "has the whole data folder as edition {version}, with the list of what changed. Whoever "
        "runs the dashboard puts it in place of `data/`, or points `DATA_DIR` at it. The pages "
        "show it within a minute."
    ).format(version=version)


def reading(share: float) -> str:
    """While files are read."""
    return _("Reading the files: {share} ...").format(share=numbers.percent(share))


def checking() -> str:
    """While tables are checked."""
    return _("Checking them by the rules and with every other table ...")


def building(share: float) -> str:
    """While figures are built."""
    return _("They pass every check. Building every chart from them: {share} ...").format(
        share=numbers.percent(share)
    )


def drawing(share: float) -> str:
    """While pictures are drawn."""
    return _("Drawing the charts that change: {share} ...").format(share=numbers.percent(share))


def waiting(before: int) -> str:
    """How many files come first, while one waits."""
    return ngettext(
        "Another visitor's files are being checked: yours are next ...",
        "{n} other visitors come first ...",
        max(before, 1),
    ).format(n=numbers.count(before))


def busy() -> str:
    """Other visitors' files took too long."""
    return _("Other files are being checked. Press the button again in a minute.")


def lost() -> str:
    """Files whose server was restarted, or that were left for too long."""
    return _(
        "Your file is no longer here: the connection was lost, and we store no files. "
        "Drop it again to check it."
    )


def some_lost() -> str:
    """Some of the files that the browser lists were lost so."""
    return _(
        "Not all files of this list are here any more: the connection was lost, and we store no "
        "files. Below is the answer for those that are. Drop the others again to check all."
    )


def earlier(names: Sequence[str]) -> str:
    """What is said over an answer whose files are gone: the visitor was elsewhere since.

    Args:
        names: the files, as the visitor knows them.
    """
    return ngettext(
        "You checked {files} earlier in this visit. The answer is below. We keep no files: drop "
        "it again to check it anew.",
        "You checked {files} earlier in this visit. The answer is below. We keep no files: drop "
        "them again to check them anew.",
        len(names),
    ).format(files=numbers.listing(names))


def templates() -> str:
    """What the templates are for."""
    return _(
        "Each template is a workbook with the rows we have. Its cells offer the words that the "
        "rules allow, and the notes on its first row say what each column is for. Add or change "
        "rows, save it, and drop it above."
    )

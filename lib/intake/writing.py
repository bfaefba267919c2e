"""New text of the tables, byte for byte as before outside the rows that change; then files."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.intake.known import Record


def replaced(text: str, rows: Sequence[Record], key: Sequence[str], replaces: Sequence[str]) -> str:
    """`text` with `rows` in their places by `key`, in place of what they replace.

    A row that is held goes where a new one has the same values in the columns `replaces`.

    Lines that stay are copied as they are, quoted as they were; their order is kept.
    """
    first, header, kept = _parts(text)

    def of(row: Record) -> tuple[str, ...]:
        return tuple(row[part] for part in replaces)

    gone = {of(row) for row in rows}
    end = "\r\n" if first.endswith("\r\n") else "\n"
    entries = [
        (tuple(row[part] for part in key), line) for row, line in kept if of(row) not in gone
    ]
    for row in sorted(rows, key=lambda row: tuple(row[part] for part in key)):
        wanted = tuple(row[part] for part in key)
        at = next((n for n, (held, _line) in enumerate(entries) if held > wanted), len(entries))
        entries.insert(at, (wanted, line_of([row[name] for name in header], end)))
    lines = (line if line.endswith("\n") else line + end for _key, line in entries)
    return "".join([first, *lines])


def without(text: str, rows: Sequence[Record]) -> str:
    """`text` without these rows; lines that stay are copied as they are."""
    first, _header, kept = _parts(text)
    return "".join([first, *(line for row, line in kept if row not in rows)])


def _parts(text: str) -> tuple[str, list[str], list[tuple[Record, str]]]:
    """The first line, its names, and each row with the text it was written as."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines)
    header = next(reader)
    rows: list[tuple[Record, str]] = []
    start = reader.line_num
    for cells in reader:
        line = "".join(lines[start : reader.line_num])
        start = reader.line_num
        rows.append((dict(zip(header, cells, strict=True)), line))
    return lines[0], header, rows


def line_of(cells: Sequence[str], end: str = "") -> str:
    """Cells as a line of a table, quoted where they must be."""
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerow(cells)
    return out.getvalue()


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Put `files` (name -> bytes) into `folder`, all or none.

    Raises:
        Refusal: the folder cannot be written to; what was there is there again.
    """
    before: dict[Path, bytes] = {}
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            descriptor, path = tempfile.mkstemp(prefix=f".{name}-", dir=folder)
            waiting.append((Path(path), folder / name))
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            mode = (folder / name).stat().st_mode if (folder / name).exists() else 0o644
            Path(path).chmod(mode & 0o777)
        for made, target in waiting:
            held = target.read_bytes() if target.exists() else b""
            made.replace(target)
            before[target] = held
    except OSError as error:
        for target, content in before.items():
            target.write_bytes(content)
        said = _("The folder {folder} cannot be written to; nothing was changed.")
        raise Refusal(said.format(folder=folder)) from error
    finally:
        for made, _target in waiting:
            made.unlink(missing_ok=True)

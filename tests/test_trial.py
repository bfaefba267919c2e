"""A table tried in a process of its own: judged, compared, bounded, and told nothing of ours."""

from __future__ import annotations

import csv
import io
import os
import random
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lib import trial
from lib.schema import TABLES, contract
from lib.store import assembled, bundle_files, file_names
from lib.store.reading import read
from lib.trial import asking, child, limits, talk
from lib.trial.causes import TOLD
from lib.trial.comparing import changes
from lib.trial.hearing import Heard
from lib.trial.prints import print_of
from tests.conftest import ROOT
from tests.frozen import DATA
from tests.trial_files import book, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.trial import Trial

PNG = b"\x89PNG\r\n"
MILESTONES = (DATA / "milestones.csv").read_bytes()
ROW = b"synthetic_2026,2026,year,Synthetic,law,state,Made for a test.,leginfo-hsc-1751-70\n"


def silent(_step: trial.Step, _share: float) -> None:
    """Hear nothing."""


@pytest.fixture
def prints(every_figure: dict[str, Any]) -> dict[str, str]:
    """What the figures say today."""
    return {name: print_of(figure) for name, figure in every_figure.items()}


@pytest.fixture
def tried(store: Any, prints: dict[str, str]) -> Callable[..., Trial]:
    """Try a file as the page does: in a process of its own."""

    def done(
        content: bytes, file_name: str = "milestones.csv", tell: Callable[..., object] = silent
    ) -> Trial:
        files = [trial.Given(file_name, content)]
        return trial.tried(trial.Request(files, bundle_files(store), prints=prints), tell)

    return done


@pytest.fixture
def told(
    store: Any, prints: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Trial]:
    """The same without the process, which takes two seconds to start: what is said is the same."""
    monkeypatch.setattr(limits, "bound", lambda _seconds: None)

    def done(
        content: bytes, file_name: str = "milestones.csv", held: dict[str, bytes] | None = None
    ) -> Trial:
        given = [trial.Given(file_name, content)]
        asked = b"".join(
            talk.request(trial.Request(given, held or bundle_files(store), prints=prints))
        )
        out = io.BytesIO()
        child.examine(talk.requested(io.BytesIO(asked)), out)
        out.seek(0)
        heard = Heard(silent)
        heard.listen(out)
        return heard.trial()

    return done


def test_what_would_change_is_told_by_row_and_cell() -> None:
    first = MILESTONES.splitlines(keepends=True)[1]
    assert first.startswith(b"hospice_licensure_act_1990,")
    assert not changes(TABLES["milestones"], MILESTONES, MILESTONES)
    content = MILESTONES.replace(first, b"").replace(b"2014-09-25", b"2014-09-26", 1) + ROW
    found = changes(TABLES["milestones"], MILESTONES, content)
    assert found.added == ("synthetic_2026",)
    assert found.removed == ("hospice_licensure_act_1990",)
    assert [(c.column, c.before, c.after) for c in found.cells] == [
        ("date", "2014-09-25", "2014-09-26")
    ]
    assert (found.added_count, found.removed_count, found.cells_count) == (1, 1, 1)


def test_a_withheld_count_is_neither_sent_to_a_trial_nor_told_by_one(store: Any) -> None:
    held = bundle_files(store)
    hidden = store.observations[store.observations["withheld"]]
    assert len(hidden)
    for domain, rows in hidden.groupby("domain"):
        name = f"observations/{domain}"
        table = contract(name)
        sent = {
            tuple(row[: len(table.header)][table.header.index(part)] for part in table.key): row
            for row in rows_of(held[f"{name}.csv"])[1:]
        }
        for key in rows[list(table.key)].astype(str).itertuples(index=False, name=None):
            row = dict(zip(table.header, sent[key], strict=True))
            assert (row["value"], row["numerator"], row["status"]) == ("", "", "withheld")


def test_a_sound_table_makes_an_edition_with_headlines_and_pictures(
    tried: Callable[..., Trial], store: Any
) -> None:
    shares: dict[str, list[float]] = {}
    found = tried(MILESTONES + ROW, tell=lambda step, at: shares.setdefault(step, []).append(at))
    assert found.causes == ()
    rows = len(rows_of(MILESTONES + ROW)) - 1
    after = {each.figure_id: each.after for each in found.headlines}
    assert f" {rows} milestones" in after["milestone_list"]
    assert list(shares) == ["reading", "checking", "figures", "pictures"]
    assert all(each == sorted(each) for each in shares.values())
    assert shares["figures"][-1] == shares["pictures"][-1] == 1
    assert found.changes["milestones"].added == ("synthetic_2026",)
    assert found.pieces[0].mended == MILESTONES + ROW

    assert "milestone_timeline" in found.changed
    drawn = {each.figure_id: each for each in found.pictures}
    assert set(drawn) <= set(found.changed)
    for each in drawn.values():
        assert each.before.startswith(PNG)
        assert each.after.startswith(PNG)
        assert each.alt_before
    line = drawn["milestone_timeline"]
    assert line.before != line.after
    assert found.version.encode() in found.files["edition.toml"]
    assert (
        f"{found.version},added,milestones,synthetic_2026"
        in found.files["edition_changes.csv"].decode()
    )

    new = assembled({**bundle_files(store), **found.files})
    assert new.edition.version == found.version
    (again,) = trial.drawn(
        trial.Request([], bundle_files(store), found.files, ["milestone_timeline"]), silent
    )
    assert again == line


def test_small_counts_that_a_file_tells_leave_in_no_edition(
    told: Callable[..., Trial], store: Any
) -> None:
    """A withheld count told by a file is an error, so that no ZIP can have it."""
    name = "observations/context"
    rows = rows_of(bundle_files(store)[f"{name}.csv"])
    status, value = rows[0].index("status"), rows[0].index("value")
    row = next(row for row in rows if row[status] == "withheld")
    row[status], row[value] = "reported", "7"  # synthetic: as if the count stood open
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    found = told(out.getvalue().encode(), "observations_context.csv")
    assert any("fewer than 11 people" in cause.problem for cause in found.causes)
    assert found.files == {}


def test_our_own_download_with_withheld_values_changes_nothing(
    told: Callable[..., Trial], store: Any
) -> None:
    content = bundle_files(store)["observations/context.csv"]
    found = told(content, "observations_context.csv")
    assert [piece.table for piece in found.pieces] == ["observations/context"]
    assert found.causes == ()
    assert not found.changes
    assert (found.files, found.version) == ({}, "")
    assert found.pieces[0].notes == ()


def test_a_broken_table_is_told_with_row_column_value_and_remedy_its_own_first(
    told: Callable[..., Trial],
) -> None:
    found = told(MILESTONES.replace(b",law,", b",rumor,", 1))
    assert found.headlines == ()
    (cause,) = found.causes
    assert (cause.table, cause.rows, cause.column, cause.values) == (
        "milestones", (2,), "category", ("rumor",),
    )  # fmt: skip
    assert cause.problem == "not one of the allowed words"
    assert cause.remedy.startswith("Use one of: ")
    assert [offence.row for offence in found.offences] == [2]


def test_a_file_that_is_wrong_all_over_is_told_by_its_causes(told: Callable[..., Trial]) -> None:
    header = MILESTONES.partition(b"\n")[0]
    bad = b"Spaced Out,soon,now" + b",x" * (header.count(b",") - 2) + b"\n"
    found = told(header + b"\n" + bad * 2_000)
    assert len(found.offences) == TOLD + 1
    assert found.offences[-1].problem.endswith("more things are wrong")
    assert found.offences[0].row == 2
    own = [cause for cause in found.causes if cause.table == "milestones"]
    assert len(own) < 12
    assert max(cause.count for cause in own) == 2_000


def test_a_trial_that_does_not_end_is_given_up(
    tried: Callable[..., Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PATIENCE", 0.2)
    assert "more time or memory" in tried(MILESTONES).refusal


def burning() -> bytes:
    """A small workbook that takes long to read: shared strings, each of thousands of pieces."""
    made = io.BytesIO(book([["milestone_id"]]))
    out = io.BytesIO()
    piece = b"<si>" + b"<r><t>x</t></r>" * 4_000 + b"</si>"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        new.writestr("xl/sharedStrings.xml", head + piece * 600 + b"</sst>")
    return out.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_workbook_that_burns_costs_this_process_nothing(tried: Callable[..., Trial]) -> None:
    content = burning()
    assert len(content) < 2_000_000
    before = os.times()
    found = tried(content, "milestones.xlsx")
    after = os.times()
    assert found.refused
    assert after.user + after.system - before.user - before.system < 1.0


def test_reading_is_bounded_by_work_and_not_only_by_the_clock() -> None:
    code = "from lib.trial import limits; limits.bound(1)\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=120, check=False)
    assert ended.returncode == -signal.SIGXCPU


def test_the_process_of_a_trial_is_told_nothing_of_our_environment(
    tried: Callable[..., Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYNTHETIC_SECRET", "not for a visitor's file")
    started, children = subprocess.Popen, []

    def watched(*arguments: Any, **told: Any) -> Any:
        children.append(started(*arguments, **told))
        return children[-1]

    monkeypatch.setattr(asking.subprocess, "Popen", watched)
    seen: set[str] = set()

    def look(_step: trial.Step, _share: float) -> None:
        text = Path(f"/proc/{children[0].pid}/environ").read_bytes().decode()
        seen.update(entry.partition("=")[0] for entry in text.split("\x00") if entry)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        tried(MILESTONES, tell=look)
    assert children[0].poll() is not None
    assert seen == {"DASHBOARD_LOCALE", "LANG", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8"}


def test_a_trial_holds_a_file_against_the_tables_it_is_given_and_not_the_disk(
    told: Callable[..., Trial], store: Any
) -> None:
    held = bundle_files(store)
    held["regions.csv"] = held["regions.csv"][:200]
    found = told(held["unknowns.csv"], "unknowns.csv", held)
    assert {cause.table for cause in found.causes} == {"regions"}


@pytest.mark.parametrize("first", [b'"milestone_id', b"a\x00b,c", b'"a"b,c'])
def test_a_first_line_that_is_no_csv_is_told(first: bytes) -> None:
    rows, offences = read(first + b"\n", TABLES["milestones"], "milestones")
    assert rows is None
    assert offences


def test_random_bytes_break_no_reader_of_a_table() -> None:
    chance = random.Random(13)  # noqa: S311 - the same bytes every time
    for _turn in range(200):
        raw = chance.randbytes(chance.randrange(400))
        _rows, offences = read(raw, TABLES["milestones"], "milestones")
        assert offences


def test_every_table_has_a_contract() -> None:
    assert all(contract(name).header for name in file_names())

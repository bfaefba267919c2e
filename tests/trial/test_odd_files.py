"""Files that a fuzzer spoils: each is read, or refused in a sentence; nothing else is raised."""

from __future__ import annotations

import io
import random
import zipfile

from hypothesis import HealthCheck, given, settings, strategies as st

from lib.store import folder_files
from lib.trial.gathering import gathered
from lib.trial.grid import RefusedError
from lib.trial.model import Given
from lib.trial.unpacking import unpacked
from tests.frozen import DATA
from tests.trial_files import book, rows_of

#: A small table as it is, as a workbook, and in a ZIP.
TABLE = (DATA / "cohorts.csv").read_bytes()
HELD = folder_files(DATA)


def _packed(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("cohorts.csv", content)
        made.writestr("../outside.csv", content)
    return out.getvalue()


WHOLE = {
    "cohorts.csv": TABLE,
    "cohorts.xlsx": book(rows_of(TABLE), "cohorts"),
    "cohorts.zip": _packed(TABLE),
}
ENDINGS = ("csv", "xlsx", "zip", "xls", "txt", "exe", "")


def spoiled(content: bytes, seed: int) -> bytes:
    """The file with some bytes changed, cut out, doubled or put in; by a seed, so always alike."""
    dice, out = random.Random(seed), bytearray(content)  # noqa: S311 - no secret
    for _change in range(dice.randint(1, 12)):
        at, size = dice.randrange(len(out) + 1), dice.randint(1, 64)
        match dice.randrange(4):
            case 0:
                out[at : at + size] = dice.randbytes(size)
            case 1:
                del out[at : at + size]
            case 2:
                out[at:at] = out[at : at + size] * dice.randint(1, 40)
            case _:
                out[at:at] = dice.choice(
                    [b'"', b"\0", b"\xff\xfe", b"=1+1", b"\r", b"PK\3\4", b","]
                )
    return bytes(out)


@settings(
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    name=st.sampled_from(sorted(WHOLE)),
    ending=st.sampled_from(ENDINGS),
    seed=st.integers(0, 2**32),
    noise=st.one_of(st.none(), st.binary(max_size=400)),
)
def test_a_spoiled_file_is_read_or_refused_in_words(
    name: str, ending: str, seed: int, noise: bytes | None
) -> None:
    content = noise if noise is not None else spoiled(WHOLE[name], seed)
    try:
        files = unpacked([Given(f"cohorts.{ending}" if ending else "cohorts", content)])
        found = gathered(files.singles, HELD, lambda _share: None)
    except RefusedError as refused:
        assert len(str(refused)) > 20
        return
    assert "outside.csv" not in {single.file_name for single in files.singles}
    for ended in found.ended:
        assert ended.refusal or ended.asks

"""Rows on their way to the browser: fewer bytes, the same values."""

from __future__ import annotations

import pyarrow as pa

from lib import theme
from lib.ui import library


def test_packing_changes_no_value_and_saves_bytes() -> None:
    texts = ["Inpatient program reported", "No hospital reports either", None, ""] * 20
    invented = pa.table(
        {
            "often": texts,
            "once": [f"County {n}" for n in range(80)],
            "small": [*range(79), None],
            "large": [2**40 + n for n in range(80)],
            "share": [n / 7 for n in range(80)],
        }
    )
    packed = library._packed(invented)
    assert packed.to_pylist() == invented.to_pylist()
    assert pa.types.is_dictionary(packed["often"].type)
    assert pa.types.is_string(packed["once"].type)
    assert packed["small"].type == pa.int8()
    assert packed["large"].type == pa.int64()
    assert len(library._stream(packed)) < 0.7 * len(library._stream(invented))


def test_empty_rows_are_packed() -> None:
    invented = pa.table({"text": pa.array([], pa.large_string()), "n": pa.array([], pa.int64())})
    assert library._packed(invented).num_rows == 0


def test_more_texts_than_a_byte_counts_stay_as_they_are() -> None:
    invented = pa.table({"text": [f"Site {n % 200}" for n in range(2000)]})
    assert library._packed(invented).to_pylist() == invented.to_pylist()


def test_the_map_of_the_first_page_stays_light() -> None:
    drawn = library.drawn("county_status_map", {}, theme.Mode.LIGHT)
    assert len(drawn["datasets"][library.ROWS]) < 4_500
    rows = pa.ipc.open_stream(drawn["datasets"][library.ROWS]).read_all().to_pylist()
    assert len({row["county_fips"] for row in rows}) == 58

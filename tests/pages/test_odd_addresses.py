"""Addresses that a fuzzer makes up: whatever one says, a choice is one of ours and text stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from lib import figures
from lib.nav import PAGES
from lib.ui import address, parameters

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

#: In each run of the tests the same ones: a failure here is a failure everywhere.
SAME = settings(
    max_examples=300,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

NAMES = sorted({*parameters._own, *parameters.of_figures()})

#: What is tried on addresses everywhere.
NASTY = ("", "06019", "-1", "9" * 5000, "' OR 1=1 --", "<script>alert(1)</script>", "../../etc",
         "%00", "\x00", "\ud800".encode("utf-8", "replace").decode(), "${7*7}", "{{7*7}}",
         "javascript:alert(1)", "NaN", "null", "True", "1e309", "𝟞", "٣", "a" * 10_000)  # fmt: skip

VALUES = st.one_of(st.sampled_from(NASTY), st.text(max_size=60))
ADDRESSES = st.dictionaries(
    st.one_of(st.sampled_from(NAMES), st.text(min_size=1, max_size=20)), VALUES, max_size=6
)


@SAME
@given(said=ADDRESSES)
def test_whatever_an_address_says_a_choice_is_one_of_ours(said: dict[str, str]) -> None:
    held = ("all", "06019", "2024")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(address.st, "query_params", said)
        for name in said:
            assert len(address.asked(name)) <= address.LONGEST_VALUE
            number = address.number(name)
            assert number is None or 0 <= number < 10**address.MOST_DIGITS
            assert address.meant(address.asked(name), held) in (*held, "")
            part = parameters.part(name, said[name])
            assert len(part) <= 2 * address.LONGEST_VALUE
            assert parameters.is_tracking(name) in (True, False)


@SAME
@given(name=st.sampled_from(sorted(figures.REGISTRY)), value=VALUES)
def test_a_value_that_a_figure_does_not_take_is_refused(
    store: object, name: str, value: str
) -> None:
    for parameter, allowed in figures.options(name, store).items():  # type: ignore[arg-type]
        if value and value not in allowed:
            with pytest.raises(ValueError, match="is not one of"):
                figures.build(store, name, {parameter: value})  # type: ignore[arg-type]
            break


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.path)
def test_a_page_bears_an_address_of_nothing_but_oddities(
    open_page: Callable[..., AppTest], entry: object
) -> None:
    odd = {name: NASTY[place % len(NASTY)] for place, name in enumerate(NAMES)}
    app = open_page(entry.file, **odd)  # type: ignore[attr-defined]
    assert not app.exception
    shown = " ".join(str(block.value) for block in (*app.markdown, *app.info, *app.title))
    assert "<script>alert" not in shown.replace("\\<", "")
    assert "Traceback" not in shown

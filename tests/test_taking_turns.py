"""Pages are drawn in turn, and none of them holds up the others for good."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from lib.ui.taking_turns import Turns

PATIENCE = 10


def test_one_page_at_a_time_in_the_order_in_which_they_came() -> None:
    turns, drawn, inside = Turns(longest=60), list[int](), list[int]()
    waiting = turns._waiting

    def page(number: int) -> None:
        with turns.turn():
            inside.append(number)
            assert len(inside) == 1
            drawn.append(number)
            inside.remove(number)

    with ThreadPoolExecutor(5) as pool, turns.turn():
        for number in range(5):
            pool.submit(page, number)
            while len(waiting) <= number:
                pass
        assert not drawn
    assert drawn == [0, 1, 2, 3, 4]


def test_a_page_that_fails_gives_its_place_back() -> None:
    turns = Turns(longest=60)
    with pytest.raises(RuntimeError), turns.turn():
        raise RuntimeError("synthetic")
    with turns.turn():
        pass


def test_a_page_that_waits_for_something_else_holds_up_nobody() -> None:
    turns, came = Turns(longest=60), threading.Event()

    def other() -> None:
        with turns.turn():
            came.set()

    thread = threading.Thread(target=other)
    with turns.turn():
        thread.start()
        turns.stand_aside()
        assert came.wait(PATIENCE)
    thread.join()


def test_a_page_that_takes_too_long_counts_no_more() -> None:
    turns = Turns(longest=0.02)
    with ExitStack() as hung:
        for _page in range(3):
            hung.enter_context(turns.turn())
        with turns.turn():
            pass


def test_a_visitor_who_stands_aside_without_a_place_changes_nothing() -> None:
    turns = Turns()
    turns.stand_aside()
    with turns.turn():
        pass

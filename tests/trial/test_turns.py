"""Whose file is next: one at a time, and nobody again and again before others."""

from __future__ import annotations

import threading
import time

import pytest

from lib.trial.turns import WAITING, BusyError, Turns, Visitor


def silent(_before: int) -> None:
    """Hear nothing."""


def test_one_file_at_a_time_and_a_wait_ends() -> None:
    turns = Turns()
    first, second = turns.turn(Visitor("a"), 1, silent), turns.turn(Visitor("b"), 0.05, silent)
    with first, pytest.raises(BusyError), second:
        pass
    with turns.turn(Visitor("b"), 1, silent):
        pass


def served(first: list[tuple[str, str]], waiting: list[tuple[str, str]]) -> list[str]:
    """The order in which those who wait are served after `first` had their turns."""
    turns, order = Turns(), []

    def come(visitor: Visitor) -> None:
        with turns.turn(visitor, 20, silent):
            order.append(visitor.visit)

    for visit in first:
        with turns.turn(Visitor(*visit), 1, silent):
            time.sleep(0.05)
    threads = []
    with turns.turn(Visitor("holder"), 1, silent):
        for count, visit in enumerate(waiting, 1):
            threads.append(threading.Thread(target=come, args=(Visitor(*visit),)))
            threads[-1].start()
            while len(turns._waiting) < count:
                time.sleep(0.001)
    for thread in threads:
        thread.join()
    return order


def test_those_who_wait_are_served_as_they_came() -> None:
    assert served([], [("a", "1"), ("b", "2"), ("c", "3")]) == ["a", "b", "c"]


def test_who_has_just_been_served_waits_behind_everybody_else() -> None:
    waiting = [("again", "1"), ("again", "1"), ("new", "2"), ("newer", "3")]
    assert served([("again", "1")], waiting) == ["new", "newer", "again", "again"]


def test_new_visits_from_the_same_address_do_not_come_first() -> None:
    assert served([("a", "1")], [("b", "1"), ("c", "2")]) == ["c", "b"]


def test_behind_a_proxy_visits_are_told_apart() -> None:
    assert served([("a", "proxy")], [("a", "proxy"), ("b", "proxy")]) == ["b", "a"]


def test_who_leaves_while_waiting_holds_no_place() -> None:
    turns = Turns()

    def left(_before: int) -> None:
        raise KeyboardInterrupt

    first, second = turns.turn(Visitor("a"), 1, silent), turns.turn(Visitor("b"), 5, left)
    with first, pytest.raises(KeyboardInterrupt), second:
        pass
    assert turns._waiting == []
    with turns.turn(Visitor("c"), 1, silent):
        pass


def test_so_many_may_wait_and_no_more() -> None:
    turns = Turns()
    turns._waiting = [(n, Visitor(str(n))) for n in range(WAITING)]
    with pytest.raises(BusyError), turns.turn(Visitor("late"), 1, silent):
        pass

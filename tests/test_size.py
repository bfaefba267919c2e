"""Modules and functions stay short enough to be read at once; docstrings do not count."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("lib", "pages", "server", "tools")

MODULE, FUNCTION = 300, 60

#: Longer functions of an older day, and how long each may be. The list only ever gets shorter.
OLD: dict[str, int] = {
    "lib/charts/spine.spine": 77,
    "lib/charts/tiers.tiers": 76,
    "lib/charts/trend.trend": 80,
    "lib/subjects/cohorts/members.cohort_member_map": 80,
    "lib/subjects/cohorts/members.planned_activities": 62,
    "lib/subjects/cohorts/timeline.cohort_timeline": 69,
    "lib/subjects/community/words_questions.questions": 62,
    "lib/subjects/counties/around.county_care": 78,
    "lib/subjects/counties/hospitals.county_licenses": 67,
    "lib/subjects/counties/nearest.county_nearest": 66,
    "lib/subjects/counties/peers.county_peers": 81,
    "lib/subjects/counties/plans.county_plans": 71,
    "lib/subjects/counties/profile.county_numbers": 62,
    "lib/subjects/districts/dots.district_dots": 68,
    "lib/subjects/districts/findings.district_counties": 61,
    "lib/subjects/districts/map.district_map": 70,
    "lib/subjects/equity/ahead.equity_growth": 74,
    "lib/subjects/equity/places.equity_counties": 99,
    "lib/subjects/overview/status_map.county_status_map": 107,
    "lib/subjects/programs/by_year.site_answers": 89,
    "lib/subjects/programs/counts.other_counts": 66,
    "lib/subjects/programs/services.team_make_up": 68,
    "lib/subjects/rural/barriers.rural_barriers": 76,
    "lib/subjects/rural/reach.rural_distance": 79,
    "lib/subjects/rural/reach.rural_without": 63,
}


def modules() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def lengths() -> dict[str, int]:
    """Function -> the lines of its signature and body, by its module and name."""
    found: dict[str, int] = {}
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                said = node.body[0] if ast.get_docstring(node) else None
                told = said.end_lineno - said.lineno + 1 if said and said.end_lineno else 0
                lines = (node.end_lineno or node.lineno) - node.lineno + 1 - told
                name = f"{path.relative_to(ROOT).with_suffix('').as_posix()}.{node.name}"
                found[name] = max(lines, found.get(name, 0))
    return found


def test_no_module_is_longer_than_300_lines() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in modules()
        if (lines := len(path.read_text("utf-8").splitlines())) > MODULE
    }
    assert long == {}, f"more than {MODULE} lines: split by subject, a words*.py file too"


def test_no_function_is_longer_than_60_lines() -> None:
    long = {name: lines for name, lines in lengths().items() if lines > OLD.get(name, FUNCTION)}
    assert long == {}, f"more than {FUNCTION} lines: make smaller functions of it"


def test_what_was_too_long_and_is_not_any_more_leaves_the_list() -> None:
    now = lengths()
    assert {name for name in OLD if now.get(name, 0) <= FUNCTION} == set(), "take them from OLD"

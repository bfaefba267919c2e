"""Modules and functions stay short enough to be read at once; docstrings do not count."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("lib", "pages", "server", "tools")

MODULE, FUNCTION = 300, 60


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
    long = {name: lines for name, lines in lengths().items() if lines > FUNCTION}
    assert long == {}, f"more than {FUNCTION} lines: make smaller functions of it"

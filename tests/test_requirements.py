"""requirements.txt holds what the app imports: nothing undeclared, nothing idle, all pinned."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVED = ("lib", "pages", "server")
ENTRIES = ("streamlit_app.py", "serve.py")
# Installed with Streamlit, which the app runs inside: server and transport, not ours to choose.
COME_WITH_STREAMLIT = {"starlette", "pyarrow", "numpy"}
# Asked for by what the product is to become; each is named in CONTRIBUTING.md with its reason.
NOT_YET_IMPORTED = {"geopandas", "pydeck", "rapidfuzz"}


def pinned(name: str) -> dict[str, str]:
    """Package -> version of a requirements file, extras left out."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-"))]
    pins = {}
    for line in wanted:
        match = re.fullmatch(r"([A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?==([\w.+!-]+)", line)
        assert match, f"{name}: {line!r} is not an exact pin"
        pins[normal(match[1])] = match[2]
    return pins


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> set[str]:
    """The distributions that the served code imports, at the top or inside a function."""
    files = [ROOT / entry for entry in ENTRIES]
    for folder in SERVED:
        files.extend((ROOT / folder).rglob("*.py"))
    modules: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
    ours = {"lib", "pages", "server", "streamlit_app", "serve"}
    third_party = modules - set(sys.stdlib_module_names) - ours
    owners = packages_distributions()
    return {normal(name) for module in third_party for name in owners.get(module, [module])}


def test_every_import_of_the_app_is_pinned() -> None:
    assert imported() - set(pinned("requirements.txt")) - COME_WITH_STREAMLIT == set()


def test_no_pin_is_idle() -> None:
    assert set(pinned("requirements.txt")) - imported() - NOT_YET_IMPORTED == set()


def test_constraints_agree_with_the_pins() -> None:
    constraints = pinned("constraints.txt")
    wanted = {**pinned("requirements.txt"), **pinned("requirements-dev.txt")}
    assert {name: constraints.get(name) for name in wanted} == wanted

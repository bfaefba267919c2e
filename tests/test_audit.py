"""The audit of packages: what it finds, and that it never passes where it could not ask."""

from __future__ import annotations

import urllib.error
from typing import TYPE_CHECKING, Any

import pytest

from tools import audit

if TYPE_CHECKING:
    from pathlib import Path

PINS = "# why\nsynthetic-one==1.0\nsynthetic_two==2.0rc1\n"
KNOWN = {"id": "SYNTHETIC-1", "fixed_in": ["1.1"], "withdrawn": None}


def test_a_known_weakness_is_named_and_a_withdrawn_one_is_not() -> None:
    def ask(name: str, _version: str) -> dict[str, Any]:
        told = [KNOWN] if name == "synthetic-one" else [{**KNOWN, "withdrawn": "2026-01-01"}]
        return {"vulnerabilities": told}

    found = audit.weaknesses(audit.pins(PINS), ask)
    assert [str(each) for each in found] == ["synthetic-one 1.0: SYNTHETIC-1, mended in 1.1"]


def test_it_says_plainly_that_nothing_is_known_where_the_list_cannot_be_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unreachable(*_args: object, **_named: object) -> None:
        raise urllib.error.URLError("synthetic")

    monkeypatch.setattr(audit.urllib.request, "urlopen", unreachable)
    file = tmp_path / "pins.txt"
    file.write_text(PINS, "utf-8")
    assert audit.main(["--pins", str(file)]) == 2
    said = capsys.readouterr().out
    assert "NOT AUDITED" in said
    assert "0 known" not in said
    with pytest.raises(audit.UnreachableError, match="no list"):
        audit.weaknesses([("synthetic-one", "1.0")], lambda _n, _v: {"info": {}})


def test_every_pin_of_ours_is_read() -> None:
    lines = audit.PINS.read_text("utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    assert len(audit.pins("\n".join(lines))) == len(kept)

"""No password, key or token stands in a file that is tracked."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

#: The forms of what must never be committed, written so that this file holds none of them.
FORMS = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----",
    "a key of AWS": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a key of Google": r"\bAIza[0-9A-Za-z_-]{35}\b",
    "a token of GitHub": r"\bgh[pousr]_[0-9A-Za-z]{36,}\b|\bgithub_pat_[0-9A-Za-z_]{40,}\b",
    "a token of Slack": r"\bxox[abprs]-[0-9A-Za-z-]{10,}",
    "a key of a model's host": r"\bsk-[A-Za-z0-9_-]{32,}\b",
    "a name and a password in an address": r"\b[a-z]{2,8}://[^\s/:@'\"<>{}]+:[^\s/@'\"<>{}]+@",
    "a value that is called a secret": (
        r"(?i)\b(?:password|passwd|secret|api[_-]?key|token)\b\s*[:=]\s*['\"][A-Za-z0-9+/_=-]{16,}['\"]"
    ),
}
TOGETHER = re.compile("|".join(f"(?:{form})" for form in FORMS.values() if "(?i)" not in form))
CALLED = re.compile(FORMS["a value that is called a secret"])

#: Larger files are data; what is no text holds none of these forms.
LARGEST = 2_000_000


def tracked() -> list[Path]:
    """The files of the repository, or of the folder where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a repository")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def secrets(text: str) -> list[str]:
    return [found[0][:60] for found in (*TOGETHER.finditer(text), *CALLED.finditer(text))]


def test_no_tracked_file_holds_a_secret() -> None:
    found: dict[str, list[str]] = {}
    for path in tracked():
        if not path.is_file() or path.stat().st_size > LARGEST:
            continue
        content = path.read_bytes()
        if b"\0" not in content[:2000] and (held := secrets(content.decode("utf-8", "ignore"))):
            found[path.relative_to(ROOT).as_posix()] = held
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "AKIA" + "A1B2C3D4E5F6G7H8",
        "ghp_" + "a" * 36,
        "postgres://someone:" + "synthetic@example.org/db",
        "api_key" + ' = "0123456789abcdef0123"',
    ],
)
def test_what_is_looked_for_is_found(text: str) -> None:
    assert secrets(f"x = {text}\n")

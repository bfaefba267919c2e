"""Every reader-facing message can be taken out for a translator, whole and with named places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parent.parent
PLACES = re.compile(r"\{([^{}]*)\}")


@pytest.fixture(scope="module")
def messages() -> list[tuple[str, int, str | tuple[str, ...]]]:
    keywords = {"_": None, "ngettext": (1, 2)}
    return [
        (file, line, message)
        for file, line, message, *_rest in extract_from_dir(
            ROOT / "lib", method_map=[("**.py", "python")], keywords=keywords
        )
    ]


def test_the_catalog_holds_known_sentences(messages) -> None:
    texts = {message for _file, _line, message in messages if isinstance(message, str)}
    assert "{n} of {total}" in texts
    assert "Hospital list" in texts
    assert len(texts) > 500


def test_every_place_in_a_message_has_a_name(messages) -> None:
    unnamed = [
        (file, line, text)
        for file, line, message in messages
        for text in ([message] if isinstance(message, str) else message)
        for place in PLACES.findall(text or "")
        if not re.fullmatch(r"[a-zA-Z_]\w*(\[[^\]]+\])?(:.*)?|\s.*", place)
    ]
    assert not unnamed


def test_a_singular_names_no_place_that_its_plural_lacks(messages) -> None:
    for file, line, message in messages:
        if isinstance(message, tuple) and len(message) == 2 and all(message):
            one, many = (set(PLACES.findall(text)) for text in message)
            assert one <= many, (file, line)


def test_no_message_is_an_f_string() -> None:
    glued = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in (ROOT / "lib").rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b_\(\s*f[\"']", line)
    ]
    assert not glued

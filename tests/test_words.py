"""Every reader-facing message can be taken out for a translator, whole and with named places."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir

from lib import figures, i18n, nav

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.store import Store

ROOT = Path(__file__).resolve().parent.parent
PLACES = re.compile(r"\{([^{}]*)\}")


@pytest.fixture(scope="module")
def messages() -> list[tuple[str, int, str | tuple[str, ...]]]:
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
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


def taken_at_import(tree: ast.AST) -> Iterator[int]:
    """The lines of a module on which a message is translated while the module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
            yield node.lineno
        yield from taken_at_import(node)


def test_words_are_taken_when_they_are_shown_and_never_at_import() -> None:
    taken = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in ("lib", "server")
        for path in (ROOT / folder).rglob("*.py")
        for line in taken_at_import(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert taken == []
    assert list(taken_at_import(ast.parse("A = [_('early')]\ndef late(): return _('late')"))) == [1]


class Marked(gettext.NullTranslations):
    """An invented language: every message stands in angle brackets."""

    def gettext(self, message: str) -> str:
        return f"<{message}>"


def test_a_second_language_reaches_pages_and_figures_after_import(store: Store) -> None:
    with i18n.spoken_in("es", Marked()):
        assert {page.title for page in nav.PAGES} >= {"<Programs>", "<Equity>"}
        assert nav.PAGES[0].group == ""
        for figure_id in ("license_line", "milestone_list", "site_switches", "cohort_timeline"):
            figure = figures.build(store, figure_id, figures.defaults(figure_id, store))
            assert [column.label for column in figure.columns if column.label[0] != "<"] == []
    assert nav.PAGES[1].title == "Programs"

"""What changed between editions, as a reader finds it, and what a link from an earlier one says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.derive import editions

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    from lib.store import Store


def said(app: AppTest) -> str:
    """Every word of a page, plain."""
    assert not app.exception
    every: list[Any] = [*app.markdown, *app.info, *app.get("html")]
    return " ".join(str(getattr(e, "value", "") or e.proto) for e in every).replace("\\", "")


def test_what_changed_since_an_edition_is_listed_with_its_counts(
    open_page: Callable[..., AppTest], store: Store
) -> None:
    first = editions.versions(store)[0]
    shown = said(open_page("pages/data_sources.py", since=first))
    newest = store.table("editions").iloc[-1]
    assert str(newest["note"]) in shown
    kinds = editions.by_kind(editions.changes_since(store, first))
    assert f"{kinds['added']:,} additions" in shown
    for after in editions.headlines_since(store, first)["after"].head(3):
        assert str(after) in shown


def test_a_link_from_an_earlier_edition_says_which_headlines_of_the_page_changed(
    open_page: Callable[..., AppTest], store: Store
) -> None:
    first = editions.versions(store)[0]
    changed = editions.headlines_since(store, first).set_index("figure_id")
    page = open_page("pages/milestones.py", from_edition=first)
    assert not page.exception
    (note,) = [str(each.value).replace("\\", "") for each in page.info]
    assert f"shared from edition {first}" in note
    assert changed.at["milestone_list", "before"] in note
    assert changed.at["milestone_list", "after"] in note
    assert changed.at["source_list", "after"] not in note  # it stands on another page


def test_a_link_from_this_edition_says_nothing_and_from_none_says_so(
    open_page: Callable[..., AppTest], store: Store
) -> None:
    assert not open_page("pages/milestones.py", from_edition=store.edition.version).info
    odd = open_page("pages/milestones.py", from_edition="1999.01")
    assert "we do not know" in " ".join(str(each.value) for each in odd.info)

"""Citations: who, what, which edition, whose data, where; what TeX reads as markup is harmless."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lib import figures
from lib.outputs import citing, deck, words


def cited(store: Any) -> Any:
    figure = figures.build(store, "license_line", {})
    return replace(figure, headline="40% of A & B_C {report} #1 at $5.")


def test_a_citation_in_words_names_all_that_it_rests_on(store: Any) -> None:
    figure = cited(store)
    with words.reached_at("https://example.org/base"):
        said = citing.plain(figure)
    assert "\u201c40% of A & B_C {report} #1 at $5.\u201d" in said
    for part in (
        figure.edition.title,
        f"edition {figure.edition.version}",
        figure.sources[0].title,
        "https://example.org/base/",
        "#license_line",
    ):
        assert part in said
    assert said.endswith(f"Accessed {citing.DAY}.")


def test_a_citation_as_apa_has_it(store: Any) -> None:
    figure = cited(store)
    with words.reached_at("https://example.org"):
        said = citing.apa(figure)
    year = figure.edition.date[:4]
    assert said.startswith(f"{figure.edition.title}. ({year}). 40% of A & B_C")
    assert "[Chart]. Retrieved" in said


def test_bibtex_keeps_its_braces_and_makes_signs_harmless(store: Any) -> None:
    figure = cited(store)
    with words.reached_at("https://example.org"):
        entry = citing.bibtex(figure)
    assert entry.startswith("@misc{license-line-")
    assert r"title = {{40\% of A \& B\_C \{report\} \#1 at \$5}}" in entry
    plain = entry.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")
    assert f"urldate = {{{citing.ISO_DAY}}}" in entry
    assert "url = {https://example.org/" in entry


def test_one_slide_is_one_slide_and_the_same_file_each_time(store: Any) -> None:
    import io

    from pptx import Presentation

    figure = figures.build(store, "license_line", {})
    made = deck.one(figure, store.topology)
    (slide,) = Presentation(io.BytesIO(made)).slides
    assert slide.shapes.title.text_frame.text == figure.headline
    texts = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Source:" in texts
    assert figure.edition.version in texts
    assert "#license_line" in slide.notes_slide.notes_text_frame.text
    assert made == deck.one(figure, store.topology)


def test_a_slide_of_a_figure_with_many_words_is_made(store: Any) -> None:
    figure = figures.build(store, "equity_coverage", {})
    assert len(figure.subtitle) > 255  # more than a property of the file takes
    assert deck.one(figure, store.topology)

"""A story as scenes ready to be shown: pictures, titles, notes and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.i18n import _, current_locale, ngettext
from lib.outputs import card, drawing, markup, words
from lib.outputs.markup import element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.model import Figure
    from lib.store.stories import Scene, Story

#: Stands for the number of a slide while it is open; private signs that no text of ours has.
NUMBER = "\ue012\ue012 of \ue012\ue012"

PRESENTER = Path(__file__).resolve().parents[2] / "assets" / "presenter"


@dataclass(frozen=True)
class Shown:
    """One scene as it is shown: the whole 16:9 picture as SVG text, and its words.

    `credit` says whose headline it is, where it is not the figure's own. `bare` is the picture with
    its number left open (`NUMBER`) and `number` what stands there, where slides can be moved.
    """

    title: str
    svg: str
    alt: str
    notes: str
    link: str
    figure: Figure
    credit: str = ""
    bare: str = ""
    number: str = ""


def scenes(story: Story, figures: Sequence[Figure], topology: dict[str, Any]) -> Iterator[Shown]:
    """Each scene of the story, drawn one after the other so that progress can be shown."""
    total = len(figures)
    for place, (scene, figure) in enumerate(zip(story.scenes, figures, strict=True), start=1):
        number = _("{n} of {total}").format(n=place, total=total)
        drawn = card.picture(figure, topology, card.SLIDE, number=number, prefix=f"s{place}-")
        yield shown(scene, figure, drawing.text(drawn))


def shown(scene: Scene, figure: Figure, svg: str) -> Shown:
    """A scene with its picture, however that came about."""
    return Shown(figure.headline, svg, figure.alt, scene.notes, words.place_of(figure), figure)


def sent(svg: str) -> str:
    """A picture as the value of an attribute: no sign in it that ends an element."""
    return svg.replace("%", "%25").replace("<", "%3C").replace(">", "%3E")


def labels(total: int) -> dict[str, str]:
    """The words on the presenter's controls, for so many slides."""
    return {
        "lang": current_locale().split("_")[0],
        "stage": _("Slide"),
        "controls": _("Move between slides"),
        "previous": _("Previous"),
        "next": _("Next"),
        "jump": _("Go to a slide"),
        "notes": _("Notes"),
        "apart": _("Open notes in a new window"),
        "full": _("Full screen"),
        "explore": _("Explore this chart"),
        "coming": _("Coming next"),
        "last": _("This is the last slide"),
        "since": _("since the start"),
        "black": _("The screen is black"),
        "away": _("The network is gone. The slides go on: all of them are here."),
        "alone": _("No network: slides go on"),
        "lost": _("This window lost its slides. Open it again from the slides."),
        "total": ngettext("There is {n} slide", "There are {n} slides", total).format(n=total),
    }


def html(story: Story, shown: Sequence[Shown], *, place: str = "") -> str:
    """The story as one file that needs no network; without scripts the scenes follow on.

    `place` is where slides of a presenter's own are on the site.
    """
    import json

    sections = [
        element(
            "section",
            markup.picture(scene.svg),
            element("p", scene.notes, classes="notes"),
            classes="scene",
            data_title=scene.title,
            data_link=words.link_of(scene.link),
        )
        for scene in shown
    ]
    style = markup.faces(embedded=True) + (PRESENTER / "scenes.css").read_text("utf-8")
    script = "\n".join(
        (PRESENTER / name).read_text("utf-8") for name in ("presenter.js", "alone.js")
    )
    stage = element("div", *sections, classes="stage", role="region", aria_label=_("Slide"))
    body = element("main", element("h1", story.title, classes="heard"), stage)
    body.set("data-words", json.dumps(labels(len(shown))))
    link = words.way_to(story.story_id, place)
    head = [markup.icon(), *([element("link", rel="canonical", href=link)] if link else [])]
    return markup.document(
        story.title, [*head, element("style", style)], [body, element("script", script)]
    )

"""A story as an editable slide deck: native charts where there are twins, notes, sources."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Pt

from lib import theme
from lib.i18n import _
from lib.outputs import card, image, lettering, native, native_table, qr, saving, words
from lib.outputs.stage import Shown
from lib.wording import slides as own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.model import Edition, Figure
    from lib.store.stories import Story

#: Letters that a property of the file takes.
PROPERTY = 255

#: A slide is 1920 by 1080 pixels of the projector, as pictures and the screen count them.
PIXEL = 6350  # EMU
WIDTH, HEIGHT = 1920, 1080
MARGIN = 80
TITLE, SUBTITLE, NOTE = 52, 28, 24  # pixels; a pixel is half a point
LINES = 3  # of a title, and of what stands under it
BROKEN = 0.97  # of the width: lines are broken a little early
CODE = 600  # the code on the last slide
BACK = 330  # where the number of a slide stands, and under it the way back to the figure
WIDER = 1.28  # a common substitute against our typefaces
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def pptx(
    story: Story, shown: Sequence[Shown], topology: dict[str, Any], *, place: str = ""
) -> bytes:
    """The story as a 16:9 deck, an opening slide and one slide a scene.

    `shown` are its scenes; `place` is where slides of a presenter's own are on the site. A last
    slide leads there, or to the story, where somebody said where the site is.
    """
    edition = shown[0].figure.edition
    show = _begun(story.title, story.summary, edition)
    link = words.way_to(story.story_id, place)
    _opening(show, story, shown[0], link)
    for n, scene in enumerate(shown, start=1):
        _slide(show, scene, topology, _("{n} of {total}").format(n=n, total=len(shown)))
    if link:
        _closing(show, shown[0], link)
    return _saved(show, edition)


def one(figure: Figure, topology: dict[str, Any]) -> bytes:
    """A deck of one slide: the figure with its words, source and link, and nothing else."""
    show = _begun(figure.headline, figure.subtitle, figure.edition)
    scene = Shown(figure.headline, "", figure.alt, "", words.place_of(figure), figure)
    _slide(show, scene, topology, "")
    return _saved(show, figure.edition)


def _begun(title: str, subject: str, edition: Edition) -> Any:
    """An empty 16:9 deck in our type and colors."""
    show = Presentation()
    show.slide_width, show.slide_height = Emu(WIDTH * PIXEL), Emu(HEIGHT * PIXEL)
    _brand(show)
    properties = show.core_properties
    # The format takes no more letters in a property.
    properties.title, properties.subject = (
        textwrap.shorten(text, PROPERTY, placeholder="\u2026") for text in (title, subject)
    )
    properties.author = edition.title
    properties.language = "en-US"
    properties.last_modified_by, properties.revision = properties.author, 1
    return show


def _saved(show: Any, edition: Edition) -> bytes:
    out = io.BytesIO()
    show.save(out)
    return saving.dated(out.getvalue(), edition.date)


def _brand(show: Any) -> None:
    """The theme's fonts and colors, so that what is added later looks alike."""
    part = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = ET.fromstring(part.blob)  # noqa: S314 - python-pptx's own template
    for kind, family in (("major", theme.SERIF), ("minor", theme.SANS)):
        for latin in root.iter(f"{{{DRAWING}}}{kind}Font"):
            latin[0].set("typeface", family)
    tokens = {
        "dk1": "ink", "lt1": "paper", "dk2": "soft", "lt2": "none", "accent1": "teal",
        "accent2": "sand", "accent3": "light_teal", "accent4": "plum", "accent5": "ochre",
        "accent6": "earlier_mark", "hlink": "teal", "folHlink": "plum",
    }  # fmt: skip
    for scheme in root.iter(f"{{{DRAWING}}}clrScheme"):
        for color in scheme:
            token = tokens.get(color.tag.split("}")[1])
            if token:
                color[:] = [ET.Element(f"{{{DRAWING}}}srgbClr", {"val": theme.LIGHT[token][1:]})]
    part._blob = ET.tostring(root, encoding="UTF-8", xml_declaration=True)


def _new(show: Any) -> Any:
    slide = show.slides.add_slide(show.slide_layouts[5])
    fill = slide.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(theme.LIGHT["paper"][1:])
    return slide


def _box(x: float, y: float, wide: float, tall: float) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, width, height = (Emu(int(each * PIXEL)) for each in (x, y, wide, tall))
    return left, top, width, height


def _write(shape: Any, text: str, family: str, size: float, color: str, *, bold: bool) -> None:
    """Fill a shape with one paragraph, without insets, broken where the picture breaks."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1  # left
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.name = Pt(size / 2), bold, family
            run.font.color.rgb = RGBColor.from_string(theme.LIGHT[color][1:])


def _link(shape: Any, said: str, link: str) -> None:
    """Put a link into a line of its own under what a shape says; nothing where there is none."""
    if not link:
        return
    first = shape.text_frame.paragraphs[0]
    paragraph = shape.text_frame.add_paragraph()
    paragraph.alignment = first.alignment
    run = paragraph.add_run()
    run.text = said
    run.font.size, run.font.name = Pt(NOTE / 2), theme.SANS
    run.hyperlink.address = link


def _place(shape: Any, box: tuple[Emu, Emu, Emu, Emu]) -> None:
    shape.left, shape.top, shape.width, shape.height = box


def _opening(show: Any, story: Story, first: Shown, link: str) -> None:
    slide = _new(show)
    room = WIDTH - 2 * MARGIN
    _title(slide, _box(MARGIN, 330, room, 220), story.title, 84)
    _textbox(slide, _box(MARGIN, 590, room * 0.8, 160), story.summary, 34)
    foot = _textbox(
        slide, _box(MARGIN, HEIGHT - 140, room, 80), words.edition_line(first.figure), NOTE
    )
    _link(foot, words.shortened(link), link)


def _title(slide: Any, box: tuple[Emu, Emu, Emu, Emu], text: str, size: float) -> None:
    """The title of a slide that has no chart."""
    _place(slide.shapes.title, box)
    _write(slide.shapes.title, text, theme.SERIF, size, "ink", bold=True)
    slide.shapes.title.text_frame.vertical_anchor = 4  # bottom


def _textbox(slide: Any, box: tuple[Emu, Emu, Emu, Emu], text: str, size: float) -> Any:
    shape = slide.shapes.add_textbox(*box)
    _write(shape, text, theme.SANS, size, "soft", bold=False)
    return shape


def _closing(show: Any, first: Shown, link: str) -> None:
    """The last slide: the way to the same slides on the site, as a code and as a link."""
    slide = _new(show)
    room = WIDTH - 2 * MARGIN - CODE - MARGIN
    _title(slide, _box(MARGIN, 300, room, 160), own.last_title(), 64)
    said = _textbox(slide, _box(MARGIN, 490, room, 200), own.last_words(), 34)
    _link(said, words.shortened(link), link)
    foot = _box(MARGIN, HEIGHT - 140, room, 80)
    _textbox(slide, foot, words.edition_line(first.figure), NOTE)
    if len(link) <= qr.LONGEST:
        box = _box(WIDTH - MARGIN - CODE, (HEIGHT - CODE) / 2, CODE, CODE)
        code = slide.shapes.add_picture(io.BytesIO(qr.png(link)), *box)
        code._element.xpath(".//p:cNvPr")[0].set("descr", qr.alt(link))


def title_lines(text: str) -> list[str]:
    """The lines of a title; a slide shows the first `LINES` of them."""
    return lettering.wrap(text, theme.SERIF, 700, TITLE, (WIDTH - 2 * MARGIN) * BROKEN)


def _slide(show: Any, scene: Shown, topology: dict[str, Any], number: str) -> None:
    slide = _new(show)
    room = WIDTH - 2 * MARGIN
    is_table = native.kind(scene.figure) == "table"
    under = native_table.subtitle(scene.figure) if is_table else scene.figure.subtitle
    y = 60.0
    for text, family, weight, size, color, most in (
        (scene.title, theme.SERIF, 700, TITLE, "ink", LINES),
        (under, theme.SANS, 400, SUBTITLE, "soft", LINES),
    ):
        lines = lettering.wrap(text, family, weight, size, room * BROKEN)
        written = " ".join(lettering.shorten(lines, most))
        # Where our typefaces are missing, a wider one takes their place and breaks lines sooner.
        tall = len(lettering.wrap(written, family, weight, size, room / WIDER)) * size * 1.25
        shape = slide.shapes.title if size == TITLE else slide.shapes.add_textbox(*_box(0, 0, 1, 1))
        _place(shape, _box(MARGIN, y, room, tall))
        _write(shape, written, family, size, color, bold=weight == 700)
        shape.text_frame.vertical_anchor = 1  # top
        y += tall + 12
    most = 3 if scene.credit else 2
    foot = HEIGHT - 60 - most * NOTE * 1.25
    _body(slide, scene, topology, (MARGIN, y + 8, room, foot - y - 24))
    line = f"{scene.credit} {words.source_line(scene.figure, 1)}".strip()
    lines = lettering.shorten(lettering.wrap(line, theme.SANS, 400, NOTE, room - BACK - 50), most)
    for text, x, wide in (
        (" ".join(lines), MARGIN, room - BACK - 20),
        (number, WIDTH - MARGIN - BACK, BACK),
    ):
        shape = _textbox(slide, _box(x, foot, wide, most * NOTE * 1.25), text, NOTE)
    shape.text_frame.paragraphs[0].alignment = 3  # right
    _link(shape, _("Explore this chart"), words.link_of(scene.link))
    slide.notes_slide.notes_text_frame.text = "\n\n".join(
        part
        for part in (
            scene.notes,
            scene.credit,
            words.source_line(scene.figure, len(scene.figure.sources)),
            words.link_line(scene.figure),
        )
        if part
    )


def _body(
    slide: Any,
    scene: Shown,
    topology: dict[str, Any],
    box: tuple[float, float, float, float],
) -> None:
    """A native chart or table, or else a picture of the chart, with its alt text."""
    x, y, wide, tall = box
    twin = native.kind(scene.figure)
    table = native_table.fitting(scene.figure, wide, tall) if twin == "table" else None
    if table is not None:
        shape = native_table.add(table, slide.shapes, _box(x, y, wide, tall), PIXEL)
        if table.left_out:
            _textbox(slide, _box(x, y + tall - 2 * NOTE, wide, 1.5 * NOTE), table.left_out, NOTE)
    elif twin and twin != "table":
        shape = native.add(scene.figure, slide.shapes, _box(x, y, wide, tall))
    else:
        picture, across, down = card.body(scene.figure, topology, wide, tall)
        shape = slide.shapes.add_picture(
            io.BytesIO(image.raster(picture, 1.5)), *_box(x, y, across, down)
        )
    shape._element.xpath(".//p:cNvPr")[0].set("descr", scene.alt)

"""A figure for a frame: ``/embed/<figure>?county=06029&theme=dark&edition=2026.11``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from lib import figures, theme
from lib.i18n import _
from lib.outputs import embedding, markup
from lib.subjects.milestones import overlay as trends, words_overlay as overlay
from server.kept import answer, busy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Scope

    from lib.store import Store
    from server.kept import Keeper

#: What an address of a frame may say beside the choices of its figure.
THEME, EDITION = "theme", "edition"

#: A typeface is the same for as long as its name.
FONTS = "fonts/"
FONT_AGE = "public, max-age=604800"
NEWEST_AGE = "public, max-age=300"
EDITION_AGE = "public, max-age=86400"


def asked(scope: Scope) -> dict[str, str]:
    """What the query asks for, without what only counts readers."""
    from lib.ui import parameters

    given = QueryParams(scope["query_string"])
    return {name: value for name, value in given.items() if not parameters.is_tracking(name)}


async def answered(scope: Scope, held: Store, path: str, base: str, keeper: Keeper) -> Response:
    """The frame of a figure, a typeface of it, or plain words that there is none."""
    from lib.ui import edition

    if path.startswith(FONTS):
        return await _font(scope, path.removeprefix(FONTS), keeper)
    figure_id = path.removesuffix(".html")
    home, fonts = f"{base}/", f"{base}/{embedding.FONTS}"
    if not figure_id:
        return RedirectResponse(f"{home}data/", 307)
    if figure_id not in figures.REGISTRY:
        said = _("There is no chart at this address. It may have been cut short or mistyped.")
        return HTMLResponse(embedding.sorry(said, home=home, fonts=fonts), 404)
    given = asked(scope)
    wanted = given.pop(EDITION, "")
    shade = given.pop(THEME, "")
    modes = {mode.value: mode for mode in theme.Mode}
    choices, notes = meant(held, figure_id, given)
    if shade and shade.lower() not in modes:
        notes.append(_usual(THEME, shade))
    is_pinned = wanted == held.edition.version
    if wanted and not is_pinned:
        notes.append(_newer(wanted, held.edition.version))
    mode = modes.get(shade.lower(), theme.Mode.LIGHT)

    def made() -> tuple[bytes, str]:
        from lib.ui import library

        figure = library.figure(figure_id, **choices)
        text = embedding.page(figure, held.topology, home=home, fonts=fonts, mode=mode, notes=notes)
        return text.encode(), "text/html; charset=utf-8"

    key = (edition.number(), "embed", figure_id, mode, tuple(sorted(choices.items())), *notes)
    kept = await keeper.get(key, made)
    age = EDITION_AGE if is_pinned else NEWEST_AGE
    return answer(scope, kept, {"Cache-Control": age}) if kept else busy()


def meant(
    held: Store, figure_id: str, given: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """The choices that an address names, and a sentence for each part that means nothing here."""
    from lib.ui import address, parameters

    allowed = dict(figures.options(figure_id, held))
    allowed[trends.PARAMETER] = tuple(overlay.choices(held))
    choices: dict[str, str] = {}
    notes = []
    for name, value in given.items():
        found = address.meant(value[: address.LONGEST_VALUE], allowed.get(name, ()))
        if found:
            choices[name] = found
        # A choice of the page around the figure, such as its tab, changes nothing in a frame.
        elif value and (name in allowed or not parameters.is_known(name)):
            notes.append(_usual(name, value))
    if choices.get(trends.PARAMETER) == overlay.NONE:
        del choices[trends.PARAMETER]
    return choices, notes


def _usual(name: str, value: str) -> str:
    from lib.ui import parameters

    return embedding.not_here(parameters.part(name, value))


def _newer(wanted: str, shown: str) -> str:
    return _(
        "This chart was made to show edition {wanted}, which is not on this server. You see edition "
        "{shown}. Its numbers may differ."
    ).format(wanted=wanted[:20], shown=shown)


@lru_cache(maxsize=1)
def _fonts() -> dict[str, str]:
    """Name of a typeface as pages ask for it -> its file."""
    return {file.replace(".ttf", ".woff2"): file for file in markup.USED}


async def _font(scope: Scope, name: str, keeper: Keeper) -> Response:
    file = _fonts().get(name)
    if file is None:
        return PlainTextResponse(_("There is no such file."), 404)
    kept = await keeper.get(("font", name), lambda: (markup.woff2(file), "font/woff2"))
    return answer(scope, kept, {"Cache-Control": FONT_AGE}) if kept else busy()

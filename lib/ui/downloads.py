"""The Download view of a figure: files of exactly what is drawn, made only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.outputs import image, sheet, tabular, workbook
from lib.ui import library

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Figure

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(figure: Figure) -> None:
    """A button a file; a table without a chart is offered as rows, picture and page too."""
    shapes = library.store().topology
    files: list[tuple[str, str, str, Callable[[], str | bytes]]] = [
        (_("CSV (the rows drawn)"), "csv", "text/csv", lambda: tabular.csv_text(figure)),
        (_("XLSX (rows and their description)"), "xlsx", XLSX, lambda: workbook.xlsx(figure)),
        (_("PNG (picture)"), "png", "image/png", lambda: image.png(figure, shapes)),
        (_("PNG 16:9 (slide)"), "wide.png", "image/png", lambda: image.wide_png(figure, shapes)),
        (_("SVG (drawing)"), "svg", "image/svg+xml", lambda: image.svg(figure, shapes)),
        (_("HTML (page)"), "html", "text/html", lambda: sheet.html(figure, shapes)),
    ]
    with st.container(horizontal=True):
        for label, ending, mime, make in files:
            st.download_button(
                label,
                data=make,
                file_name=tabular.file_name(figure, ending),
                mime=mime,
                key=f"{figure.figure_id}_{ending.replace('.', '_')}",
                on_click="ignore",
                icon=":material/download:",
            )
    st.caption(_("Every file carries its title, source, period and edition."))

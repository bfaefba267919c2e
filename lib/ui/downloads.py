"""Files to take away, made only when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.outputs import deck, engine, image, parcel, qr, sheet, tabular, words, workbook
from lib.ui import address, copies, library
from lib.ui.edition import per_edition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.model import Figure

    #: What a button says, the ending of its file, and what makes it.
    Offered = tuple[str, str, Callable[[], str | bytes]]

#: What can be copied of so many figures is kept, 3 KB each.
PASTED = 128

#: Ending of a file -> what a browser calls its kind.
KINDS = {
    "csv": "text/csv",
    "html": "text/html",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "toml": "application/toml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def offer(label: str, name: str, make: Callable[[], str | bytes], *, key: str) -> None:
    """A button for one file; a click makes it and draws nothing on the page again.

    `name` is the file's, its ending one of `KINDS`; `make` gives what the file holds.
    """
    ending = name.rpartition(".")[2]
    visited = address.reached()

    def made() -> str | bytes:
        # At the click there is no page any more that could tell how its visitor came.
        with words.reached_at(visited):
            return make()

    st.download_button(
        label,
        data=made,
        file_name=name,
        mime=KINDS[ending],
        key=key,
        on_click="ignore",
        icon=":material/print:" if ending == "pdf" else ":material/download:",
    )


def offer_rows(label: str, figure: Figure, made: Callable[[], Figure] | None = None) -> None:
    """Buttons for rows of a figure as CSV: alone, and with a text that says what they are.

    `made` gives the figure as it is at the click, where its rows are known only then.
    """
    chosen = made or (lambda: figure)
    offer_both(
        label,
        figure.figure_id,
        tabular.file_name(figure, "csv"),
        lambda: tabular.csv_text(chosen()),
        lambda: parcel.zipped(chosen()),
    )


def offer_both(
    label: str, key: str, name: str, rows: Callable[[], str], packed: Callable[[], bytes]
) -> None:
    """A CSV, and beside it the same in a ZIP with a text that says what it is."""
    with st.container(horizontal=True):
        offer(label, name, rows, key=f"{key}_csv")
        offer(parcel.label(), name.removesuffix("csv") + "zip", packed, key=f"{key}_zip")


@per_edition(maxsize=PASTED)
def _pasted(figure: Figure, _address: str) -> tuple[str, str]:
    """What can be copied of a figure, as HTML, and its link, for a dashboard at this address."""
    return copies.html(figure), words.link_line(figure)


def get(figure: Figure) -> None:
    """What can be taken of a figure: words to paste, pictures, and its rows, in three groups."""
    # What is offered may be asked for: the drawing engine takes a second to start.
    engine.ENGINE.wake()
    shapes = library.store().topology
    visited = address.reached()
    with words.reached_at(visited):
        pasted, link = _pasted(figure, words.address())
    pictures: list[Offered] = [
        (_("PNG (picture)"), "png", lambda: image.png(figure, shapes)),
        (_("PNG 16:9 (slide)"), "wide.png", lambda: image.wide_png(figure, shapes)),
        (_("SVG (drawing)"), "svg", lambda: image.svg(figure, shapes)),
        (_("PPTX (one slide)"), "pptx", lambda: deck.one(figure, shapes)),
        (_("HTML (page)"), "html", lambda: sheet.html(figure, shapes)),
        (_("QR code (PNG)"), "qr.png", lambda: qr.png(link)),
        (_("QR code (SVG)"), "qr.svg", lambda: qr.svg(link)),
    ]
    rows: list[Offered] = [
        (_("CSV (data in this chart)"), "csv", lambda: tabular.csv_text(figure)),
        (parcel.label(), "zip", lambda: parcel.zipped(figure)),
        (_("XLSX (rows and their description)"), "xlsx", lambda: workbook.xlsx(figure)),
    ]
    with st.container(key=f"get-{figure.figure_id}", border=True, gap="small"):
        st.html(pasted)
        _group(_("Pictures and slides"), figure, pictures)
        _group(_("Data"), figure, rows)
        st.caption(
            _(
                "Pictures, the slide, the page and the workbook carry their title, source, period, "
                "edition and link. The CSV has only the rows; the ZIP adds a README that says what "
                "they are. The QR code opens this view."
            )
        )


def _group(title: str, figure: Figure, files: Sequence[Offered]) -> None:
    """Files of one kind under a quiet name."""
    st.html(copies.heading(title))
    with st.container(horizontal=True, gap="small"):
        for label, ending, make in files:
            key = f"{figure.figure_id}_{ending.replace('.', '_')}"
            offer(label, tabular.file_name(figure, ending), make, key=key)

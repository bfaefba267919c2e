"""Tables as spreadsheets save them, for tests: what Excel and Google Sheets make of a CSV file."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December")  # fmt: skip


def rows_of(content: bytes) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def book(rows: Sequence[Sequence[object]], name: str = "Sheet1") -> bytes:
    """A workbook of one sheet."""
    made = Workbook()
    sheet: Any = made.worksheets[0]
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    return saved(made)


def saved(made: Workbook) -> bytes:
    """A workbook as the file that it is saved as."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def typed(text: str) -> tuple[object, str, str]:
    """What Excel (United States) makes of a cell as it opens a CSV: value, format, what it shows."""
    if re.fullmatch(r"-?\d+", text):
        return int(text), "General", str(int(text))
    if re.fullmatch(r"-?\d+\.\d+", text):
        return float(text), "General", f"{float(text):.10f}".rstrip("0").rstrip(".")
    if re.fullmatch(r"-?\d+%", text):
        return int(text[:-1]) / 100, "0%", text
    if re.fullmatch(r"-?\d+\.\d+%", text):
        return float(text[:-1]) / 100, "0.00%", f"{float(text[:-1]):.2f}%"
    if text.lower() in ("true", "false"):
        return text.lower() == "true", "General", text.upper()
    day, form = dated(text)
    if day is None:
        return text, "General", text
    shown = {
        "m/d/yyyy": f"{day.month}/{day.day}/{day.year}",
        "mmm-yy": f"{MONTHS[day.month - 1]}-{day.year % 100:02d}",
        "d-mmm": f"{day.day}-{MONTHS[day.month - 1]}",
        "d-mmm-yy": f"{day.day}-{MONTHS[day.month - 1]}-{day.year % 100:02d}",
    }[form]
    return datetime(day.year, day.month, day.day), form, shown  # noqa: DTZ001 - as openpyxl does


def dated(text: str) -> tuple[date | None, str]:
    """The date that Excel takes a text for, and the format that it gives the cell."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text), "m/d/yyyy"
        if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
            return date.fromisoformat(f"{text}-01"), "mmm-yy"
        pair = re.fullmatch(r"(\d{1,2})-(\d{1,2})", text)
        if pair and int(pair[1]) <= 12:
            if int(pair[2]) <= 31:
                return date(2026, int(pair[1]), int(pair[2])), "d-mmm"
            return date(1900 + int(pair[2]), int(pair[1]), 1), "mmm-yy"
        month = re.fullmatch(r"([A-Z][a-z]+) (\d{4})", text)
        if month and month[1] in LONG:
            return date(int(month[2]), LONG.index(month[1]) + 1, 1), "mmm-yy"
        day = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", text)
        if day and day[2] in LONG:
            return date(int(day[3]), LONG.index(day[2]) + 1, int(day[1])), "d-mmm-yy"
    except ValueError:
        pass
    return None, ""


def excel_xlsx(content: bytes) -> bytes:
    """A CSV file opened in Excel and saved as a workbook."""
    made = Workbook()
    sheet: Any = made.worksheets[0]
    for place, row in enumerate(rows_of(content), 1):
        for column, cell in enumerate(row, 1):
            if cell:
                value, form, _shown = typed(cell) if place > 1 else (cell, "General", cell)
                sheet.cell(place, column, value).number_format = form
    return saved(made)


def excel_csv(content: bytes) -> bytes:
    """A CSV file opened in Excel and saved as "CSV UTF-8"."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for place, row in enumerate(rows_of(content)):
        writer.writerow([typed(cell)[2] if place else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def sheets_csv(content: bytes) -> bytes:
    """A CSV file imported into Google Sheets and downloaded: no last line break, plain numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for place, row in enumerate(rows_of(content)):
        writer.writerow([numbered(cell) if place else cell for cell in row])
    return out.getvalue().removesuffix("\r\n").encode("utf-8")


def numbered(text: str) -> str:
    """A cell as Google Sheets shows it: it takes digits for numbers and keeps ISO dates."""
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return typed(text)[2]
    return text

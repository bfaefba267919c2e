"""Numbers of this process in the text that Prometheus reads; none of them is about a visitor.

``METRICS=1`` turns them on at ``/health/metrics``; the shipped proxy keeps that address inside.
How many pages are open is told by Streamlit's own ``/_stcore/metrics``.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from lib.model import DataError
from lib.outputs.engine import ENGINE

MEDIA_TYPE = "text/plain; version=0.0.4"

PREFIX = "palliative"


def are_asked_for() -> bool:
    """True where the operator has turned them on."""
    return os.environ.get("METRICS", "").strip() == "1"


def text() -> str:
    """Every number with its kind and what it means."""
    lines = []
    for name, kind, meaning, value in _numbers():
        lines += [f"# HELP {PREFIX}_{name} {meaning}", f"# TYPE {PREFIX}_{name} {kind}"]
        lines.append(f"{PREFIX}_{name} {value:g}")
    return "\n".join([*lines, _edition(), ""])


def _numbers() -> list[tuple[str, str, str, float]]:
    from lib.ui import library, renewal, warm

    return [
        ("cpu_seconds_total", "counter", "Processor time of this process.", time.process_time()),
        ("resident_bytes", "gauge", "Memory of this process.", _resident("self")),
        ("warm_up_seconds", "gauge", "What the warm-up took; 0 before its end.", warm.seconds()),
        ("tables_sound", "gauge", "1 while sound tables are in force.", float(_is_sound())),
        ("newer_refused", "gauge", "1 while newer files are not served.", bool(renewal.refused())),
        ("figures_kept", "gauge", "Figures held in memory.", library.figures_kept()),
        ("drawings_total", "counter", "Asked of the drawing engine.", ENGINE.asked),
        ("engine_starts_total", "counter", "Processes started to draw.", ENGINE.started),
        ("engine_resident_bytes", "gauge", "Memory of the process that draws.",
         _resident(str(ENGINE.pid)) if ENGINE.pid else 0.0),
    ]  # fmt: skip


def _is_sound() -> bool:
    from lib.ui import edition

    try:
        edition.store()
    except DataError:
        return False
    return True


def _edition() -> str:
    from lib.ui import edition

    held = edition.store().edition if _is_sound() else None
    version, date = (held.version, held.date) if held else ("", "")
    name = f"{PREFIX}_edition"
    return (
        f"# HELP {name} The edition in force.\n# TYPE {name} gauge\n"
        f'{name}{{version="{version}",date="{date}"}} {int(held is not None)}'
    )


def _resident(process: str) -> float:
    """Resident memory of a process in bytes, or 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/statm").read_text("ascii")
        return float(status.split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, AttributeError):
        return 0.0

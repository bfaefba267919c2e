"""An app as a process of its own, started as `make run` starts it, for tests and timings."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
SETTLE_SECONDS = 180
IDLE_SHARE = 0.05  # of one core: less than this and a process only waits
# What a clean log never holds. Streamlit writes each of these on a line of its own.
COMPLAINT = re.compile(r"Traceback|warning|\bERROR\b|exception", re.IGNORECASE)


@dataclass(frozen=True)
class Server:
    """A running app: where it answers and where it writes."""

    url: str
    log: Path
    pid: int

    @property
    def origin(self) -> str:
        """Scheme, host and port: every request of a page must start with it."""
        return self.url.rstrip("/")

    @property
    def address(self) -> str:
        """Host and port."""
        return self.origin.removeprefix("http://")

    def wait(self) -> None:
        """Return once the app calls itself healthy.

        Raises:
            RuntimeError: it did not within a minute; the message holds its log.
        """
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and _is_running(self.pid):
            try:
                with urllib.request.urlopen(f"{self.origin}/_stcore/health", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                time.sleep(0.1)
        raise RuntimeError(f"The app did not start:\n{self.log.read_text(encoding='utf-8')}")

    def settle(self) -> None:
        """Wait until the process idles: what it builds behind its first visitors is built.

        Raises:
            RuntimeError: it was still busy after three minutes.
        """
        stat = Path(f"/proc/{self.pid}/stat")
        if not stat.exists():  # not Linux: what was measured on two cores, twice over
            time.sleep(SETTLE_SECONDS / 2)
            return
        deadline = time.monotonic() + SETTLE_SECONDS
        before = -1.0
        while time.monotonic() < deadline:
            fields = stat.read_text(encoding="ascii").rpartition(")")[2].split()
            spent = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            if before >= 0 and spent - before < IDLE_SHARE:
                return
            before = spent
            time.sleep(1)
        raise RuntimeError(f"The app at {self.url} was still busy after {SETTLE_SECONDS} s")

    def complaints(self) -> list[str]:
        """The lines of the log that a clean run does not have."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if COMPLAINT.search(line)]


def _free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


@contextmanager
def started(
    log: Path, script: str = "serve.py", *, port: int = 0, base: str = "", data: str = ""
) -> Iterator[Server]:
    """The app of `script`, perhaps not healthy yet; stopped when the block ends.

    Args:
        log: where it writes.
        script: what is served.
        port: where it listens; 0 for a port that is free.
        base: the folder of the address under which it is served, such as ``/dashboard``.
        data: where its tables are; those in data/ by default.
    """
    port = port or _free_port()
    # A clean environment: nothing a developer has set may change what is tested.
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT", "PATHEXT")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    environment |= {"DATA_DIR": data} if data else {}
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    command += ["--server.baseUrlPath", base] if base else []
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield Server(f"http://localhost:{port}{base}/", log, process.pid)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def served(log: Path, script: str = "serve.py", base: str = "", data: str = "") -> Iterator[Server]:
    """The app of `script` on a free port, healthy; stopped when the block ends."""
    with started(log, script, base=base, data=data) as server:
        server.wait()
        yield server

"""Many visitors on two processes behind the shipped nginx: ``python -m benchmarks.behind``.

The same visitors are then let in on one of the two alone: the two lines of one run say what a
second process and the proxy bring; milliseconds of two runs cannot be compared.
"""

from __future__ import annotations

import argparse
import http.cookies
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from benchmarks.crowd import EVERY, Heard, busy, memory, shown_round, visit
from benchmarks.session import Visitor
from tools.proxying import proxied, replicas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.session import Rerun
    from tools.proxying import Replica

VISITORS = 200
SECONDS = 40.0
COOKIE = "palliative_replica"
BACK_SECONDS = 60.0  # after which a page that lost its connection counts as lost


@dataclass
class Guest(Visitor):
    """A visitor who comes through the proxy as a browser does: cookie first, then the connection."""

    letter: str = ""

    def __enter__(self) -> Self:
        """Fetch a page, ask whether the server is there, connect with the cookie that came."""
        if not self.letter:
            self.ask("")
        self.ask("_stcore/health")
        self._socket = connect(
            f"ws://{self.address}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": f"{COOKIE}={self.letter}"},
            max_size=None,
            compression=None,
        )
        return self

    def open(self, page_name: str = "") -> Rerun:
        """Fetch the document, then run the page."""
        self.ask(page_name)
        return super().open(page_name)

    def ask(self, path: str) -> None:
        """One plain request; the process that answered is the one to come back to."""
        headers = {"Cookie": f"{COOKIE}={self.letter}"} if self.letter else {}
        request = urllib.request.Request(f"http://{self.address}/{path}", headers=headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            for line in answer.headers.get_all("Set-Cookie", []):
                cookies = http.cookies.SimpleCookie(line)
                if COOKIE in cookies:
                    self.letter = cookies[COOKIE].value

    def come_back(self, page_name: str) -> float:
        """Seconds until the page was there again, asked for as a browser asks: again and again.

        Raises:
            TimeoutError: it was not within a minute.
        """
        begun = time.monotonic()
        while time.monotonic() - begun < BACK_SECONDS:
            # Where no process answers yet the proxy says so (503), and a browser asks again.
            with suppress(OSError, WebSocketException, TimeoutError):
                self.__enter__()
                super().open(page_name)
                return time.monotonic() - begun
            time.sleep(0.2)
        raise TimeoutError(f"{page_name or 'the first page'} did not come back")


def warmed(running: Sequence[Replica]) -> None:
    """Show every process every value of every control: they have been up for a while."""
    with ThreadPoolExecutor(len(running)) as pool:
        list(pool.map(shown_round, (f"127.0.0.1:{replica.port}" for replica in running)))


def crowd(
    address: str, running: Sequence[Replica], visitors: int, seconds: float, name: str
) -> Heard:
    """Let them in through `address`, wait, print what they met."""
    heard, until = Heard(), threading.Event()
    with ThreadPoolExecutor(visitors) as pool:
        for number in range(visitors):
            pool.submit(visit, address, number, until, heard, Guest)
            time.sleep(2 * EVERY / visitors)
        time.sleep(5)
        heard.milliseconds.clear()
        used, begun = [busy(replica.pid) for replica in running], time.monotonic()
        time.sleep(seconds)
        spent = time.monotonic() - begun
        cores = [(busy(r.pid) - before) / spent for r, before in zip(running, used, strict=True)]
        until.set()
    times = heard.milliseconds
    changes = len(times) / spent
    print(
        f"{name}: {visitors} visitors, {changes:.0f} changes a second; "
        f"median {statistics.median(times):.0f} ms, "
        f"p95 {statistics.quantiles(times, n=20)[-1]:.0f} ms, longest {max(times):.0f} ms; "
        f"opening a page {statistics.median(heard.opened):.0f} ms (median); "
        f"cores {' + '.join(f'{core:.0%}' for core in cores)}, "
        f"{changes / sum(cores):.0f} changes a second and core; "
        f"memory {' + '.join(f'{memory(r.pid):.0f}' for r in running)} MiB; "
        f"{len(heard.failures)} errors",
        flush=True,
    )
    for said in heard.failures[:5]:
        print(f"  {said}")
    return heard


def main() -> int:
    """0 when nobody met an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=VISITORS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with replicas(folder) as running:
            warmed(running)
            ports = [replica.port for replica in running]
            with proxied(folder, ports) as proxy:
                two = crowd(
                    proxy.address,
                    running,
                    arguments.visitors,
                    arguments.seconds,
                    "two behind nginx",
                )
            one = crowd(
                f"127.0.0.1:{ports[0]}",
                running[:1],
                arguments.visitors // 2,
                arguments.seconds,
                "one without nginx",
            )
            complaints = [line for replica in running for line in replica.complaints()]
    for line in complaints[:10]:
        print(line)
    return 1 if two.failures or one.failures or complaints else 0


if __name__ == "__main__":
    sys.exit(main())

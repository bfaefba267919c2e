"""What a visitor sees when things break: ``python -m benchmarks.faults``.

Two real processes, the shipped nginx and a browser, on loopback, in some five minutes. Each fault
prints what a visitor saw and what was lost. What cannot be tried is said, and ends the run with 1.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright
from websockets.exceptions import WebSocketException

from benchmarks.behind import Guest
from benchmarks.losses import folder_gone, looked_at, oddly_set, soaked
from benchmarks.scene import Scene, back, built, copied, downloaded, drawn, view
from lib.nav import PAGES
from tools.find_browser import find_browser
from tools.proxying import find_nginx, proxied, replicas

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.controls import Control

GUESTS = 20
SOON = 1.0  # seconds: who comes and has a page by then has not waited
OFFERED = 6  # CSV, XLSX, PNG, wide PNG, SVG, HTML of the first figure
LIMIT = 480  # seconds; a fault that would begin later is not tried, and said to be not tried
FLAGS = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader",
         "--enable-unsafe-swiftshader", "--disable-background-networking")  # fmt: skip
VIEW = "programs?year=2022"
SCENE = "present?story=no_program&scene=2"
BROKEN = "hospital_programs.csv"
POOR = {"offline": False, "latency": 60, "downloadThroughput": 625_000, "uploadThroughput": 625_000}


def killed_under_load(scene: Scene) -> None:
    """`kill -9` one of two while twenty visitors change controls and a talk is on the screen."""
    until, waits, failures = threading.Event(), dict[int, float](), list[str]()
    answered = list[float]()

    def guest(number: int) -> None:
        entry = PAGES[number % len(PAGES)]
        name = "" if entry.is_default else entry.path
        visitor, turn = Guest(scene.proxy.address), 0
        controls: tuple[Control, ...] = ()
        try:
            first = visitor.come_back(name)
            if first > SOON:
                waits[number] = first
            while not until.wait(0.5):
                turn += 1
                try:
                    if controls:
                        control = controls[turn % len(controls)]
                        answered.append(visitor.change(control, turn).seconds)
                    else:
                        controls = visitor.open(name).controls
                except (WebSocketException, OSError):
                    waits[number] = max(waits.get(number, 0.0), visitor.come_back(name))
        except Exception as error:  # whatever a visitor meets is what is counted
            failures.append(f"a visitor of {name or 'the first page'}: {error!r}")
        finally:
            visitor.__exit__()

    with scene.page(SCENE) as talk, ThreadPoolExecutor(GUESTS) as pool:
        before, hit = view(talk), scene.of(talk)
        for number in range(GUESTS):
            pool.submit(guest, number)
        time.sleep(8)
        begun = time.time()
        hit.kill()
        saw, lost = back(talk, before, begun)
        time.sleep(6)
        until.set()
    hit.start()
    hit.wait()
    longest = f"{max(waits.values()):.1f}" if waits else "-"
    scene.say(
        "kill -9 of one process under load",
        f"a talk on Present was {saw}, at the same scene; {len(waits)} of {GUESTS} visitors had to "
        f"move and were back within {longest} s; the others noticed nothing "
        f"({len(answered)} changes answered, median {statistics.median(answered) * 1000:.0f} ms)",
        lost + failures,
    )


def restarted(scene: Scene) -> None:
    """An orderly restart, as for a new edition, under an open page; its download still works."""
    with scene.page(VIEW) as page:
        before, hit = view(page), scene.of(page)
        begun = time.time()
        hit.stop()
        saw, lost = back(page, before, begun)
        hit.start()
        hit.wait()
        # The first process is there again: the page must go on being served by the second.
        file = "no file came from a download afterwards"
        for click in ("first", "second"):
            with suppress(Error):
                size = len(downloaded(page, 0, patience=8_000))
                file = f"the {click} click on a download afterwards brought {size:,} bytes"
                break
        else:
            lost.append("downloads of a page that had to move, until it is loaded anew")
    scene.say("one process restarted", f"{saw}; {file}", lost)


def both_killed(scene: Scene) -> None:
    """No process is left: an open page, and a newcomer who gets words in place of a 502."""
    with scene.page(VIEW) as page:
        before = view(page)
        begun = time.time()
        for replica in scene.running:
            replica.kill()
        newcomer = page.context.new_page()
        newcomer.goto(scene.proxy.url + VIEW)
        words = newcomer.locator("h1").inner_text()
        for replica in scene.running:
            replica.start()
        for replica in scene.running:
            replica.wait()
        up = time.time() - begun
        saw, lost = back(page, before, begun)
        newcomer.wait_for_selector('[data-testid="stApp"]', timeout=30_000)
        drawn(newcomer)
        lost += [] if view(newcomer) == before else ["the newcomer's view"]
    scene.say(
        "both processes killed and restarted",
        f"an open page was {saw} (the processes took {up:.1f} s); a newcomer read "
        f"“{words}” and got the view asked for without doing anything",
        lost,
    )


def slow_network(scene: Scene) -> None:
    """A visitor with 5 Mbit/s and 60 ms, and one who takes nothing of what is sent."""
    context = scene.browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", POOR)
    begun = time.monotonic()
    page.goto(scene.proxy.url + VIEW, timeout=60_000)
    page.wait_for_selector("h1", timeout=60_000)
    heading = time.monotonic() - begun
    drawn(page)
    whole = time.monotonic() - begun
    context.close()
    with Guest(scene.proxy.address) as idle, Guest(scene.proxy.address) as other:
        idle.open("")  # and never reads again
        times = [other.open("").seconds for _ in range(5)]
    scene.say(
        "slow network (5 Mbit/s, 60 ms)",
        f"first heading after {heading:.1f} s, whole page after {whole:.1f} s; beside a visitor who "
        f"stopped reading, others had a page in {statistics.median(times) * 1000:.0f} ms",
        [],
    )


def broken_table(scene: Scene) -> None:
    """A table is overwritten with nonsense under running processes, then a new one starts."""
    table = scene.root / "data" / BROKEN
    good, lost = table.read_bytes(), list[str]()
    fresh = scene.another("fresh")
    with scene.page(VIEW) as page:
        before = view(page)
        table.write_bytes(good.replace(b",2024,", b",20x4,", 1))
        fresh.start()
        page.reload()
        drawn(page)
        if view(page) != before:
            lost.append("the last good data of a process that runs")
    try:
        fresh.wait()
        with scene.page(VIEW, fresh.port) as page:
            text = page.locator('[data-testid="stMain"]').inner_text()
    finally:
        fresh.stop()
        table.write_bytes(good)
    table_name = BROKEN.removesuffix(".csv").replace("_", " ")
    named = "names the table" if table_name in text else "does not name the table"
    if "Traceback" in text or str(scene.root) in text:
        lost.append("a path or a traceback was shown")
    scene.say(
        "a table broken while serving",
        "processes that run go on with the last good data; a new one calls itself healthy, and "
        f"its page {named}",
        lost,
    )


def disk_full(scene: Scene) -> None:
    """No file can be written: everything that a page offers to download arrives all the same."""
    full = scene.another("full", disk_full=True)
    sizes, lost = list[int](), list[str]()
    full.start()
    try:
        full.wait()
        with scene.page(VIEW, full.port) as page:
            for number in range(OFFERED):
                try:
                    sizes.append(len(downloaded(page, number)))
                except Error as error:
                    lost.append(f"download {number + 1}: {error.message.splitlines()[0]}")
    finally:
        full.stop()
    scene.say(
        "disk full during exports",
        f"{len(sizes)} of {OFFERED} files of a figure arrived "
        f"({', '.join(f'{size:,}' for size in sizes)} bytes)",
        lost,
    )


FAULTS: dict[str, Callable[[Scene], None]] = {
    "network": slow_network,
    "disk": disk_full,
    "table": broken_table,
    "restart": restarted,
    "kill": killed_under_load,
    "both": both_killed,
    "looked": looked_at,
    "folder": folder_gone,
    "odd": oddly_set,
    "soak": soaked,
}
LONG = ("soak",)  # only where it is asked for: ten minutes


def main() -> int:
    """0 when every fault was tried and nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faults", nargs="*", choices=[*FAULTS, []], help="only these")
    chosen = parser.parse_args().faults or [name for name in FAULTS if name not in LONG]
    if find_nginx() is None:
        print("nginx was not found, nothing was tried. On Debian: apt-get install nginx-light")
        return 1
    begun, untried = time.monotonic(), list[str]()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        root = copied(folder / "app")
        settings = built(root, folder / "cache")
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        with (
            replicas(folder, root=root, settings=settings) as running,
            proxied(folder, [replica.port for replica in running]) as proxy,
        ):
            scene = Scene(root, folder, running, proxy, browser, settings)
            for fault in chosen:
                if time.monotonic() - begun > LIMIT:
                    untried.append(fault)
                    continue
                try:
                    FAULTS[fault](scene)
                except Exception as error:  # one fault that goes wrong does not hide the next
                    scene.say(fault, "see below", [f"it did not come to an end: {error!r}"])
                    for replica in running:
                        replica.stop()
                        replica.start()
                        replica.wait()
        browser.close()
    for fault in untried:
        print(f"{fault}: NOT TRIED, {LIMIT} s were over")
    print(f"{len(chosen) - len(untried)} of {len(chosen)} faults tried in "
          f"{time.monotonic() - begun:.0f} s; lost: {len(scene.lost)}")  # fmt: skip
    return 1 if scene.lost or untried else 0


if __name__ == "__main__":
    sys.exit(main())

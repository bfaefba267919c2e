"""More that may break, for `benchmarks.faults`: what each of four pages sees, data gone, odd clocks."""

from __future__ import annotations

import json
import os
import statistics
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from benchmarks.behind import Guest
from benchmarks.crowd import Heard, memory, visit
from benchmarks.scene import PATIENCE, back, drawn, view

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

    from benchmarks.scene import Scene
    from tools.proxying import Replica

#: Four visitors, each in the middle of something.
KERN = "county?county=06029"
MAP = "county_map?color=under65&zoom=central"
TALK = "present?story=no_program&scene=2"
CHECK = "data_sources?tab=check"

#: A file that is none of ours and takes a while to be read; synthetic.
FILE: FilePayload = {
    "name": "synthetic.csv",
    "mimeType": "text/csv",
    "buffer": b"one,two\n" + b"1,2\n" * 400_000,
}
LOST = "Your file is no longer here"

SOAK_VISITORS, SOAK_MINUTES = 100, 10.0

#: A language whose small "I" has no dot, a day ahead of California, and a clock that is years off.
ODDLY = {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}
CLOCK = """\
import time

_real = time.time
time.time = lambda: _real() + {seconds}
"""
YEARS = {"1998": -28, "2051": 25}


def looked_at(scene: Scene) -> None:
    """One process is lost while four browsers show four pages of it."""
    hit, saw, lost = scene.running[0], list[str](), list[str]()
    with ExitStack() as open_pages:
        pages = {
            name: open_pages.enter_context(scene.page(address, letter="a"))
            for name, address in (
                ("Kern's page", KERN),
                ("the map with choices", MAP),
                ("a talk on Present", TALK),
                ("a file being checked", CHECK),
            )
        }
        checking = pages["a file being checked"]
        checking.locator("input[type=file]").set_input_files(FILE)
        checking.get_by_text("Reading", exact=False).first.wait_for(timeout=PATIENCE)
        before = {name: view(page) for name, page in pages.items()}
        shown = {name: _seen(page) for name, page in pages.items()}
        begun = time.time()
        hit.kill()
        for name, page in pages.items():
            said, gone = back(page, before[name], begun)
            lost += [f"{name}: {each}" for each in gone]
            if page is checking:
                expect(page.get_by_text(LOST).first).to_be_visible(timeout=PATIENCE)
                said += " and says that the file must be dropped again, which nobody stores"
            elif _seen(page) != shown[name]:
                lost.append(f"{name}: a choice or a heading")
            if scene.of(page) is hit:
                lost.append(f"{name}: it is still told to come to the lost process")
            saw.append(f"{name} {said}")
    hit.start()
    hit.wait()
    scene.say("a process lost while four pages are open", "; ".join(saw), lost)


def _seen(page: Page) -> list[str]:
    """The headings on a page and what is chosen on it."""
    return [
        *page.locator("main h1, main h2, [data-testid=stMain] h2").all_inner_texts(),
        *page.locator('[aria-checked="true"], [aria-selected="true"]').all_inner_texts(),
    ]


def folder_gone(scene: Scene) -> None:
    """The folder of the data cannot be read: under a process that runs, and as one starts."""
    fresh = scene.another("gone")
    try:
        words, healed, lost = _without_data(scene, fresh)
    finally:
        fresh.stop()
    scene.say(
        "the data folder cannot be read",
        "processes that run go on with the last good data; a new one lives, is not ready and reads "
        f"“{words.strip().splitlines()[0]}”; {healed:.0f} s after the data were back it was ready",
        lost,
    )


def _without_data(scene: Scene, fresh: Replica) -> tuple[str, float, list[str]]:
    """What a new process shows meanwhile, seconds until it was ready afterwards, what was lost."""
    folder, away, lost = scene.root / "data", scene.root / "data-away", list[str]()
    with scene.page(KERN) as page:
        before = view(page)
        folder.rename(away)
        try:
            page.reload(timeout=PATIENCE)
            drawn(page)
            if view(page) != before:
                lost.append("the last good data of a process that runs")
            fresh.start()
            fresh.wait()
            ready = _ready(fresh)
            with scene.page(KERN, fresh.port) as poor:
                words = poor.locator('[data-testid="stMain"]').inner_text()
        finally:
            away.rename(folder)
    if ready[0] != 503:
        lost.append(f"a process without data calls itself ready: {ready}")
    if str(scene.root) in words or "Traceback" in words:
        lost.append("a path or a traceback was shown")
    begun = time.monotonic()
    while _ready(fresh)[0] != 200 and time.monotonic() - begun < 60:
        time.sleep(0.5)
    if _ready(fresh)[0] != 200:
        lost.append("the process does not find the data when they are there again")
    return words, time.monotonic() - begun, lost


def _ready(replica: Replica) -> tuple[int, dict[str, object]]:
    """What a process says of itself to operators."""
    try:
        with urllib.request.urlopen(
            f"http://127.0.0.1:{replica.port}/health/ready", timeout=10
        ) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, {}


def oddly_set(scene: Scene) -> None:
    """Clocks years off, a Turkish locale and another day than California's: the same page."""
    lost, seen = list[str](), dict[str, str]()
    with scene.page(KERN) as page:
        usual = page.locator('[data-testid="stMain"]').inner_text()
    for year, off in YEARS.items():
        clock = scene.folder / f"clock{year}"
        clock.mkdir()
        seconds = off * 365.25 * 86_400
        (clock / "sitecustomize.py").write_text(CLOCK.format(seconds=seconds), encoding="utf-8")
        path = f"{clock}{os.pathsep}{scene.root}"
        odd = scene.another(f"odd{year}", {**ODDLY, "PYTHONPATH": path})
        odd.start()
        try:
            odd.wait()
            with scene.page(KERN, odd.port) as page:
                seen[year] = page.locator('[data-testid="stMain"]').inner_text()
            lost += [f"clock of {year}: {line}" for line in odd.complaints()[:3]]
        finally:
            odd.stop()
        if seen[year] != usual:
            lost.append(f"clock of {year}: the page reads otherwise")
    same = sum(text == usual for text in seen.values())
    scene.say(
        f"clocks of {' and '.join(YEARS)}, Turkish locale, another day",
        f"{same} of {len(YEARS)} pages read word for word as always",
        lost,
    )


def soaked(scene: Scene, minutes: float = SOAK_MINUTES) -> None:
    """A hundred visitors for ten minutes, through the proxy: no error, memory as after the first."""
    heard, until = Heard(), threading.Event()
    early, late = list[float](), list[float]()
    with ThreadPoolExecutor(SOAK_VISITORS) as pool:
        for number in range(SOAK_VISITORS):
            pool.submit(visit, scene.proxy.address, number, until, heard, Guest)
            time.sleep(0.05)
        begun = time.monotonic()
        while (gone := (time.monotonic() - begun) / 60) < minutes:
            time.sleep(15)
            held = sum(memory(replica.pid) for replica in scene.running)
            (early if gone < minutes / 3 else late).append(held)
        until.set()
    first, last = statistics.median(early), statistics.median(late)
    lost = heard.failures[:5]
    if heard.asked != heard.answered:
        lost.append(f"{heard.asked - heard.answered} changes")
    if last > first * 1.1:
        lost.append(f"memory: {first:.0f} MiB, then {last:.0f}")
    scene.say(
        f"{SOAK_VISITORS} visitors for {minutes:g} minutes",
        f"{heard.answered:,} changes answered, median {statistics.median(heard.milliseconds):.0f} ms, "
        f"p95 {statistics.quantiles(heard.milliseconds, n=20)[-1]:.0f} ms; both processes together "
        f"{first:.0f} MiB in the first third, {last:.0f} MiB afterwards",
        lost,
    )

"""Find a Chromium for the browser tests, and install one where that is allowed.

``python -m tools.find_browser`` prints its path; with ``--install`` it tries the system's
packages, then Playwright's own build, and fails loudly when neither gives one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
INSTALLED_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
NOT_FOUND = (
    "The browser tests need Chromium, Chrome or Edge, and none was found or could be "
    "installed. Install one, or set CHROMIUM_PATH to its program."
)


def _system_browser() -> Path | None:
    """A browser on the PATH or where macOS and Windows keep theirs."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(path) for path in INSTALLED_APPS if Path(path).is_file()), None)


def _playwright_browser() -> Path | None:
    """The Chromium that ``playwright install`` put on this machine, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def find_browser() -> Path:
    """The Chromium-based browser that the tests drive.

    Raises:
        FileNotFoundError: there is none, or CHROMIUM_PATH names something else.
    """
    chosen = os.environ.get("CHROMIUM_PATH")
    if chosen:
        if not Path(chosen).is_file():
            raise FileNotFoundError(f"CHROMIUM_PATH names no file: {chosen}")
        return Path(chosen)
    found = _system_browser() or _playwright_browser()
    if found is None:
        raise FileNotFoundError(NOT_FOUND)
    return found


def _ways_to_install() -> list[list[list[str]]]:
    """The command lines to try: Debian's package as root or by passwordless sudo, Playwright."""
    ways = []
    if shutil.which("apt-get"):
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        prefix = [] if is_root else ["sudo", "-n"]
        if is_root or shutil.which("sudo"):
            install = [*prefix, "apt-get", "install", "-y", "--no-install-recommends", "chromium"]
            ways.append([[*prefix, "apt-get", "update"], install])
    ways.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    return ways


def install_browser() -> Path:
    """The browser after trying every way to install one.

    Raises:
        FileNotFoundError: no way led to a browser.
    """
    for commands in _ways_to_install():
        for command in commands:
            print("Trying:", " ".join(command), flush=True)
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        try:
            return find_browser()
        except FileNotFoundError:
            continue
    raise FileNotFoundError(NOT_FOUND)


def main() -> int:
    """0 and the path on a line, or 1 and what to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one if there is none")
    arguments = parser.parse_args()
    try:
        path = find_browser()
    except FileNotFoundError as missing:
        if not arguments.install or os.environ.get("CHROMIUM_PATH"):
            print(missing, file=sys.stderr)
            return 1
        try:
            path = install_browser()
        except FileNotFoundError as still_missing:
            print(still_missing, file=sys.stderr)
            return 1
    print(f"Browser for the tests: {path}" if arguments.install else path)
    return 0


if __name__ == "__main__":
    sys.exit(main())

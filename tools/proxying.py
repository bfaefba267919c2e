"""The shipped nginx configuration in front of processes of ours, on loopback, for tests and timings.

What runs is `deploy/nginx/` as it stands: only places and ports are put in its place.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tools.serving import COMPLAINT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NGINX = ROOT / "deploy" / "nginx"
SHIPPED_PORTS = (8501, 8502)
START_SECONDS = 10
MAIN = """\
{user}worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    types {{ text/html html; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/http.conf;
    include {folder}/site.conf;
}}
"""


def find_nginx() -> str | None:
    """The program, or nothing where there is none: Debian keeps it off a user's PATH."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def _write_nothing() -> None:
    """Let no file of this process grow, as on a full disk."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def free_ports(count: int) -> tuple[int, ...]:
    """Ports that nothing listens on, all different."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return tuple(int(probe.getsockname()[1]) for probe in probes)
    finally:
        for probe in probes:
            probe.close()


@dataclass
class Replica:
    """One process of the app on a port of its own, which can be killed and started again."""

    port: int
    log: Path
    root: Path = ROOT
    settings: Mapping[str, str] = field(default_factory=dict)
    disk_full: bool = False
    _process: subprocess.Popen[bytes] | None = None
    _said: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process that runs, or ran last."""
        if self._process is None:
            raise RuntimeError("the replica was never started")
        return self._process.pid

    def start(self) -> None:
        """Start it as the service does; it is not healthy yet."""
        kept = ("PATH", "HOME", "LANG", "TMPDIR")
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        environment |= {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "PYTHONPATH": str(self.root)}
        command = [sys.executable, "-m", "streamlit", "run", "serve.py"]
        command += ["--server.address", "127.0.0.1", "--server.port", str(self.port)]
        with self.log.open("ab") as output:
            # What it says goes through a program of its own: that one may write.
            self._said = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=output)
            self._process = subprocess.Popen(
                command,
                cwd=self.root,
                env=environment | dict(self.settings),
                stdout=self._said.stdin,
                stderr=subprocess.STDOUT,
                preexec_fn=_write_nothing if self.disk_full else None,
            )
            if self._said.stdin is not None:
                self._said.stdin.close()

    def wait(self, seconds: float = 180) -> float:
        """Seconds until it was healthy.

        Raises:
            RuntimeError: it was not in time; the message holds its log.
        """
        begun = time.monotonic()
        base = self.settings.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
        path = f"/{base}/_stcore/health".replace("//", "/")
        while time.monotonic() - begun < seconds:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5).close()
            except OSError:
                time.sleep(0.1)
            else:
                return time.monotonic() - begun
        raise RuntimeError(f"The app did not start:\n{self.log.read_text('utf-8')}")

    def kill(self) -> None:
        """`kill -9`: nothing is said, nothing is put away."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self) -> float:
        """Seconds that an orderly end took."""
        begun = time.monotonic()
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()
        return time.monotonic() - begun

    def complaints(self) -> list[str]:
        """The lines of the log that a clean run does not have."""
        return [line for line in self.log.read_text("utf-8").splitlines() if COMPLAINT.search(line)]


@contextmanager
def replicas(
    folder: Path, count: int = 2, root: Path = ROOT, settings: Mapping[str, str] | None = None
) -> Iterator[list[Replica]]:
    """`count` healthy processes of the app in `root`; all stopped when the block ends."""
    running = [
        Replica(port, folder / f"{port}.log", root, settings or {}) for port in free_ports(count)
    ]
    try:
        for replica in running:
            replica.start()
        for replica in running:
            replica.wait()
        yield running
    finally:
        for replica in running:
            replica.stop()


@dataclass(frozen=True)
class Proxy:
    """A running nginx: where it answers and what it writes."""

    url: str
    folder: Path
    pid: int

    @property
    def address(self) -> str:
        """Host and port."""
        return self.url.removeprefix("http://").rstrip("/")


def written(folder: Path, port: int, replicas: Sequence[int], base: str = "/") -> Path:
    """`deploy/nginx/` copied to `folder` for these ports; its main file.

    The site's own server block is replaced by a plain one on `port`: names and certificates are
    the reader's to fill in. `tests/deploy` holds that block against nginx with a certificate.
    """
    shutil.copytree(NGINX / "palliative", folder / "palliative", dirs_exist_ok=True)
    server = (
        f"server {{ listen 127.0.0.1:{port}; server_name localhost;\n"
        f"    include /etc/nginx/palliative/server.conf;\n"
        f"    location {base} {{ include /etc/nginx/palliative/locations.conf; }}\n}}\n"
    )
    (folder / "site.conf").write_text(server, encoding="utf-8")
    shutil.copy(NGINX / "http.conf", folder / "http.conf")
    for file in folder.rglob("*.conf"):
        file.write_text(placed(file.read_text("utf-8"), folder, replicas), encoding="utf-8")
    main = folder / "nginx.conf"
    # Started as root, nginx gives its workers to another user, who must get at the folder.
    is_root = Path("/").owner() == folder.owner()
    main.write_text(MAIN.format(folder=folder, user="user root;\n" if is_root else ""), "utf-8")
    return main


def placed(text: str, folder: Path, replicas: Sequence[int]) -> str:
    """A shipped file with the places and ports of this run."""
    text = text.replace("/etc/nginx/palliative/", f"{folder}/palliative/")
    text = text.replace("/opt/palliative/deploy/nginx/", f"{NGINX}/")
    text = text.replace("/var/cache/nginx/palliative", f"{folder}/cache")
    text = text.replace("/var/log/nginx/", f"{folder}/")
    for shipped, ours in zip(SHIPPED_PORTS, replicas, strict=True):
        text = re.sub(rf":{shipped}\b", f":{ours}", text)
    return text


@contextmanager
def proxied(folder: Path, replicas: Sequence[int], base: str = "/") -> Iterator[Proxy]:
    """Nginx in front of the processes on these ports; stopped when the block ends.

    Raises:
        RuntimeError: there is no nginx, or it does not take the configuration.
    """
    program = find_nginx()
    if program is None:
        raise RuntimeError("nginx was not found. On Debian: apt-get install nginx-light")
    (port,) = free_ports(1)
    main = written(folder, port, replicas, base)
    command = [program, "-c", str(main), "-p", str(folder), "-e", f"{folder}/error.log"]
    process = subprocess.Popen(command)
    try:
        _wait(process, port, folder)
        yield Proxy(f"http://localhost:{port}{base}", folder, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
            continue
        return
    log = folder / "error.log"
    said = log.read_text("utf-8") if log.exists() else ""
    raise RuntimeError(f"nginx did not start:\n{said}")

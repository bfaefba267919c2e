"""A line between browser and server that can be cut: Chromium's own switch spares open sockets."""

from __future__ import annotations

import contextlib
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.serving import Server

CHUNK = 65_536


@dataclass
class Relay:
    """Passes each connection on to `server`; once cut, drops all and takes no other."""

    server: Server
    _listening: socket.socket
    _open: list[socket.socket] = field(default_factory=list)
    _is_cut: bool = False

    @property
    def seen_from_browser(self) -> Server:
        """The server under the relay's own address."""
        return replace(self.server, url=f"http://localhost:{self._listening.getsockname()[1]}/")

    def cut(self) -> None:
        self._is_cut = True
        while self._open:
            each = self._open.pop()
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def mend(self) -> None:
        self._is_cut = False

    def serve(self) -> None:
        """Take connections until the listening socket is closed."""
        while True:
            try:
                near, _address = self._listening.accept()
            except OSError:
                return
            if self._is_cut:
                near.close()
                continue
            host, _, port = self.server.address.rpartition(":")
            far = socket.create_connection((host, int(port)))
            self._open += [near, far]
            for pair in ((near, far), (far, near)):
                threading.Thread(target=_pass_on, args=pair, daemon=True).start()


def _pass_on(taken: socket.socket, given: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while chunk := taken.recv(CHUNK):
            given.sendall(chunk)
    with contextlib.suppress(OSError):
        given.shutdown(socket.SHUT_WR)


@contextmanager
def relayed(server: Server) -> Iterator[Relay]:
    """A relay before `server` while the block runs."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        relay = Relay(server, listening)
        threading.Thread(target=relay.serve, daemon=True).start()
        yield relay
        relay.cut()

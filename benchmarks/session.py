"""One visitor without a browser: Streamlit's own messages over the real websocket.

A browser would add its drawing to every timing. What is timed here is exact: from the
message that says "this control changed" to the one that says "the script has finished".
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from benchmarks.controls import Control, Found

if TYPE_CHECKING:
    from streamlit.proto.WidgetStates_pb2 import WidgetState
    from websockets.sync.client import ClientConnection

PATIENCE = 60.0  # seconds for one message


@dataclass(frozen=True)
class Rerun:
    """One answer: how long it took, how many bytes it brought, what it drew."""

    seconds: float
    received: int
    controls: tuple[Control, ...]
    failures: tuple[str, ...]


@dataclass
class Visitor:
    """A session on the server at `address` (host and port)."""

    address: str
    _socket: ClientConnection = field(init=False)
    _page_script_hash: str = ""
    _query: str = ""
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _cached: set[str] = field(default_factory=set)

    def __enter__(self) -> Self:
        """Connect as a browser does."""
        self._socket = connect(
            f"ws://{self.address}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            compression=None,
        )
        return self

    def __exit__(self, *_: object) -> None:
        """Leave."""
        self._socket.close()

    def open(self, page_name: str = "") -> Rerun:
        """The first run of a page."""
        self._states.clear()
        self._page_script_hash = self._query = ""
        return self._rerun(page_name=page_name)

    def change(self, control: Control, turn: int) -> Rerun:
        """The rerun that the `turn`-th change of `control` asks for."""
        self._states[control.widget_id] = control.state(turn)
        return self._rerun(fragment_id=control.fragment_id)

    def _rerun(self, *, page_name: str = "", fragment_id: str = "") -> Rerun:
        """Ask for a run and read its answer."""
        asked = BackMsg()
        state = asked.rerun_script
        state.page_name = page_name
        state.page_script_hash = self._page_script_hash
        state.query_string = self._query
        state.fragment_id = fragment_id
        state.widget_states.widgets.extend(self._states.values())
        state.cached_message_hashes.extend(self._cached)
        state.context_info.color_scheme = "light"
        question = asked.SerializeToString()
        started = time.perf_counter()
        self._socket.send(question)
        return self._answer(started)

    def _answer(self, started: float) -> Rerun:
        """Read until the script has finished; reading what was drawn is not timed."""
        messages: list[bytes] = []
        while True:
            raw = self._socket.recv(timeout=PATIENCE, decode=False)
            messages.append(bytes(raw))
            if ForwardMsg.FromString(messages[-1]).WhichOneof("type") == "script_finished":
                break
        seconds = time.perf_counter() - started
        found, failures = Found(), []
        for message in map(ForwardMsg.FromString, messages):
            if message.metadata.cacheable and message.hash:
                self._cached.add(message.hash)
            if message.WhichOneof("type") == "navigation":
                # That of the session is the first page's: a whole page would come from there.
                self._page_script_hash = message.navigation.page_script_hash
            elif message.WhichOneof("type") == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif message.WhichOneof("type") == "delta":
                found.note(message)
                element = message.delta.new_element
                if element.WhichOneof("type") == "exception":
                    failures.append(element.exception.message)
        received = sum(map(len, messages))
        return Rerun(seconds, received, found.controls(), tuple(failures))

"""One visitor without a browser: Streamlit's own messages over the real websocket.

A browser would add its drawing to every timing. What is timed here is exact: from the
message that says "this control changed" to the one that says "the script has finished".
"""

from __future__ import annotations

import time
import urllib.request
import uuid
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
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN  # the script asked for another run: no answer yet


@dataclass(frozen=True)
class Rerun:
    """One answer: how long it took, how many bytes it brought, what it drew."""

    seconds: float
    received: int
    controls: tuple[Control, ...]
    failures: tuple[str, ...]
    files: tuple[str, ...] = ()


@dataclass
class Visitor:
    """A session on the server at `address` (host and port)."""

    address: str
    _socket: ClientConnection = field(init=False)
    _page_script_hash: str = ""
    _session: str = ""
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _cached: dict[str, ForwardMsg] = field(default_factory=dict)
    _page: Found = field(default_factory=Found)

    @property
    def controls(self) -> tuple[Control, ...]:
        """What stands on the page and can be changed."""
        return self._page.controls()

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
        self._page = Found()
        self._page_script_hash = ""
        return self._rerun(page_name=page_name)

    def change(self, control: Control, turn: int) -> Rerun:
        """The rerun that the `turn`-th change of `control` asks for."""
        here = {now.widget_id: now for now in self.controls}
        # As a browser: what is no longer on the page is not told.
        self._states = {name: state for name, state in self._states.items() if name in here}
        self._states[control.widget_id] = control.state(turn)
        return self._rerun(fragment_id=here.get(control.widget_id, control).fragment_id)

    def take(self, file: str) -> int:
        """Bytes of a file behind a button: asked for, made, fetched.

        Raises:
            RuntimeError: the server says that it cannot be made.
        """
        asked = BackMsg()
        asked.backend_operation_request.request_id = uuid.uuid4().hex
        asked.backend_operation_request.session_id = self._session
        asked.backend_operation_request.deferred_file.file_id = file
        self._socket.send(asked.SerializeToString())
        while True:
            raw = self._socket.recv(timeout=PATIENCE, decode=False)
            message = ForwardMsg.FromString(bytes(raw))
            if message.WhichOneof("type") == "backend_operation_response":
                break
        made = message.backend_operation_response
        if made.error_msg:
            raise RuntimeError(f"no file: {made.error_msg}")
        with urllib.request.urlopen(
            f"http://{self.address}{made.deferred_file.url}", timeout=PATIENCE
        ) as answer:
            return len(answer.read())

    def _rerun(self, *, page_name: str = "", fragment_id: str = "") -> Rerun:
        """Ask for a run and read its answer."""
        asked = BackMsg()
        state = asked.rerun_script
        state.page_name = page_name
        state.page_script_hash = self._page_script_hash
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
            message = ForwardMsg.FromString(messages[-1])
            if message.WhichOneof("type") == "script_finished" and message.script_finished != AGAIN:
                break
        seconds = time.perf_counter() - started
        failures: list[str] = []
        for message in map(ForwardMsg.FromString, messages):
            self._take(message, failures)
        received = sum(map(len, messages))
        return Rerun(seconds, received, self.controls, tuple(failures), tuple(self._page.files))

    def _take(self, message: ForwardMsg, failures: list[str]) -> None:
        """Do with a message what a browser does with it, but draw."""
        if message.metadata.cacheable and message.hash:
            self._cached[message.hash] = message
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            kept = ForwardMsg()
            kept.CopyFrom(self._cached[message.ref_hash])
            kept.metadata.CopyFrom(message.metadata)
            message, kind = kept, kept.WhichOneof("type")
        if kind == "new_session":
            self._page_script_hash = message.new_session.page_script_hash
            self._session = message.new_session.initialize.session_id
            self._page.begin(message.metadata.run.fragment_ids)
        elif kind == "navigation":  # the run before it knew only the frame
            self._page_script_hash = message.navigation.page_script_hash
        elif kind == "script_finished" and message.script_finished != AGAIN:
            self._page.end()
        elif kind == "delta":
            self._page.note(message)
            element = message.delta.new_element
            if element.WhichOneof("type") == "exception":
                failures.append(element.exception.message)

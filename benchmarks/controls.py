"""The controls of a page, found in the messages that draw it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from streamlit.proto.WidgetStates_pb2 import WidgetState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streamlit.proto.Element_pb2 import Element
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

TYPED_WORDS = ("", "san")
MOST_VALUES = 4  # of a long list; each is a change and costs the same

Path = tuple[int, ...]


@dataclass(frozen=True)
class Control:
    """A control on a page: how to set it, to what, and the fragment it reruns.

    `kind` is the field of Streamlit's WidgetState that carries its value; the first of
    `values` is the one a page opens with.
    """

    widget_id: str
    kind: str
    values: tuple[str | bool, ...]
    fragment_id: str

    @property
    def key(self) -> str:
        """Its key in the code: the last part of its id."""
        return self.widget_id.rsplit("-", 1)[-1]

    def state(self, turn: int) -> WidgetState:
        """The message that sets it for the `turn`-th time, to another value each time."""
        value = self.values[(turn + 1) % len(self.values)]
        state = WidgetState(id=self.widget_id)
        if self.kind == "string_array_value":
            state.string_array_value.data.append(str(value))
        else:
            setattr(state, self.kind, value)
        return state


def _choices(element: Element) -> tuple[str, tuple[str | bool, ...]] | None:
    """The state field of an element that is a control, and the values it may take."""
    match element.WhichOneof("type"):
        case "selectbox":
            return "string_value", tuple(element.selectbox.options)
        case "radio":
            return "string_value", tuple(element.radio.options)
        case "button_group":
            return "string_array_value", tuple(o.content for o in element.button_group.options)
        case "multiselect":
            return "string_array_value", tuple(element.multiselect.options)
        case "checkbox":
            return "bool_value", (False, True)
        case "text_input":
            return "string_value", TYPED_WORDS
    return None


@dataclass
class Found:
    """The controls of a page as a browser holds them: what a run draws anew takes what was there.

    Only what stands on the page can be changed: of a part that is gone Streamlit knows nothing.
    """

    _elements: dict[Path, Control] = field(default_factory=dict)
    _tab_rows: dict[Path, Control] = field(default_factory=dict)
    #: Where this run has drawn, and whether it draws a part of the page only.
    _touched: set[Path] = field(default_factory=set)
    _is_part: bool = False
    #: What stands behind the buttons of files, by the ids under which it is asked for.
    files: list[str] = field(default_factory=list)

    def begin(self, fragments: Iterable[str]) -> None:
        """A new run, of these fragments or of the whole page."""
        self._is_part = any(fragments)
        self._touched.clear()
        self.files.clear()

    def note(self, message: ForwardMsg) -> None:
        """Take a message that draws something."""
        delta = message.delta
        path = tuple(message.metadata.delta_path)
        self._touched.add(path)
        for held in (self._elements, self._tab_rows):
            held.pop(path, None)
        if delta.WhichOneof("type") == "new_element":
            self._note_element(path, delta.new_element, delta.fragment_id)
        elif delta.add_block.WhichOneof("type") == "tab_container":
            widget_id = delta.add_block.tab_container.id
            if widget_id:  # without one the tabs switch in the browser alone
                self._tab_rows[path] = Control(widget_id, "string_value", (), delta.fragment_id)
        elif delta.add_block.WhichOneof("type") == "expandable":
            widget_id = delta.add_block.expandable.id
            if widget_id:  # without one the fold opens in the browser alone
                fold = Control(widget_id, "bool_value", (False, True), delta.fragment_id)
                self._elements[path] = fold
        elif delta.add_block.WhichOneof("type") == "tab" and path[:-1] in self._tab_rows:
            row = self._tab_rows[path[:-1]]
            values = (*row.values, delta.add_block.tab.label)
            self._tab_rows[path[:-1]] = Control(row.widget_id, row.kind, values, row.fragment_id)

    def end(self) -> None:
        """Let go of what this run has not drawn again: on the page, or in the fragment's place."""
        if self._is_part and not self._touched:
            return
        place = min(self._touched, key=len) if self._is_part else ()
        for held in (self._elements, self._tab_rows):
            for path in [path for path in held if path[: len(place)] == place]:
                if path not in self._touched:
                    del held[path]

    def _note_element(self, path: Path, element: Element, fragment_id: str) -> None:
        if element.WhichOneof("type") == "download_button":
            self.files.append(element.download_button.deferred_file_id)
        choices = _choices(element)
        if choices is not None:
            kind, values = choices
            widget_id = getattr(element, element.WhichOneof("type") or "").id
            self._elements[path] = Control(widget_id, kind, values[:MOST_VALUES], fragment_id)

    def controls(self) -> tuple[Control, ...]:
        """Every control that has something to change to."""
        every = (*self._elements.values(), *self._tab_rows.values())
        return tuple(control for control in every if len(control.values) > 1)

"""The process that draws and typesets: it reads a question, answers it, and waits for the next.

``python -m lib.outputs.engine_child``; it imports nothing of the app, so that it holds only what
drawing takes. It ends when nobody can ask any more.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"

VEGA_LITE = "6.1"

#: Bytes that say how long the head of a message is.
LENGTH = 8


def send(pipe: IO[bytes], head: Mapping[str, Any], parts: Mapping[str, bytes]) -> None:
    """Write a message: what is asked or said, and what belongs to it, by name."""
    sizes = {name: len(part) for name, part in parts.items()}
    told = json.dumps({"head": dict(head), "sizes": sizes}).encode()
    pipe.write(b"".join([len(told).to_bytes(LENGTH, "big"), told, *parts.values()]))
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Read a message.

    Raises:
        EOFError: whoever writes has ended.
    """
    told = json.loads(_read(pipe, int.from_bytes(_read(pipe, LENGTH), "big")))
    return told["head"], {name: _read(pipe, size) for name, size in told["sizes"].items()}


def _read(pipe: IO[bytes], size: int) -> bytes:
    content = pipe.read(size)
    if len(content) < size:
        raise EOFError
    return content


def make(head: Mapping[str, Any], parts: Mapping[str, bytes]) -> bytes:
    """The answer to one question."""
    what = head["what"]
    if what == "compile":
        made = _engine().vegalite_to_vega(parts["spec"].decode(), vl_version=VEGA_LITE)
        return json.dumps(made).encode()
    if what == "svg":
        return bytes(_engine().vega_to_svg(parts["vega"].decode()).encode())
    if what == "typeset":
        return _typeset(dict(parts), every_font=head["every_font"], how=head["how"])
    if what == "wake":
        _engine()
        fonts(every=False)
        return b""
    raise ValueError(f"nobody here knows how to {what}")


@cache
def _engine() -> Any:
    """The drawing engine with the shipped fonts, and no way to the network."""
    import vl_convert

    vl_convert.configure(allowed_base_urls=[], base_url=False)
    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


@cache
def fonts(*, every: bool) -> Any:
    """The shipped fonts, read once a process; then whatever the machine has, where `every` is asked."""
    import typst

    return typst.Fonts(
        include_system_fonts=every, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def _typeset(files: dict[str, bytes], *, every_font: bool, how: Mapping[str, Any]) -> bytes:
    import typst

    return bytes(typst.compile(files, font_paths=fonts(every=every_font), **how))


def main() -> int:
    """Answer until nobody asks any more."""
    asks, says = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            head, parts = receive(asks)
        except EOFError:
            return 0
        try:
            made = make(head, parts)
        except Exception as error:  # whatever it is, the next question may be a better one
            send(says, {"error": f"{type(error).__name__}: {error}"}, {})
        else:
            send(says, {}, {"made": made})


if __name__ == "__main__":
    sys.exit(main())

"""A form holds what it is made of and is drawn only when somebody looks at it.

Most of a figure's readers never see its chart: a headline is compared, a table is written, a link
is checked. So a form keeps its arguments, by which every output knows it (no output guesses from
marks what it has before it), and works its specification out at the first look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial, wraps
from inspect import signature
from typing import Any, Literal

#: The editable chart or table that says the same in a slide; empty where only a picture will do. What
#: each needs of the rows stands in `lib.outputs.native`.
Twin = Literal["", "bars", "line", "dots", "gaps", "table"]
Draw = Callable[..., dict[str, Any]]


class Form(Mapping[str, Any]):
    """A Vega-Lite specification without data, worked out when it is first read.

    `name` is the form's; `twin` the native chart of a slide that says the same; `arguments` are
    what the form was asked for.
    """

    def __init__(
        self,
        draw: Callable[[], dict[str, Any]],
        name: str,
        twin: Twin,
        arguments: Mapping[str, Any],
    ) -> None:
        """Nothing is drawn yet."""
        self._draw = draw
        self.name = name
        self.twin = twin
        self.arguments = arguments

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The specification; whoever changes it works on a copy."""
        return self._draw()

    @property
    def colors(self) -> Mapping[str, str]:
        """Class or series -> color token: its own, or those of the form it is drawn over."""
        under = self.arguments.get("spec")
        told = under.colors if isinstance(under, Form) else self.arguments.get("colors", {})
        return told if isinstance(told, Mapping) else {}

    def __getitem__(self, name: str) -> Any:
        """One part of the specification."""
        return self.spec[name]

    def __iter__(self) -> Iterator[str]:
        """The names of the specification's parts."""
        return iter(self.spec)

    def __len__(self) -> int:
        """How many parts the specification has."""
        return len(self.spec)


def form(twin: Twin = "") -> Callable[[Draw], Callable[..., Form]]:
    """Makes a function that draws a chart into one that gives a `Form`.

    A form's arguments are never written to after the call: it is drawn later. `twin` promises that
    the rows of every figure of this form have the columns of `lib.outputs.native.NEEDS`.
    """

    def decorate(draw: Draw) -> Callable[..., Form]:
        known = signature(draw)

        @wraps(draw)
        def made(*args: Any, **kwargs: Any) -> Form:
            bound = known.bind(*args, **kwargs)  # a wrong argument is told at once
            return Form(
                partial(draw, *bound.args, **bound.kwargs), draw.__name__, twin, bound.arguments
            )

        return made

    return decorate

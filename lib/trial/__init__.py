"""Files tried in place of the tables held: what they say, what is wrong, what they would change.

Everything that reads a visitor's bytes runs in a process of its own (`lib.trial.child`), under
limits of memory and time and without the server's environment; the server only passes the bytes
on (`lib.trial.asking`) and shows what the child said. Nothing is written to disk.
"""

from lib.trial.asking import BusyError, drawn, tried
from lib.trial.model import Given, Piece, Step, Trial
from lib.trial.talk import Request

__all__ = ["BusyError", "Given", "Piece", "Request", "Step", "Trial", "drawn", "tried"]

"""How soon answers leave the server."""

from __future__ import annotations

from streamlit.runtime import runtime

#: Seconds between two looks for what a script has written. Streamlit looks at once when a script
#: begins and then rests 5 ms, a time that every answer of ours would spend waiting: it is ready
#: after 3 to 5 ms. One look costs some microseconds, and there is none while nothing runs.
PAUSE = 0.001


def quicken() -> None:
    """Rest `PAUSE` between two looks.

    Raises:
        AttributeError: this version of Streamlit keeps its pause elsewhere.
    """
    if not hasattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS"):
        raise AttributeError("streamlit.runtime.runtime has no MESSAGE_FLUSH_INTERVAL_SECS")
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = PAUSE

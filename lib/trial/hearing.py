"""What the process of a trial says, put together again."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from lib.i18n import _
from lib.model import Offence
from lib.trial import talk
from lib.trial.model import Cause, Change, Changes, Headline, Picture, Piece, Step, Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    #: Hears what a trial is at, and the share of that step that is done.
    Tell = Callable[[Step, float], object]


class Heard:
    """What the process has said so far."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._said: dict[str, Any] = {}
        self._pieces: list[Piece] = []
        self.pictures: list[Picture] = []

    def listen(self, lines: IO[bytes]) -> None:
        """Hear the child out; a line that was cut off by its end is not heard."""
        for line in lines:
            if not line.endswith(b"\n"):
                return
            said = json.loads(line)
            match said["say"]:
                case "at":
                    self._tell(Step(said["step"]), said["share"])
                case "piece":
                    self._pieces.append(talk.piece_heard(said["piece"]))
                case "picture":
                    self.pictures.append(talk.picture_heard(said["picture"]))
                case kind:
                    self._said[kind] = said

    def trial(self) -> Trial:
        """What came of it; where the child did not come to an end, that it did not."""
        said = self._said
        if "refused" in said:
            return Trial(refusal=said["refused"]["why"])
        if "notes" not in said:
            return Trial(
                refusal=_(
                    "Reading the files took more time or memory than any table of this "
                    "dashboard needs, so it was given up. Save the one sheet as CSV."
                )
            )
        pieces, notes = tuple(self._pieces), talk.notes_heard(said["notes"]["notes"])
        if "ended" in said:
            return Trial(pieces, notes)
        if "wrong" in said:
            wrong = said["wrong"]
            return Trial(pieces, notes, causes=_causes(wrong), offences=_offences(wrong))
        if "new" not in said:
            lost = _given_up(pieces)
            cause = Cause(lost.table, "", (), (), 1, lost.problem, lost.remedy)
            return Trial(pieces, notes, causes=(cause,), offences=(lost,))
        found = said["compared"]
        return Trial(
            pieces,
            notes,
            changes={name: _changes(told) for name, told in said["sound"]["changes"].items()},
            figures=found["figures"],
            headlines=tuple(Headline(**each) for each in found["headlines"]),
            changed=tuple(found["changed"]),
            pictures=tuple(self.pictures),
            files={name: text.encode("utf-8") for name, text in said["new"]["files"].items()},
            version=said["new"]["version"],
        )


def _causes(wrong: Mapping[str, Any]) -> tuple[Cause, ...]:
    return tuple(
        Cause(**{**cause, "rows": tuple(cause["rows"]), "values": tuple(cause["values"])})
        for cause in wrong["causes"]
    )


def _offences(wrong: Mapping[str, Any]) -> tuple[Offence, ...]:
    return tuple(Offence(**offence) for offence in wrong["offences"])


def _changes(said: Mapping[str, Any]) -> Changes:
    return Changes(
        tuple(said["added"]),
        tuple(said["removed"]),
        tuple(Change(**cell) for cell in said["cells"]),
        said["added_count"],
        said["removed_count"],
        said["cells_count"],
    )


def _given_up(pieces: tuple[Piece, ...]) -> Offence:
    problem = _("the check did not finish")
    remedy = _("Run python -m lib.check with the files in data/: it says where it stops.")
    name = pieces[0].table or pieces[0].name if pieces else ""
    return Offence(name, 0, "", "", problem, remedy)

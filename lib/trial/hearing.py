"""What the process of a trial says, put together again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any

from lib.i18n import _
from lib.model import Offence
from lib.trial.model import Cause, Changes, Headline, Note, Picture, Piece, Step, Trial
from lib.trial.talk import heard

if TYPE_CHECKING:
    from collections.abc import Callable

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
                    self._pieces.append(heard(Piece, said["piece"]))
                case "picture":
                    self.pictures.append(heard(Picture, said["picture"]))
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
        pieces, notes = tuple(self._pieces), heard(tuple[Note, ...], said["notes"]["notes"])
        if "ended" in said:
            return Trial(pieces, notes)
        if "wrong" in said:
            causes = heard(tuple[Cause, ...], said["wrong"]["causes"])
            offences = heard(tuple[Offence, ...], said["wrong"]["offences"])
            return Trial(pieces, notes, causes=causes, offences=offences)
        if "new" not in said:
            lost = _given_up(pieces)
            cause = Cause(lost.table, "", (), (), 1, lost.problem, lost.remedy)
            return Trial(pieces, notes, causes=(cause,), offences=(lost,))
        found = said["compared"]
        return Trial(
            pieces,
            notes,
            changes=heard(Mapping[str, Changes], said["sound"]["changes"]),
            figures=found["figures"],
            headlines=heard(tuple[Headline, ...], found["headlines"]),
            changed=tuple(found["changed"]),
            pictures=tuple(self.pictures),
            files=heard(Mapping[str, bytes], said["new"]["files"]),
            version=said["new"]["version"],
        )


def _given_up(pieces: tuple[Piece, ...]) -> Offence:
    problem = _("the check did not finish")
    remedy = _("Run python -m lib.check with the files in data/: it says where it stops.")
    name = pieces[0].table or pieces[0].name if pieces else ""
    return Offence(name, 0, "", "", problem, remedy)

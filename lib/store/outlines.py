"""The outlines of the districts among the files of a bundle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lib.i18n import _
from lib.model import Offence
from lib.schema.lists import CHAMBERS
from lib.store.district_rules import outline_file

if TYPE_CHECKING:
    from collections.abc import Mapping


def read(files: Mapping[str, bytes]) -> tuple[dict[str, dict[str, Any]], list[Offence]]:
    """Chamber -> its outlines as a topology; an offence for each that cannot be used."""
    shapes: dict[str, dict[str, Any]] = {}
    found: list[Offence] = []
    for chamber in CHAMBERS:
        name = outline_file(chamber)
        try:
            topology: dict[str, Any] = json.loads(files[name].decode("utf-8"))
            for district in topology["objects"]["districts"]["geometries"]:
                int(district["id"])
            shapes[chamber] = topology
        except (ValueError, KeyError, TypeError) as error:
            problem = _("the outlines of the districts cannot be read")
            remedy = _("Run python -m tools.make_districts.")
            found.append(Offence(name, 0, "", str(error), problem, remedy))
    return shapes, found

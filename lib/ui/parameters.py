"""What an address may say: the choices of figures and pages, and what is none of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import figures
from lib.subjects.milestones import overlay
from lib.subjects.milestones.words_overlay import choices
from lib.ui import library
from lib.ui.edition import per_edition

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The views of a figure as the address names them.
VIEWS = ("Chart", "Table", "Download", "About")

#: Parts of an address longer than this are cut before they are read back to the visitor.
PART_LENGTH = 40

#: What newsletters, social networks and search engines add to a link so as to count its readers.
#: It asks nothing of a page, so nothing is said of it, and it goes into no link that we make.
TRACKING_BEGINS = (
    "utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "_hs", "__hs", "hsct", "mc_", "fb_", "gad_",
    "_ga", "_gl", "elq", "vero_", "oly_", "trk", "itm_", "stm_", "at_", "wt.", "ns_", "ck_", "ss_",
)  # fmt: skip
TRACKING_ENDS = ("clid", "clkid", "clickid")
TRACKING = frozenset({
    "gclsrc", "gbraid", "wbraid", "srsltid", "igsh", "igshid", "mibextid", "li_fat_id", "epik",
    "s_kwcid", "s_cid", "ef_id", "mkt_tok", "_openstat", "_kx", "_ke", "rdt_cid", "cmpid", "ncid",
    "_branch_match_id", "nr_email_referer", "wickedid", "bhlid", "_bhlid", "dm_i", "spm", "__s",
    "ref", "ref_src", "ref_url", "referer", "referrer", "campaign", "campaign_id", "cid", "si",
    "source", "trackingid", "__cf_chl_tk", "__cf_chl_rt_tk",
})  # fmt: skip

_own: set[str] = set()


def own(*names: str) -> None:
    """Make known choices of a page that are no parameter of a figure; called at import."""
    _own.update(names)


def is_tracking(name: str) -> bool:
    """True for a part of an address that counts readers and asks nothing of the page."""
    small = name.lower()
    return small in TRACKING or small.startswith(TRACKING_BEGINS) or small.endswith(TRACKING_ENDS)


def view(figure_id: str) -> str:
    """The name of the choice of a figure's view."""
    return f"{figure_id}_view"


def laid_over(figure_id: str) -> str:
    """The name of the choice of milestones over a figure."""
    return f"{figure_id}_{overlay.PARAMETER}"


@per_edition(maxsize=1)
def of_figures() -> Mapping[str, frozenset[str]]:
    """Every choice that a figure offers -> the values it may have on any page."""
    known: dict[str, set[str]] = {}
    for figure_id in figures.REGISTRY:
        known[view(figure_id)] = {value.lower() for value in VIEWS}
        known[laid_over(figure_id)] = set(choices(library.store()))
        for name, values in figures.options(figure_id, library.store()).items():
            known.setdefault(name, set()).update(value.lower() for value in values)
    return {name: frozenset(values) for name, values in known.items()}


def is_known(name: str) -> bool:
    """True for the name of a choice on any page."""
    return name in _own or name in of_figures()


def part(name: str, value: str) -> str:
    """One part of an address as it is read back to the visitor."""
    return f"{name}={value}"[:PART_LENGTH]


def odd(given: Mapping[str, str]) -> list[str]:
    """The parts of an address that no page knows, by their name or by their value.

    What a page's own control does not offer, that control says (`lib.ui.address`).
    """
    return [
        part(name, value)
        for name, value in given.items()
        if not is_tracking(name) and not (name in _own or value.lower() in _values(name))
    ]


def _values(name: str) -> frozenset[str]:
    return of_figures().get(name, frozenset())


def is_told(name: str, value: str) -> bool:
    """True where the head of the page has named this part of the address already."""
    return bool(odd({name: value}))

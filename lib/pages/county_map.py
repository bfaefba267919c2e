"""County map: color the counties by services, need, context, or need and services together."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Page, Section, Special
from lib.subjects.county_map import words as county_map

PAGE = Page(
    "county_map",
    lambda held: county_map.page_headline(held.figure("county_map")),
    lambda held: county_map.page_introduction(held.figure("county_map")),
    items=(
        Section(
            N_("The map and its numbers"),
            (
                Special(
                    "county_map",
                    ("county_map", "county_bars", "need_supply_map", "need_supply_bars"),
                    ("color", "drawing", "county", "layer"),
                    under={"county_bars": "county_map", "need_supply_bars": "need_supply_map"},
                ),
                Special("to_every_district"),
            ),
            is_unseen=True,
        ),
    ),
    unknowns=("Hospital programs",),
)

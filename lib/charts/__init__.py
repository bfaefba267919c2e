"""Forms: pure functions from column names to a Vega-Lite specification without data.

A form knows no indicator, opens no file and names no color value. The columns that each
needs stand in its docstring; `rows` with these columns are bound when the figure is drawn.

What many forms take means the same in all: `colors` is kind or series -> color token, in the order
of the legend; `tooltip` (field, label) pairs of formatted text; `count` the bars or rows and `step`
the pixels of one, for the height; `years` the first and last year of the axis; `top` the upper end
of the axis of values, `ticks` the values named on it, `value_format` their d3 format; `picked` the
name of the click that gives a row's `county_fips`.
"""

from lib.charts.apart import apart, label_sides, name_sides
from lib.charts.bars import bars
from lib.charts.coverage import coverage
from lib.charts.dot_gap import dot_gap
from lib.charts.events import events
from lib.charts.flowing import places
from lib.charts.form import Form
from lib.charts.gantt import gantt, rows_at
from lib.charts.gaps import gaps, parts
from lib.charts.grouped import grouped
from lib.charts.key import key
from lib.charts.lanes import Laid, laid, lanes
from lib.charts.named import named
from lib.charts.naming import LARGEST, named_at
from lib.charts.panels import panels
from lib.charts.quadrants import Side, quadrants, side
from lib.charts.room import roomy
from lib.charts.spec import lean
from lib.charts.strip import strip
from lib.charts.tiers import tiers
from lib.charts.trend import trend, with_milestones, years_of
from lib.charts.units import units

__all__ = [
    "LARGEST",
    "Form",
    "Laid",
    "Side",
    "apart",
    "bars",
    "coverage",
    "dot_gap",
    "events",
    "gantt",
    "gaps",
    "grouped",
    "key",
    "label_sides",
    "laid",
    "lanes",
    "lean",
    "name_sides",
    "named",
    "named_at",
    "panels",
    "parts",
    "places",
    "quadrants",
    "roomy",
    "rows_at",
    "side",
    "strip",
    "tiers",
    "trend",
    "units",
    "with_milestones",
    "years_of",
]

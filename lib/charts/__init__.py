"""Forms: pure functions from column names to a Vega-Lite specification without data.

A form knows no indicator, opens no file and names no color value. The columns that each
needs stand in its docstring; `rows` with these columns are bound when the figure is drawn.
"""

from lib.charts.bars import bars
from lib.charts.dot_gap import dot_gap
from lib.charts.trend import trend
from lib.charts.units import units

__all__ = ["bars", "dot_gap", "trend", "units"]

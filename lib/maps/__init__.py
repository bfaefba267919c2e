"""Maps of California drawn from bundled county shapes; nothing is asked of the network."""

from lib.maps.choropleth import SHAPES_URL, classes
from lib.maps.counties import counties, from_the_top
from lib.maps.crossed import Cell, Crossed
from lib.maps.districts import district_dots, districts
from lib.maps.dots import dots
from lib.maps.shaped import PICKED, ZERO

__all__ = [
    "PICKED",
    "SHAPES_URL",
    "ZERO",
    "Cell",
    "Crossed",
    "classes",
    "counties",
    "district_dots",
    "districts",
    "dots",
    "from_the_top",
]

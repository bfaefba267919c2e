"""Maps of California drawn from bundled county shapes; nothing is asked of the network."""

from lib.maps.choropleth import SHAPES_URL, classes

__all__ = ["SHAPES_URL", "classes"]

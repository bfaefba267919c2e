"""Present: stories for a convening, on the projector and as files to take away."""

from lib import ui
from lib.pages import present

ui.draw(present.PAGE)

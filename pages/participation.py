"""Participation: memberships, training and networks, each at its own date."""

from lib import ui
from lib.pages import participation

ui.draw(participation.PAGE)

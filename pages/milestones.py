"""Milestones: laws, rules, benefits, programs, reports, money and coalitions in time."""

from lib import ui
from lib.pages import milestones

ui.draw(milestones.PAGE)

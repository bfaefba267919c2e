"""Community action: a county's needs-assessment starter, toolkits, coalitions, field plans."""

from lib import ui
from lib.pages import community_action

ui.draw(community_action.PAGE)

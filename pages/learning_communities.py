"""Learning communities: who learned together, when, who paid, and what is known of it."""

from lib import ui
from lib.pages import learning_communities

ui.draw(learning_communities.PAGE)

"""Where California stands: the statewide map and the numbers beside it."""

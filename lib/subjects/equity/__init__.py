"""Groups beside each other, with what is held and what is not."""

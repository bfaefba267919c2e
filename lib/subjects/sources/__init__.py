"""The catalog of indicators and where each was read."""

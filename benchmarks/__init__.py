"""Timings that are run on purpose, never inside the unit tests."""

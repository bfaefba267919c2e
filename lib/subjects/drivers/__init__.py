"""The drivers and opportunities of the 2023 review, with their evidence."""

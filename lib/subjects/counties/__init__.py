"""One county: its hospitals, people, plans, neighbors and peers."""

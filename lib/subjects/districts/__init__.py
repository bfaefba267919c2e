"""One legislative district: its sites, its place among the districts of its chamber."""

"""Learning communities, partnerships, technical assistance and grants."""

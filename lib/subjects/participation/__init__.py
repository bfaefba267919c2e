"""Memberships, training, centers and networks."""

"""Pure arithmetic on the tables of the store; no function writes to its input."""

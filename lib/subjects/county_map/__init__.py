"""Counties in classes: any measure as a map and as bars, need and supply together."""

"""What several subjects hold in common: how a figure is put together, sites, status, columns."""

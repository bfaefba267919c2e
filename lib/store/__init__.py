"""The only reader of data/: files in, a checked and frozen Store out."""

from lib.store.bundle import DATA, Store, load

__all__ = ["DATA", "Store", "load"]

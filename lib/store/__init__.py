"""The only reader of data/: files in, a checked and frozen Store out."""

from lib.store.bundle import Store
from lib.store.files import bundle_files
from lib.store.loading import DATA, file_names, load

__all__ = ["DATA", "Store", "bundle_files", "file_names", "load"]

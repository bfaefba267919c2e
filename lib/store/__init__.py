"""The only reader of data/: files in, a checked and frozen Store out."""

from lib.store.bundle import Store
from lib.store.files import DATA, bundle_file, bundle_files, folder_files
from lib.store.loading import assembled, file_names, load

__all__ = [
    "DATA",
    "Store",
    "assembled",
    "bundle_file",
    "bundle_files",
    "file_names",
    "folder_files",
    "load",
]

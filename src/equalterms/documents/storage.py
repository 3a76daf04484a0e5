"""Where files are kept: in a folder of their own that no web address leads to. A view decides who may have one."""

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """Return the storage of files that are only given out by a view, after it has checked who asks."""
    return storages["private"]

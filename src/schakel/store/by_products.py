"""By-products of a workspace: made by one program at a time, and thrown away when a source is removed."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from schakel.store.workspace import Workspace


@contextmanager
def making(workspace: Workspace) -> Iterator[None]:
    """Waits until nobody else makes by-products of this workspace, and keeps others waiting until the end."""
    lock = os.open(workspace.root / ".making", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def discard_by_products(workspace: Workspace) -> None:
    """Throws away what was made from the tables only to be quicker; what is being made now is waited for."""
    with making(workspace):
        for folder in (workspace.index, workspace.kept):
            shutil.rmtree(folder, ignore_errors=True)

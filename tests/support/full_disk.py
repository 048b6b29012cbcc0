"""A disk on which there is no room."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

import pytest


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """A context in which nothing can be written."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.write", full)
        yield

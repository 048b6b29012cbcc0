"""Where the user's work on a dossier is kept: beside the articles, or in the user's own folder."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from fenttui import paths


def is_writable(folder: Path) -> bool:
    """Return whether files can be made in `folder`, or the folder itself can be made."""
    access = os.W_OK | os.X_OK
    if folder.is_dir():
        return os.access(folder, access)
    return not os.path.lexists(folder) and os.access(folder.parent, access)


@lru_cache(maxsize=64)
def is_bundled(root: Path) -> bool:
    """Return whether `root` is the dossier that ships with the program, which an upgrade replaces."""
    return os.path.realpath(root) == os.path.realpath(paths.bundled("seeds"))


@lru_cache(maxsize=64)
def name_of_own(root: Path) -> str:
    """Return the name under which the user's data folder keeps files of the dossier `root`."""
    if is_bundled(root):
        # Its path may change with an upgrade, so that its hash cannot name it.
        return "seeds-bundled"
    resolved = os.path.realpath(root)
    return fit_name(Path(resolved).name or "root", f"-{_digest(resolved)[:8]}")


def fit_name(name: str, suffix: str, limit: int = 250) -> str:
    """Return `name + suffix`; where that is too long for a file system, cut and made unique by a hash.

    Args:
        name: A file name without folders.
        suffix: What must stay at its end.
        limit: The longest result in bytes; most file systems allow 255.
    """
    whole = name + suffix
    if len(os.fsencode(whole)) <= limit:
        return whole
    ending = f"-{_digest(whole)[:12]}{suffix}"
    start = os.fsencode(name)[: limit - len(os.fsencode(ending))]
    return start.decode("utf-8", "ignore") + ending


def _digest(path: str) -> str:
    # ~4 ms to import: only where a name is made.
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(os.fsencode(path)).hexdigest()

"""The names of the copies that sync services, merge tools and editors leave beside a file."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

CopyKind = Literal["conflict", "backup"]
"""Made where two machines changed one file, or kept before a file was changed."""

_CONFLICTS = (
    # Of Syncthing, such as `talks.sync-conflict-20250402-101112-ABCDEFG.toml`.
    re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]{7})?(?=\.[^.]*$|$)"),
    # Of Dropbox, Nextcloud and ownCloud: `(Ada's conflicted copy 2025-04-02)`, `(Case Conflict 1)`.
    re.compile(
        r" \((?:[^()]* )?(?:conflicted copy|case conflict)(?: [^()]*)?\)(?=\.[^.]*$|$)", re.IGNORECASE
    ),
    # Of older clients of ownCloud.
    re.compile(r"_conflict-\d{8}-\d{6}(?=\.[^.]*$|$)"),
)
_NUMBERED = re.compile(r" \(\d{1,3}\)(?=\.[^.]*$|$)")
_BACKUPS = ("~", ".orig", ".bak")


@dataclass(frozen=True, slots=True)
class CopyName:
    """What the name of a copy says."""

    original: str
    """The name of the file that it is a copy of."""
    kind: CopyKind
    """How it came to be."""
    certain: bool = True
    """Whether nothing but a copy has such a name; `talks (1)` may also be a name that somebody chose."""


def copy_name(name: str) -> CopyName | None:
    """Return what a file name says of the copy it names; None where it is no copy's name."""
    for ending in _BACKUPS:
        if name.endswith(ending) and len(name) > len(ending):
            return CopyName(name.removesuffix(ending), "backup")
    for pattern in _CONFLICTS:
        # Each device adds its own: a copy of a copy is one of the first file.
        if (original := pattern.sub("", name)) != name and original.partition(".")[0]:
            inner = copy_name(original)
            return CopyName(inner.original if inner and inner.certain else original, "conflict")
    if (original := _NUMBERED.sub("", name)) != name and original.partition(".")[0]:
        return CopyName(original, "conflict", certain=False)
    return None


def is_copy_of_article(path: Path) -> bool:
    """Return whether an article's file is a copy that a sync service has made of another one beside it."""
    said = copy_name(path.name)
    return said is not None and said.certain and os.path.lexists(path.with_name(said.original))

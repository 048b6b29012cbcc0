"""Versions of texts from a git repository: notes made at one are sought in a later one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from benchmarks.anchoring.tracked import NEW, Tracked

_MOST = 12
"""How many versions of a file are looked at, evenly over its history."""


def versions(repository: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the path of each text of a repository with its versions, the oldest first."""
    for path in _git(repository, "ls-files", "*.txt", "*.md").splitlines():
        commits = _git(repository, "log", "--format=%H", "--reverse", "--", path).split()
        step = max(1, len(commits) // _MOST)
        texts = [_git(repository, "show", f"{commit}:{path}") for commit in commits[::step]]
        yield path, [text for text in texts if text.strip()]


def tracked_change(before: str, after: str) -> Tracked:
    """Return `after` with where its characters stood in `before`, by their edit distance."""
    origins = [NEW] * len(after)
    for code in Levenshtein.opcodes(before, after):
        if code.tag == "equal":
            origins[code.dest_start : code.dest_end] = range(code.src_start, code.src_end)
    return Tracked(after, origins)


def _git(repository: Path, *arguments: str) -> str:
    command = ["git", "-C", str(repository), *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")

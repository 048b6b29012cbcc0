"""Dossiers to measure with: the bundled articles over and over, the same at every run."""

from __future__ import annotations

import datetime as dt
import shutil
from itertools import cycle, islice
from pathlib import Path

from fenttui.paths import bundled

_FIRST_DAY = dt.date(1998, 1, 1)


def seed_texts() -> list[str]:
    """The bodies of the bundled articles."""
    paths = sorted(bundled("seeds").glob("*.txt"))
    return [path.read_text("utf-8").lstrip().split(" ", 2)[2].strip() for path in paths]


def two_articles(folder: Path) -> Path:
    """A copy of the bundled dossier."""
    folder.mkdir()
    for path in sorted(bundled("seeds").glob("*.txt")):
        shutil.copy(path, folder)
    return folder


def many_articles(folder: Path, count: int) -> Path:
    """A dossier of `count` articles, one a day."""
    folder.mkdir()
    for number, text in enumerate(islice(cycle(seed_texts()), count)):
        day = _FIRST_DAY + dt.timedelta(days=number)
        (folder / f"{number:05d}.txt").write_text(f"date {day}\nNumber {number}. {text}\n", encoding="utf-8")
    return folder


def one_long_article(folder: Path, size: int) -> Path:
    """A dossier of one article of about `size` bytes."""
    folder.mkdir()
    parts, total = [], 0
    for text in cycle(seed_texts()):
        parts.append(text)
        total += len(text.encode())
        if total >= size:
            break
    (folder / "long.txt").write_text("date 2025-04-02\n" + "\n\n".join(parts), encoding="utf-8")
    return folder

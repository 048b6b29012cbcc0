"""Files and folders that complete a path."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class PathChoice(NamedTuple):
    """A file or folder that a path can be completed to."""

    text: str
    """The path that continues the typed text; a folder's ends in a slash."""
    is_folder: bool


def path_choices(typed: str, endings: Sequence[str] = (), *, dashes: bool = False) -> list[PathChoice]:
    """Return the paths that start with `typed`, in alphabetical order; hidden names only after a typed dot.

    Args:
        typed: the path so far, without quotes; `~` and variables are read as the shell reads them.
        endings: the endings of wanted files; if none of the files has one, all are offered.
        dashes: whether a name may begin with a dash; else it is offered as `./NAME`, since it would be taken
            for an option.
    """
    head, slash, tail = typed.rpartition("/")
    folder = head + slash
    found = sorted(_names(_expanded(folder), tail))
    wanted = [each for each in found if each[1] or each[0].lower().endswith(tuple(endings))]
    if not any(not is_folder for _, is_folder in wanted):
        wanted = found
    choices = []
    for name, is_folder in wanted:
        before = "./" if not folder and name.startswith("-") and not dashes else folder
        choices.append(PathChoice(f"{before}{name}{'/' * is_folder}", is_folder))
    return choices


def _expanded(folder: str) -> str:
    if not folder or os.path.isdir(folder):  # noqa: PTH112 - a name as it is typed, with its slash
        return folder or "."
    return os.path.expanduser(os.path.expandvars(folder))  # noqa: PTH111 - as above


def _names(folder: str, start: str) -> Iterator[tuple[str, bool]]:
    try:
        with os.scandir(folder) as items:
            for item in items:
                if item.name.startswith(start) and (start or not item.name.startswith(".")):
                    yield item.name, item.is_dir()
    except OSError:
        return

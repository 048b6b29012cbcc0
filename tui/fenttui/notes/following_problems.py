"""What is told of notes' files that belong to no article, and of copies; each with the command that helps."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from fenttui.articles.article import Entry
from fenttui.notes.following import NotesCopy, Stray, following
from fenttui.problem import Problem
from fenttui.visible import visible_line


def following_problems(root: Path) -> Iterator[Problem]:
    """Yield the problems of the strays and the copies among the notes of a root."""
    found = following(root)
    yield from (_of_stray(stray) for stray in found.strays)
    yield from (_of_copy(copy, root) for copy in found.copies)


def problems_of(entry: Entry) -> Iterator[Problem]:
    """Yield the problems of the strays that may be an article's, and of the conflict copies of its notes."""
    found = following(entry.root)
    for stray in found.strays:
        if any(each.name == entry.name for each in stray.candidates):
            yield _of_stray(stray)
    for copy in found.copies:
        if copy.kind == "conflict" and copy.article is not None and copy.article.name == entry.name:
            yield _of_copy(copy, entry.root)


def adopt_command(stray: Stray) -> str:
    """Return the command that gives a stray's notes to an article; `ARTICLE` stands for one to be chosen."""
    article = _word(stray.candidates[0].path) if stray.candidates else "ARTICLE"
    return f"fenttui notes adopt {_word(stray.path)} {article}"


def merge_command(copy: NotesCopy, root: Path) -> str:
    """Return the command that merges a copy; `ARTICLE` stands for one to be chosen."""
    command = f"fenttui notes merge {_word(copy.path)}"
    if copy.article is None:
        return f"{command} ARTICLE"
    # From a file in the data folder one cannot tell whose notes it has.
    return command if copy.path.is_relative_to(root) else f"{command} {_word(copy.article.path)}"


def _of_stray(stray: Stray) -> Problem:
    if stray.problem:
        return Problem(stray.path, f"no article has this name, and {stray.problem}")
    if len(stray.candidates) > 1:
        names = " or ".join(visible_line(entry.name) for entry in stray.candidates[:3])
        fault = f"these notes may be those of {names}, which cannot be told apart"
    elif stray.candidates:
        fault = f"another file, too, may hold the notes of {visible_line(stray.candidates[0].name)}"
    else:
        fault = "the article of these notes is not found"
    return Problem(stray.path, f"{fault}; give them to one with `{adopt_command(stray)}`")


def _of_copy(copy: NotesCopy, root: Path) -> Problem:
    name = visible_line(copy.original.name)
    command = merge_command(copy, root)
    if copy.kind == "conflict":
        return Problem(copy.path, f"this is a conflict copy of {name}; merge it with `{command}`")
    message = f"this is a backup of {name}; delete it, or merge it with `{command}`"
    return Problem(copy.path, message, severity="warning")


def _word(path: Path) -> str:
    return visible_line(shlex.quote(str(path)))

"""The corrections of actors on disk: read from where they are, saved with what others wrote merged in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fenttui.corrections.actor_facts import Facts, corrections_of
from fenttui.corrections.actors_file import ActorsFile, format_actors, parse_actors
from fenttui.corrections.fact_merging import merge_facts
from fenttui.corrections.location import actors_path, other_actors_path
from fenttui.extract.coreference.corrections import Corrections, combined
from fenttui.problem import Problem, ProblemError
from fenttui.storage.saving import read_saved, saving, write_over

_WHAT = "the corrections"


def load_actors(path: Path) -> ActorsFile:
    """Reads one file of corrections; a missing one is empty.

    Raises:
        ProblemError: It cannot be read, does not parse, or is of a newer format.
    """
    content = read_saved(path, _WHAT)
    return parse_actors(path, content) if content.strip() else ActorsFile()


def save_actors(path: Path, base: ActorsFile, ours: Facts) -> ActorsFile:
    """Saves corrections, with what another program wrote since `base` merged in.

    Args:
        path: The file.
        base: The file as it was last read or written.
        ours: The facts to save.

    Returns:
        The file as it is on the disk now.

    Raises:
        ProblemError: Nothing was written and the old file is as it was.
    """
    with saving(path, _WHAT):
        theirs = load_actors(path)
        on_disk = theirs.content
        if base.content and not on_disk:
            # A file that vanished or was emptied is an accident, not the wish to take every correction back.
            theirs = base
        result = replace(theirs, facts=merge_facts(base.facts, ours, theirs.facts))
        if not on_disk and not result.facts and not base.content:
            return ActorsFile()
        content = format_actors(result)
        # Read back before it replaces anything: what cannot be read must not be written.
        saved = parse_actors(path, content)
        write_over(path, content, on_disk, own=base.written and base.content == on_disk)
        return replace(saved, written=True)


def corrections_beside(roots: Sequence[Path], below: Corrections) -> tuple[Corrections, tuple[Problem, ...]]:
    """The corrections of a dossier that are not in the file that is written to.

    They are in the files of the folders after the first, of which an earlier one outweighs a later one, and
    in the place that the first one's file is not in: it was writable once and is not now, or the other way.

    Args:
        roots: the dossier's folders.
        below: those of the settings, which all these outweigh.

    Returns:
        They with `below`, and what is wrong with the files.
    """
    problems: list[Problem] = []
    files = [path for root in roots for path in (actors_path(root), other_actors_path(root))]
    for path in reversed(files[1:]):
        try:
            file = load_actors(path)
        except ProblemError as error:
            problems.append(error.problem)
        else:
            problems += file.problems
            below = combined(below, corrections_of(file.facts))
    return below, tuple(reversed(problems))

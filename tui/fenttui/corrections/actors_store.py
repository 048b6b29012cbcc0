"""The corrections of actors on disk: read from where they are, saved with what others wrote merged in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from fenttui.corrections.actor_facts import Facts, corrections_of
from fenttui.corrections.actors_file import ActorsFile, parse_actors
from fenttui.corrections.actors_path import actors_path, other_actors_path
from fenttui.corrections.actors_writing import write_actors
from fenttui.corrections.fact_merging import FactRules
from fenttui.extract.coreference.corrections import Corrections, combined
from fenttui.problem import Problem, ProblemError
from fenttui.storage.merging import merge_records
from fenttui.storage.record_file import load_file, save_file

_WHAT = "the corrections"


@dataclass(frozen=True, slots=True)
class ActorsStore:
    """Where the corrections of one dossier are kept."""

    root: Path | None
    """The dossier's folder; None for a dossier without one, of which nothing is kept."""

    @property
    def path(self) -> Path | None:
        """The file that they are written to."""
        return None if self.root is None else actors_path(self.root)

    def read(self) -> ActorsFile:
        """Return the corrections as they are kept now; raises as `load_actors` does."""
        path = self.path
        return ActorsFile() if path is None else load_actors(path)

    def save(self, base: ActorsFile, records: Facts) -> ActorsFile:
        """Save corrections; as `save_actors`."""
        path = self.path
        return ActorsFile(facts=records) if path is None else save_actors(path, base, records)


def load_actors(path: Path) -> ActorsFile:
    """Return what one file of corrections holds; a missing one is empty.

    Raises:
        ProblemError: It cannot be read, does not parse, or is of a newer format.
    """
    return load_file(path, _WHAT, parse_actors, ActorsFile())


def save_actors(path: Path, base: ActorsFile, ours: Facts) -> ActorsFile:
    """Save corrections, with what another program wrote since `base` merged in.

    Args:
        path: The file.
        base: The file as it was last read or written.
        ours: The facts to save.

    Returns:
        The file as it is on the disk now.

    Raises:
        ProblemError: Nothing was written and the old file is as it was.
    """

    def merge(theirs: ActorsFile) -> ActorsFile:
        merged = merge_records(base.facts, ours, theirs.facts, FactRules())
        return replace(theirs, facts=merged.records, problems=(), clashes=merged.clashes)

    return save_file(
        path,
        _WHAT,
        base,
        read=partial(load_actors, path),
        merge=merge,
        write=partial(write_actors, path),
    )


def corrections_beside(roots: Sequence[Path], below: Corrections) -> tuple[Corrections, tuple[Problem, ...]]:
    """Return the corrections of a dossier that are not in the file that is written to.

    They are in the files of the folders after the first, of which an earlier one overrides a later one, and
    in the other file of the first one: it was writable once and is not now, or the reverse.

    Args:
        roots: The dossier's folders.
        below: Those of the settings, which all these override.

    Returns:
        These corrections over `below`, and what is wrong with the files.
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

"""The user's corrections of one dossier's actors: each is saved at once and can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fenttui.corrections import actor_facts
from fenttui.corrections.actor_facts import NAMING, Fact, Facts, corrections_of
from fenttui.corrections.actors_file import ActorsFile
from fenttui.corrections.actors_store import ActorsStore, corrections_beside
from fenttui.corrections.fact_merging import FactRules
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections, combined
from fenttui.kinds import ActorKind
from fenttui.problem import Problem
from fenttui.storage.journal import Journal
from fenttui.storage.values import same_value
from fenttui.visible import visible_line

CHANGED_ELSEWHERE = "not possible: another program changed the same actor since"


class ActorBook:
    """Corrections of who is who, as the screen makes them.

    Names are those that the screen shows. Every method that corrects returns a sentence for the status line
    that says what it did, and raises CorrectionError with such a sentence where that makes no sense. A
    correction is made in memory and then saved: where saving fails it raises ProblemError, `unsaved` is true,
    the correction applies nevertheless, and `save` tries again.
    """

    def __init__(self, roots: Sequence[Path], below: Corrections = NO_CORRECTIONS) -> None:
        """Read the dossier's corrections.

        Args:
            roots: The dossier's folders; corrections are written to the file of the first one.
            below: Those of the settings, which the dossier's own override.
        """
        self._roots = tuple(roots)
        self._settings = below
        self._store = ActorsStore(self._roots[0] if self._roots else None)
        self._corrections = below
        self._version = 0
        self._below, self._beside = corrections_beside(self._roots, below)
        self._journal: Journal[Fact, Any, ActorsFile] = Journal(
            self._store,
            FactRules(),
            ActorsFile(),
            refusal=CHANGED_ELSEWHERE,
            changed=self._combine,
        )

    @property
    def corrections(self) -> Corrections:
        """All corrections in force: those of the settings with the dossier's over them."""
        return self._corrections

    @property
    def version(self) -> int:
        """Grows with every change of `corrections`, so that what is made with them can be keyed by it."""
        return self._version

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the dossier's files of corrections."""
        return (*self._journal.problems, *self._beside)

    @property
    def unsaved(self) -> bool:
        """Whether something is in memory alone."""
        return self._journal.unsaved

    @property
    def path(self) -> Path | None:
        """The file that corrections are written to; None for a dossier without a folder."""
        return self._store.path

    def merge(self, actor: str, into: str, kind: ActorKind | None = None) -> str:
        """Make `actor` and all its names the actor `into`.

        Args:
            actor: The one that goes.
            into: The one that stays.
            kind: The kind of `into`, given where the kinds of the two differ.
        """
        words = f"{visible_line(actor)} merged into {visible_line(into)}"
        return self._do(words, actor_facts.merged(self._journal.records, actor, into, kind))

    def split(self, actor: str, text: str, to: str | None = None) -> str:
        """Take the mentions of `actor` that say `text`, one of its aliases, out of it.

        Args:
            actor: The actor.
            text: The alias.
            to: The actor that these become, new or not; None for one with the name `text`.
        """
        words = f"{visible_line(text)} split from {visible_line(actor)}"
        return self._do(words, actor_facts.split(self._journal.records, actor, text, to))

    def rename(self, actor: str, name: str) -> str:
        """Show `actor` as `name`; its mentions by a demonym or a capital follow."""
        words = f"{visible_line(actor)} renamed to {visible_line(name)}"
        return self._do(words, actor_facts.renamed(self._journal.records, actor, name))

    def set_kind(self, actor: str, kind: ActorKind | None) -> str:
        """Give `actor` a kind; None leaves it to the program."""
        words = f"{visible_line(actor)} is of the kind {kind or 'that the program finds'}"
        return self._do(words, actor_facts.with_kind(self._journal.records, actor, kind))

    def ignore(self, actor: str) -> str:
        """Stop showing `actor`, however it is named."""
        return self._do(f"{visible_line(actor)} ignored", actor_facts.ignoring(self._journal.records, actor))

    def unignore(self, actor: str) -> str:
        """Show an ignored actor again."""
        after = actor_facts.unignoring(self._journal.records, actor)
        return self._do(f"{visible_line(actor)} shown again", after)

    def undo(self) -> str | None:
        """Take the last correction back, unless another program changed the same since.

        Returns:
            What happened, for the status line; None where there is nothing to undo.

        Raises:
            ProblemError: It is undone, but that could not be saved.
        """
        return self._told(self._journal.undo())

    def redo(self) -> str | None:
        """Make the last undone correction again; as `undo`."""
        return self._told(self._journal.redo())

    def save(self) -> None:
        """Save, and take in what another program wrote meanwhile.

        Raises:
            ProblemError: Nothing was written; the corrections stay in memory, `unsaved`.
        """
        self._journal.save()

    def reload(self) -> bool:
        """Take in what another program wrote, without losing what is unsaved here.

        Returns:
            Whether the corrections differ from before.

        Raises:
            ProblemError: The file cannot be used now; the corrections here stay.
        """
        before = self._corrections
        self._below, self._beside = corrections_beside(self._roots, self._settings)
        self._combine(self._journal.records)
        self._journal.reload()
        return self._corrections != before

    def _do(self, words: str, after: Facts) -> str:
        before = self._journal.records
        changes = {
            fact: after.get(fact)
            for fact in {**before, **after}
            if not same_value(before.get(fact), after.get(fact))
        }
        self._journal.edit(changes, undone=f"undone: {words}", redone=f"redone: {words}")
        return "; ".join([words, *self._joined_elsewhere(changes), *self._clashes()])

    def _told(self, words: str | None) -> str | None:
        return None if words is None else "; ".join([words, *self._clashes()])

    def _clashes(self) -> tuple[str, ...]:
        clash = self._journal.take_clash()
        return () if clash is None else (clash,)

    def _joined_elsewhere(self, changes: Mapping[Fact, Any | None]) -> list[str]:
        """Return a sentence for each actor of a correction that another program has merged meanwhile."""
        facts = self._journal.records
        actors = {
            value if topic in NAMING else name
            for (topic, name), value in changes.items()
            if value is not None and not same_value(value, facts.get((topic, name)))
        }
        return [
            f"another program merged {visible_line(actor)} into {visible_line(facts['join', actor])}"
            for actor in sorted(actors)
            if ("join", actor) in facts
        ]

    def _combine(self, facts: Facts) -> None:
        corrections = combined(self._below, corrections_of(facts))
        if corrections != self._corrections:
            self._corrections = corrections
            self._version += 1

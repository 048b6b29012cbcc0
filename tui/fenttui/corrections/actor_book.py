"""The reader's corrections of one dossier's actors: each saved at once, and undone at will."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fenttui.corrections import actor_facts
from fenttui.corrections.actor_facts import NO_FACTS, Fact, Facts, corrections_of
from fenttui.corrections.actors_file import ActorsFile
from fenttui.corrections.actors_store import corrections_beside, load_actors, save_actors
from fenttui.corrections.fact_merging import merge_facts
from fenttui.corrections.location import actors_path
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections, combined
from fenttui.extract.mention import ActorKind
from fenttui.problem import Problem, ProblemError
from fenttui.visible import visible_line

CHANGED_ELSEWHERE = "not possible: another program changed the same actor since"


@dataclass(frozen=True, slots=True)
class _Step:
    """One correction: the facts that it changed, each None where it was not or is no more."""

    words: str
    before: Mapping[Fact, Any]
    after: Mapping[Fact, Any]


class ActorBook:
    """Corrections of who is who, as the screen makes them.

    Names are those that the screen shows. Every method that corrects returns what it did, in words for the
    status line, and raises CorrectionError with a sentence for it where that makes no sense. A correction is
    in memory first and then on the disk: where saving fails it raises ProblemError, `unsaved` is true, the
    correction is in force all the same, and `save` tries again.
    """

    def __init__(self, roots: Sequence[Path], below: Corrections = NO_CORRECTIONS) -> None:
        """Reads the dossier's corrections.

        Args:
            roots: the dossier's folders; corrections are written to the first one's file.
            below: those of the settings, which the dossier's own outweigh.
        """
        self._roots = tuple(roots)
        self._settings = below
        self._base = ActorsFile()
        self._facts: Facts = NO_FACTS
        self._below = self._corrections = below
        self._beside: tuple[Problem, ...] = ()
        self._fault: Problem | None = None
        self._unsaved = False
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        with contextlib.suppress(ProblemError):
            self._read()

    @property
    def corrections(self) -> Corrections:
        """All corrections in force, the settings' with the dossier's over them."""
        return self._corrections

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the dossier's files of corrections."""
        return (*(() if self._fault is None else (self._fault,)), *self._base.problems, *self._beside)

    @property
    def unsaved(self) -> bool:
        """Whether something is in memory alone."""
        return self._unsaved

    @property
    def path(self) -> Path | None:
        """The file that corrections are written to; None for a dossier without a folder."""
        return actors_path(self._roots[0]) if self._roots else None

    def merge(self, actor: str, into: str, kind: ActorKind | None = None) -> str:
        """Makes `actor` and all its names the actor `into`.

        Args:
            actor: the one that goes.
            into: the one that stays.
            kind: the kind of `into`, given where the kinds of the two differ.
        """
        words = f"{visible_line(actor)} merged into {visible_line(into)}"
        return self._do(words, actor_facts.merged(self._facts, actor, into, kind))

    def split(self, actor: str, text: str, to: str | None = None) -> str:
        """Takes what some mentions of `actor` say, one of its row's `aliases`, out of it.

        Args:
            actor: the actor.
            text: the alias.
            to: the actor that it becomes, new or not; None for one that is called as the alias is.
        """
        words = f"{visible_line(text)} split from {visible_line(actor)}"
        return self._do(words, actor_facts.split(self._facts, actor, text, to))

    def rename(self, actor: str, name: str) -> str:
        """Shows `actor` as `name`; its mentions by a demonym or a capital follow."""
        words = f"{visible_line(actor)} renamed to {visible_line(name)}"
        return self._do(words, actor_facts.renamed(self._facts, actor, name))

    def set_kind(self, actor: str, kind: ActorKind | None) -> str:
        """Gives `actor` a kind; None leaves it to the program."""
        words = f"{visible_line(actor)} is of the kind {kind or 'that the program finds'}"
        return self._do(words, actor_facts.with_kind(self._facts, actor, kind))

    def ignore(self, actor: str) -> str:
        """No longer shows `actor`, however it is named."""
        return self._do(f"{visible_line(actor)} ignored", actor_facts.ignoring(self._facts, actor))

    def ignore_text(self, text: str) -> str:
        """No longer takes what says just `text` for a mention of anything."""
        return self._do(f"“{visible_line(text)}” ignored", actor_facts.ignoring_text(self._facts, text))

    def unignore(self, actor: str) -> str:
        """Shows an ignored actor again."""
        after = actor_facts.heeding(self._facts, actor)
        return self._do(f"{visible_line(actor)} shown again", after)

    def unignore_text(self, text: str) -> str:
        """Takes an ignored text for a mention again."""
        after = actor_facts.heeding_text(self._facts, text)
        return self._do(f"“{visible_line(text)}” shown again", after)

    def undo(self) -> str | None:
        """Takes the last correction back, as far as no other program touched the same since.

        Returns:
            What happened, for the status line; None where there is nothing to undo.

        Raises:
            ProblemError: It is undone, but that could not be saved.
        """
        if not self._undo:
            return None
        step = self._undo.pop()
        if not self._replace(step.after, step.before):
            return CHANGED_ELSEWHERE
        self._redo.append(step)
        self.save()
        return f"undone: {step.words}"

    def redo(self) -> str | None:
        """Makes the last undone correction again; as `undo`."""
        if not self._redo:
            return None
        step = self._redo.pop()
        if not self._replace(step.before, step.after):
            return CHANGED_ELSEWHERE
        self._undo.append(step)
        self.save()
        return f"made again: {step.words}"

    def save(self) -> None:
        """Saves, and takes in what another program wrote meanwhile.

        Raises:
            ProblemError: Nothing was written; the corrections stay in memory, `unsaved`.
        """
        self._unsaved = True
        self._combine()
        if self.path is not None:
            self._take(save_actors(self.path, self._base, self._facts))
            self._fault = None
        self._unsaved = False

    def reload(self) -> bool:
        """Takes in what another program wrote, without losing what is unsaved here.

        Returns:
            Whether the corrections differ from before.

        Raises:
            ProblemError: The file cannot be used now; the corrections here stay.
        """
        before = self._corrections
        self._read()
        return self._corrections != before

    def _read(self) -> None:
        self._below, self._beside = corrections_beside(self._roots, self._settings)
        self._combine()
        if self.path is None:
            return
        try:
            theirs = load_actors(self.path)
        except ProblemError as error:
            self._fault = error.problem
            raise
        self._fault = None
        if self._base.content and not theirs.content:
            # A vanished file is written again by the next save rather than taken as every step's undoing.
            self._unsaved = True
            return
        facts = merge_facts(self._base.facts, self._facts, theirs.facts)
        own = self._base.written and self._base.content == theirs.content
        self._take(replace(theirs, written=own))
        if self._unsaved:
            self._facts = facts
            self._combine()

    def _take(self, file: ActorsFile) -> None:
        self._base, self._facts = file, file.facts
        self._combine()

    def _combine(self) -> None:
        self._corrections = combined(self._below, corrections_of(self._facts))

    def _do(self, words: str, after: Facts) -> str:
        changed = [fact for fact in {**self._facts, **after} if self._facts.get(fact) != after.get(fact)]
        step = _Step(
            words,
            {fact: self._facts.get(fact) for fact in changed},
            {fact: after.get(fact) for fact in changed},
        )
        self._facts = after
        self._undo.append(step)
        self._redo.clear()
        self.save()
        return words

    def _replace(self, before: Mapping[Fact, Any], after: Mapping[Fact, Any]) -> bool:
        """Puts facts in place of others; false where those are not as they were."""
        if any(self._facts.get(fact) != value for fact, value in before.items()):
            return False
        facts = {fact: value for fact, value in self._facts.items() if fact not in before}
        self._facts = {**facts, **{fact: value for fact, value in after.items() if value is not None}}
        return True

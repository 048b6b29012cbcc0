"""The changes of notes in this run, in whichever articles they are: undone and redone in their order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fenttui.problem import Problem, ProblemError

if TYPE_CHECKING:
    from fenttui.notes.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Stepped:
    """What an undo or a redo did."""

    said: str
    """One phrase for the status line."""
    article_ids: tuple[str, ...]
    """The articles whose notes it was about."""
    problem: Problem | None = None
    """Why it could not be saved everywhere."""


class NoteSteps:
    """The order of the changes; what each was is kept by the notebooks."""

    def __init__(self, notebook: Callable[[str], Notebook]) -> None:
        """Nothing is changed yet.

        Args:
            notebook: Returns the notebook of an article, by its id; raises KeyError where the article is
                gone, ProblemError where it cannot be read.
        """
        self._notebook = notebook
        self._done: list[tuple[str, ...]] = []
        self._undone: list[tuple[str, ...]] = []
        self._joined: list[str] | None = None

    def add(self, article_id: str) -> None:
        """Note that the notes of an article were changed."""
        self._undone.clear()
        if self._joined is None:
            self._done.append((article_id,))
        else:
            self._joined.append(article_id)

    @contextlib.contextmanager
    def as_one(self) -> Iterator[None]:
        """Make what is changed meanwhile one step, whatever articles it is in."""
        self._joined = []
        try:
            yield
        finally:
            if self._joined:
                self._done.append(tuple(self._joined))
            self._joined = None

    def undo(self) -> Stepped | None:
        """Take the last change back; None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        stepped, made = self._step(reversed(step), lambda notebook: notebook.undo())
        if made:
            self._undone.append(made[::-1])
        return stepped

    def redo(self) -> Stepped | None:
        """Make the last undone change again; None where there is none."""
        if not self._undone:
            return None
        stepped, made = self._step(iter(self._undone.pop()), lambda notebook: notebook.redo())
        if made:
            self._done.append(made)
        return stepped

    def _step(
        self, article_ids: Iterator[str], change: Callable[[Notebook], str | None]
    ) -> tuple[Stepped, tuple[str, ...]]:
        """Change the notes of articles; return what is to be said, and in which of them it was done."""
        # ~10 ms, and a notebook is open by now.
        from fenttui.notes.notebook import CHANGED_ELSEWHERE  # noqa: PLC0415

        told: dict[str, str] = {}
        made: list[str] = []
        problems: list[Problem] = []
        for article_id in article_ids:
            try:
                notebook = self._notebook(article_id)
            except KeyError:
                told[article_id] = "not possible: that article is no longer in the dossier"
                continue
            except ProblemError as error:
                told[article_id] = "not possible: the article cannot be read"
                problems.append(error.problem)
                continue
            try:
                said = change(notebook) or CHANGED_ELSEWHERE
            except ProblemError as error:
                said = "not saved yet"
                problems.append(error.problem)
            told[article_id] = said
            if said != CHANGED_ELSEWHERE:
                made.append(article_id)
        problem = problems[0] if problems else None
        if problem is not None and len(told) > 1:
            saved = f"{len(told) - len(problems)} of {len(told)} articles are done"
            problem = replace(problem, message=f"{problem.message}; {saved}")
        return Stepped("; ".join(dict.fromkeys(told.values())), tuple(told), problem), tuple(made)

"""Notes with the articles that they are on: what a list of all notes shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fenttui.articles.article import Article
from fenttui.notes.annotation import Anchored
from fenttui.notes.state import State, state_of


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note and its article."""

    article: Article
    note: Anchored

    @property
    def state(self) -> State:
        """What is to be looked at before the note is trusted."""
        return state_of(self.note)

    @property
    def placed(self) -> tuple[Article, Anchored]:
        """The article and the note, as an export takes them."""
        return self.article, self.note

    @property
    def passage(self) -> str:
        """The passage, or that it is on all of the article."""
        target = self.note.annotation.target
        return target.exact if target is not None else "(the whole article)"

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by."""
        return self.article.id, self.note.annotation.id


def rows_of(article: Article, notes: Iterable[Anchored]) -> list[NoteRow]:
    """Return a row for each note of an article."""
    return [NoteRow(article, note) for note in notes]

"""The notes of a session: the notebooks that are open, and how many notes and which tags each article has."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from fenttui.problem import Problem, ProblemError
from fenttui.ui.session.note_steps import NoteSteps

if TYPE_CHECKING:
    from fenttui.articles.article import Article, Entry
    from fenttui.exports import ArticleNotes
    from fenttui.exports.gather import Gathered
    from fenttui.notes.annotation import Annotation
    from fenttui.notes.notebook import Notebook
    from fenttui.settings.types import ArticleSettings


@dataclass(frozen=True, slots=True)
class NotesSummary:
    """What the list of articles needs to know of one article's notes."""

    tags: tuple[tuple[str, ...], ...] = ()
    """The tags of each note, for every note."""
    problem: Problem | None = None
    """Why the notes' file cannot be read."""


@dataclass(frozen=True, slots=True)
class _Open:
    """An article and its notebook; the notes are placed in this text of it."""

    article: Article
    notebook: Notebook


def read_summaries(entries: Iterable[Entry]) -> dict[str, NotesSummary]:
    """Read the summaries of the notes of `entries`, by id, from their files; never raises."""
    # ~5 ms: the first article is on the screen before.
    from fenttui.notes.store import read_notes  # noqa: PLC0415

    summaries = {}
    for entry in entries:
        try:
            annotations = read_notes(entry).annotations
        except ProblemError as error:
            summaries[entry.id] = NotesSummary(problem=error.problem)
        else:
            summaries[entry.id] = NotesSummary(tuple(tuple(note.tags) for note in annotations))
    return summaries


class Notes:
    """The notes of the dossier, for the main thread alone."""

    def __init__(self, article: Callable[[str], Article], author: str = "") -> None:
        """No notes are read yet.

        Args:
            article: Returns an article by its id, as `Library.article` does.
            author: Who writes new notes; empty for the login name.
        """
        self._article = article
        self.steps = NoteSteps(self._notebook_of)
        """The changes made in this run."""
        self.counts: dict[str, int] = {}
        """How many notes each article has, for those that have some."""
        self.tags: dict[str, tuple[str, ...]] = {}
        """The tags of each article's notes, with repetitions, for articles that have notes."""
        self._author = author
        self._open: dict[str, _Open] = {}
        self._closed: dict[str, Notebook] = {}
        self._summarized: set[str] = set()
        self._problems: dict[str, Problem] = {}

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the notes' files that were read for their summaries."""
        return list(self._problems.values())

    # Notebooks

    def notebook(self, article: Article) -> Notebook:
        """Return the notebook of an article, opened if need be; its `problems` say what is wrong with it.

        One of an older text of the article is opened anew, unless something in it is in memory alone.
        """
        opened = self._open.get(article.id)
        if opened is None or not (opened.article.sha256 == article.sha256 or opened.notebook.unsaved):
            # ~10 ms, and not before the text is on the screen.
            from fenttui.notes.identity import login_name  # noqa: PLC0415
            from fenttui.notes.notebook import Notebook  # noqa: PLC0415
            from fenttui.notes.notes_path import notes_path  # noqa: PLC0415

            author, path = self._author or login_name(), notes_path(article.entry)
            earlier = opened.notebook if opened is not None else self._closed.pop(article.id, None)
            notebook = Notebook(article, path, author=author, edited=lambda: self.steps.add(article.id))
            if earlier is not None:
                notebook.continue_from(earlier)
            self._open[article.id] = _Open(article, notebook)
        return self._open[article.id].notebook

    def _notebook_of(self, article_id: str) -> Notebook:
        """Return the notebook of an article; where the article is gone, the one that was open on it.

        Raises:
            KeyError: There is neither.
            ProblemError: The article cannot be read.
        """
        try:
            return self.notebook(self._article(article_id))
        except KeyError:
            return self._closed[article_id]

    @property
    def open_ids(self) -> list[str]:
        """The ids of the articles whose notebooks are open."""
        return list(self._open)

    @property
    def unsaved_ids(self) -> list[str]:
        """The ids of the articles with notes that could not be saved."""
        return [article_id for article_id, each in self._open.items() if each.notebook.unsaved]

    def change_many(
        self,
        changes: Iterable[tuple[Article, Mapping[str, Annotation | None]]],
        *,
        undone: str,
        redone: str,
    ) -> list[Problem]:
        """Change notes of several articles as one step; one that cannot be saved does not stop the others.

        Args:
            changes: Articles, with their notes by id as they are to be; None for one that is removed.
            undone: What `undo` says of this change.
            redone: What `redo` says of it.

        Returns:
            Why some could not be saved; those are changed in memory.
        """
        problems = []
        with self.steps.as_one():
            for article, notes in changes:
                try:
                    self.notebook(article).change(notes, undone=undone, redone=redone)
                except ProblemError as error:
                    problems.append(error.problem)
                self.recount(article.id)
        return problems

    def save(self) -> Problem | None:
        """Try again to save all that could not be saved; return why something still cannot be."""
        problem = None
        for each in self._open.values():
            if each.notebook.unsaved:
                try:
                    each.notebook.save()
                except ProblemError as error:
                    problem = problem or error.problem
        return problem

    def take_clashes(self) -> list[str]:
        """Return what other programs had done to notes of open notebooks; each is returned once."""
        clashes = [each.notebook.take_clash() for each in self._open.values()]
        return [clash for clash in clashes if clash]

    # Counts

    def unsummarized(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return those of `entries` whose notes nobody has counted yet."""
        return [entry for entry in entries if entry.id not in self._summarized and entry.id not in self._open]

    def store_summaries(self, summaries: Mapping[str, NotesSummary]) -> None:
        """Keep what `read_summaries` returned; an open notebook knows better."""
        self._summarized.update(summaries)
        for article_id, summary in summaries.items():
            if article_id in self._open:
                continue
            self._count(article_id, summary.tags)
            if summary.problem is not None:
                self._problems[article_id] = summary.problem

    def recount(self, article_id: str) -> None:
        """Count the notes of a notebook as they are now, if it is open."""
        if (opened := self._open.get(article_id)) is not None:
            self._count(article_id, [note.annotation.tags for note in opened.notebook.anchored])

    def _count(self, article_id: str, tags: Sequence[Sequence[str]]) -> None:
        if tags:
            self.counts[article_id] = len(tags)
            self.tags[article_id] = tuple(tag for each in tags for tag in each)
        else:
            self.counts.pop(article_id, None)
            self.tags.pop(article_id, None)

    # Exports

    def opened(self) -> list[ArticleNotes]:
        """Return the notes of open notebooks, as they are in memory."""
        from fenttui.exports import ArticleNotes  # noqa: PLC0415 - not at start

        return [ArticleNotes(each.article, each.notebook.anchored) for each in self._open.values()]

    def gather(
        self, entries: Mapping[str, Entry], ids: Collection[str], settings: ArticleSettings
    ) -> Gathered:
        """Gather the notes of `ids` for an export, those of open notebooks as they are in memory."""
        # ~5 ms: only an export needs it.
        from fenttui.exports import ArticleNotes  # noqa: PLC0415
        from fenttui.exports.gather import Gathered, gather  # noqa: PLC0415

        closed: list[Entry] = []
        book: list[ArticleNotes] = []
        problems: list[Problem] = []
        for article_id, entry in entries.items():
            if article_id not in ids:
                continue
            if (opened := self._open.get(article_id)) is None:
                closed.append(entry)
                continue
            problems += opened.notebook.problems
            if notes := opened.notebook.anchored:
                book.append(ArticleNotes(opened.article, notes))
        if closed:
            gathered = gather(closed, settings)
            book += gathered.book
            problems = [*gathered.problems, *problems]
        book.sort(key=attrgetter("article.headline.date", "article.id"))
        return Gathered(tuple(book), tuple(problems))

    # Reading again

    async def reload(self, summaries: Mapping[str, NotesSummary], digests: Mapping[str, str | None]) -> None:
        """Take in what the notes' files hold now.

        A notebook stays open where possible, so that a deletion in it can still be undone.

        Args:
            summaries: What `read_summaries` returned for all articles.
            digests: By the ids of the notebooks that were open: the digest of the article's text as it is
                now, None where it is gone or cannot be read.
        """
        for article_id, opened in list(self._open.items()):
            # A notebook that was opened since was read only now.
            if article_id in digests and not _goes_on(opened, digests[article_id]):
                self._closed[article_id] = self._open.pop(article_id).notebook
            # Each reads a file: keys are taken in between.
            await asyncio.sleep(0)
        for known in (self.counts, self.tags, self._summarized, self._problems):
            known.clear()
        self.store_summaries(summaries)
        for article_id in self._open:
            self.recount(article_id)


def _goes_on(opened: _Open, digest: str | None) -> bool:
    """Bring a notebook up to date; return whether it stays usable."""
    if opened.notebook.unsaved:
        # Its file may have been fixed.
        with contextlib.suppress(ProblemError):
            opened.notebook.save()
        return True
    if opened.article.sha256 != digest:
        return False
    # Where the file cannot be used now, the notes as they were stay in view, and the panel says so.
    with contextlib.suppress(ProblemError):
        opened.notebook.reload()
    return True

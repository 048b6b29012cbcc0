"""Opening articles: one by its id, the first that can be read, the next of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fenttui.problem import Problem, ProblemError
from fenttui.ui.session.position import Position, offset_in, position_at
from fenttui.ui.wording import tell_draft, tell_problems

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.ui.controllers.mentions import Mentions
    from fenttui.ui.host import Host
    from fenttui.ui.widgets.reader.reader import Reader
    from fenttui.ui.widgets.sidebar import Sidebar
    from fenttui.ui.workspace import Workspace


class Articles:
    """Opens articles, and remembers the reading position in each."""

    def __init__(
        self, host: Host, workspace: Workspace, reader: Reader, sidebar: Sidebar, mentions: Mentions
    ) -> None:
        self._host = host
        self._workspace = workspace
        self._reader = reader
        self._sidebar = sidebar
        self._mentions = mentions
        self._told = False
        self._put_at: int | None = None
        self.problems: Sequence[Problem | str] = ()
        """Problems found at the start, reported with the first article's own."""

    def open(self, article_id: str, where: int | Position | None = None) -> bool:
        """Open an article; return whether it could be read.

        Args:
            article_id: Which.
            where: The offset or the position of the caret; None for where it was left.
        """
        session = self._workspace.session
        try:
            article = session.library.article(article_id)
        except ProblemError as error:
            self._host.say(tell_problems([error.problem]), error=True)
            return False
        self.keep_location()
        at = session.reading.position(article.id) if where is None else where
        offset = at if isinstance(at, int) else offset_in(article.text, at)
        self._workspace.open(article, offset)
        # Where nobody moves it from there, another session may know better.
        self._put_at = offset if where is None else None
        # The text first: notes and mentions are read when it is on the screen.
        self._host.call_after_refresh(self._opened, article)
        return True

    def open_first(self, ids: Iterable[str]) -> str | None:
        """Open the first article that can be read; return its id."""
        return next((each for each in ids if self.open(each)), None)

    def open_neighbor(self, step: int) -> None:
        """Open the article that is `step` further down the list, or the next after it that can be read."""
        ids = [item.id for item in self._sidebar.items]
        article = self._workspace.article
        here = article.id if article else None
        at = ids.index(here) + step if here in ids else 0
        if not 0 <= at < len(ids):
            self._host.say(
                "this is the last article listed" if step > 0 else "this is the first article listed"
            )
        else:
            # An article that cannot be read is reported and skipped.
            self._reader.leave()
            self.open_first(ids[at:] if step > 0 else ids[at::-1])

    def jump_to_note(self, count: int) -> None:
        """Go to the next note or the one before; past the last, to that of the next article listed."""
        caret = self._reader.caret
        said = self._reader.jump_to_note(count)
        if self._reader.caret != caret or not self._open_next_with_notes(1 if count > 0 else -1):
            self._host.say(said)

    def _open_next_with_notes(self, step: int) -> bool:
        """Open the next article listed that has notes, at the nearest note; return whether there is one."""
        session, here = self._workspace.session, self._workspace.article
        items = list(self._sidebar.items)[::step]
        ids = [item.id for item in items]
        if here is None or here.id not in ids:
            return False
        for item in items[ids.index(here.id) + 1 :]:
            if not session.notes.counts.get(item.id):
                continue
            try:
                notebook = session.notes.notebook(session.library.article(item.id))
            except ProblemError:
                continue
            starts = [note.anchor.start for note in notebook.anchored if note.anchor.start is not None]
            self._reader.leave()
            if self.open(item.id, (min if step > 0 else max)(starts, default=0)):
                self._host.say(f"{'next' if step > 0 else 'previous'} article with notes: “{item.title}”")
                return True
        return False

    def open_again(self) -> None:
        """Open the article again at the reading position: its file may have changed."""
        article = self._workspace.article
        if article is not None and article.id in self._workspace.session.library.entries:
            stays = self._stays()
            if self.open(article.id, position_at(article.text, self._reader.caret)) and stays:
                self._put_at = self._workspace.caret

    def go_to(self, article_id: str, where: int | Position) -> None:
        """Put the caret at an offset or a position of an article."""
        article = self._workspace.article
        if article is None or article.id != article_id:
            self.open(article_id, where)
        else:
            offset = where if isinstance(where, int) else offset_in(article.text, where)
            self._reader.open_at(offset)
            self._reader.move_to(offset)

    def keep_location(self) -> None:
        """Remember the reading position in the open article."""
        if (article := self._workspace.article) is not None and not self._stays():
            self._workspace.session.reading.keep_position(article.id, article.text, self._reader.caret)

    def _stays(self) -> bool:
        """Return whether the caret is where it was put when the article was opened."""
        return self._put_at is not None and self._reader.is_settled_at(self._put_at)

    def _opened(self, article: Article) -> None:
        """Read the notes of the article that was opened, and find its mentions."""
        if self._workspace.article is not article:
            return
        notebook = self._workspace.read_notes()
        # However the program ends, the next start opens this article.
        if self._workspace.session.save():
            self._workspace.articles_changed.publish()
        # At start there is a question about it.
        reminds = self._told and bool(self._workspace.drafts)
        problems = [*self._problems_at_start(), *(notebook.problems if notebook else ()), *article.problems]
        if problems:
            is_error = isinstance(problems[0], str) or problems[0].severity == "error"
            self._host.say(tell_problems(problems), error=is_error)
        elif reminds:
            self._host.say(tell_draft(self._workspace.drafts[0].draft))
        self._mentions.mark()

    def _problems_at_start(self) -> Sequence[Problem | str]:
        """Return the problems of the settings, the dossier, its corrections and its notes' files, once."""
        if self._told:
            return ()
        self._told = True
        # ~5 ms: after the first text.
        from fenttui.notes.following_problems import following_problems  # noqa: PLC0415

        session = self._workspace.session
        of_notes = (each for root in session.library.dossier.roots for each in following_problems(root))
        errors = (problem for problem in of_notes if problem.severity == "error")
        return [*self.problems, *session.actor_book.problems, *errors]

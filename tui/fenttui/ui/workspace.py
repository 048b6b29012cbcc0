"""What is open: the article, its notes, and what was changed last. Each change is published as a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from fenttui.ui.signal import Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fenttui.articles.article import Article
    from fenttui.notes.drafts import LeftDraft
    from fenttui.notes.notebook import Notebook
    from fenttui.problem import Problem
    from fenttui.ui.session.session import Session


class Workspace:
    """The state that the panes, the tables and their controllers share."""

    def __init__(self, session: Session) -> None:
        self.session = session
        """The dossier that is read."""
        self.article: Article | None = None
        """The article that is open."""
        self.notebook: Notebook | None = None
        """Its notes; None until they are read, which is after its text is painted."""
        self.drafts: Sequence[LeftDraft] = ()
        """The drafts that earlier sessions left on it, the newest first."""
        self.caret = 0
        """Where the caret is put when the article is shown."""
        self.last_changed: Literal["notes", "actors"] = "notes"
        """What undo and redo in a pane act on."""
        self.touched = False
        """Whether a key was pressed or the mouse used since the start."""
        self.article_opened = Signal()
        """Another article is open, or the same one anew."""
        self.notes_changed = Signal()
        """The notes of the open article were read or changed."""
        self.actors_corrected = Signal()
        """The corrections of actors have changed."""
        self.articles_changed = Signal()
        """The list's rows of articles have changed."""

    def open(self, article: Article, caret: int) -> None:
        """Make `article` the open one, with its caret at an offset."""
        self.article, self.notebook, self.caret, self.drafts = article, None, caret, ()
        self.session.reading.mark_read(article.id)
        self.session.reading.open(article.id)
        self.article_opened.publish()

    def read_notes(self) -> Notebook | None:
        """Read the notes of the open article, and publish that they changed."""
        if self.article is not None:
            self.notebook = self.session.notes.notebook(self.article)
            self.read_drafts()
            self.tell_notes()
        return self.notebook

    def read_drafts(self) -> None:
        """Look again which drafts of the open article are kept."""
        # ~5 ms: the text is on the screen before.
        from fenttui.notes.drafts import left_drafts  # noqa: PLC0415

        article = self.article
        left = left_drafts(article.entry.path) if article is not None else ()
        self.drafts = [each for each in left if each.draft.body.strip() or each.draft.tags]

    def notes_apart(self) -> Sequence[Problem]:
        """Return what is said of other files that may hold notes of the open article."""
        # ~5 ms: the text is on the screen before.
        from fenttui.notes.following_problems import problems_of  # noqa: PLC0415

        return tuple(problems_of(self.article.entry)) if self.article is not None else ()

    def tell_notes(self) -> None:
        """Publish that the notes have changed."""
        if self.article is not None and self.notebook is not None:
            self.session.notes.recount(self.article.id)
            self.notes_changed.publish()

    def correct_actors(self) -> None:
        """Publish that the corrections of actors have changed."""
        self.last_changed = "actors"
        self.actors_corrected.publish()

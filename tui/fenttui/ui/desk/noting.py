"""Writing notes: the editor and its draft, tags, deletion, undo, and what is said of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.annotations.annotation import Annotation, Target
    from fenttui.annotations.drafts import Draft
    from fenttui.annotations.notebook import Notebook
    from fenttui.articles.article import Article
    from fenttui.ui.desk.desk import Desk
    from fenttui.ui.screens.editor import NoteText

_COLORS = ("yellow", "red", "green", "blue", "purple", "orange")
_DRAFT_PAUSE = 0.5
"""Seconds of typing that a dropped link may cost."""


class Noting:
    """The open article's notes as the reading screen changes them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._draft: Draft | None = None
        self._keeps_soon = False

    # Writing

    def write(self, span: tuple[int, int] | None) -> None:
        """Open the editor for a new note on a span, or on the whole article."""
        article = self._desk.article
        if article is None:
            return
        draft = self._draft_left(article)
        if draft is not None and (draft.body.strip() or draft.tags):
            self._ask_for_draft(article, draft, lambda: self._write_new(article, span))
        else:
            self._write_new(article, span)

    def edit(self, note_id: str) -> None:
        """Open the editor for a note."""
        article, notebook = self._desk.article, self._desk.notebook
        note = notebook.find(note_id) if notebook else None
        if article is None or note is None:
            return
        draft = self._draft_left(article)
        if draft is not None and draft.annotation_id == note_id:
            self._ask_for_draft(article, draft, lambda: self._edit(article, note))
        else:
            self._edit(article, note)

    def _draft_left(self, article: Article) -> Draft | None:
        """The draft that an earlier session left; what could not be saved in this one is still in memory."""
        # ~5 ms: not before a note is written.
        from fenttui.annotations.drafts import find_draft

        if self._desk.notebook is not None and self._desk.notebook.unsaved:
            return None
        return find_draft(article.entry.path)

    def _write_new(self, article: Article, span: tuple[int, int] | None) -> None:
        from fenttui.annotations.anchoring import make_target

        target = make_target(article.text, *span) if span else None
        self._open_editor(article, "New note", None, target, "", ())

    def _edit(self, article: Article, note: Annotation) -> None:
        self._open_editor(article, "Edit note", note.id, note.target, note.body, note.tags)

    def _ask_for_draft(self, article: Article, draft: Draft, otherwise: Callable[[], None]) -> None:
        from fenttui.ui.screens.editor import shortened
        from fenttui.ui.screens.question import Question

        def answered(key: str | None) -> None:
            if key == "c":
                self._open_editor(
                    article, "Draft", draft.annotation_id, draft.target, draft.body, draft.tags, draft=True
                )
            elif key == "d":
                from fenttui.annotations.drafts import drop_draft

                drop_draft(draft.article_path)
                otherwise()

        question = f"There is an unsaved draft from {draft.saved:%Y-%m-%d %H:%M} UTC: {shortened(draft.body)}"
        self._desk.app.push_screen(
            Question(question, {"c": "continues it", "d": "drops it and goes on"}), answered
        )

    def _open_editor(
        self,
        article: Article,
        title: str,
        note_id: str | None,
        target: Target | None,
        body: str,
        tags: tuple[str, ...],
        draft: bool = False,
    ) -> None:
        # ~40 ms: a text area is heavy, and most of reading needs none.
        from fenttui.annotations.drafts import Draft, drop_draft
        from fenttui.ui.screens.editor import Editor, NoteText, shortened

        path = article.entry.path

        def changed(text: NoteText) -> None:
            self._draft = Draft(path, target, note_id, text.body, text.tags, dt.datetime.now(dt.UTC))
            if not self._keeps_soon:
                self._keeps_soon = True
                self._desk.app.set_timer(_DRAFT_PAUSE, self.keep_draft)

        def closed(text: NoteText | None) -> None:
            if text is not None and not self._save(article, note_id, target, text):
                changed(text)
                self.keep_draft()
                return
            self._draft = None
            drop_draft(path)
            self._desk.reader.end_selection()

        quote = shortened(target.exact) if target else "on the whole article"
        used = {tag for each in self._desk.session.tags.values() for tag in each}
        known = tuple(sorted(tag for tag in used if tag == visible_line(tag)))
        saved = NoteText("", ()) if draft else None
        editor = Editor(title, quote, NoteText(body, tags), known, changed, saved)
        self._desk.app.push_screen(editor, closed)

    def keep_draft(self) -> None:
        """Write what is typed so far where a dropped link does not lose it."""
        self._keeps_soon = False
        if self._draft is None:
            return
        from fenttui.annotations.drafts import keep_draft

        try:
            keep_draft(self._draft)
        except ProblemError as error:
            self._desk.say(str(error), error=True)

    def _save(self, article: Article, note_id: str | None, target: Target | None, text: NoteText) -> bool:
        """Save the editor's text; whether the draft is no longer needed."""
        notebook = self._desk.session.notebook(article)
        if note_id is not None and notebook.find(note_id) is not None:
            return self._do(lambda: notebook.edit(note_id, body=text.body, tags=text.tags), "saved")
        if not text.body.strip() and not text.tags and target is None:
            self._desk.say("an empty note on the whole article is not kept")
            return True
        span, body = self._span_of(article, target), text.body
        if target is not None and span is None:
            # A draft older than the text: its passage is gone, and goes into the note.
            body = f"> {target.exact}\n\n{body}"
        color = self._desk.session.settings.notes.color
        return self._do(lambda: notebook.add(span, body, text.tags, color), "noted")

    @staticmethod
    def _span_of(article: Article, target: Target | None) -> tuple[int, int] | None:
        """Where a target is in the text now; a draft may be older than the text."""
        from fenttui.annotations.anchoring import anchor

        if target is None:
            return None
        found = anchor(article.text, target)
        return (found.start, found.end) if found.start is not None and found.end is not None else None

    # Changing

    def delete(self, note_id: str) -> None:
        """Delete a note; `u` brings it back."""
        if (notebook := self._desk.notebook) is not None:
            self._do(lambda: notebook.delete(note_id), "deleted; u brings it back")

    def tags(self, note_id: str) -> None:
        """Ask for a note's tags."""
        notebook = self._desk.notebook
        note = notebook.find(note_id) if notebook else None
        if note is None:
            return

        from fenttui.annotations.tags import format_tags, parse_tags

        def answered(line: str) -> None:
            if notebook is not None:
                self._do(lambda: notebook.edit(note_id, tags=parse_tags(line)), "tags saved")

        self._desk.ask("tags, split by commas:", format_tags(note.tags), answered)

    def cycle_color(self, note_id: str) -> None:
        """Give a note the next color."""
        notebook = self._desk.notebook
        note = notebook.find(note_id) if notebook else None
        if notebook is None or note is None:
            return
        at = _COLORS.index(note.color) if note.color in _COLORS else -1
        color = _COLORS[(at + 1) % len(_COLORS)]
        self._do(lambda: notebook.edit(note_id, color=color), f"color: {color}")

    def undo(self, count: int) -> None:
        """Take the last changes back."""
        self._step(count, lambda notebook: notebook.undo(), "nothing to undo in this article")

    def redo(self, count: int) -> None:
        """Make the last undone changes again."""
        self._step(count, lambda notebook: notebook.redo(), "nothing to redo in this article")

    def _step(self, count: int, step: Callable[[Notebook], str | None], otherwise: str) -> None:
        notebook = self._desk.notebook
        if notebook is None:
            return
        for _ in range(count):
            said = otherwise
            try:
                said = step(notebook) or otherwise
            except ProblemError as error:
                self._desk.say(str(error), error=True)
                break
            finally:
                self._desk.notes_changed()
            self._desk.say(said)
            if said == otherwise:
                break

    def _do(self, change: Callable[[], object], done: str) -> bool:
        """Make a change, show it, and say how it went; whether it is on the disk."""
        try:
            change()
        except ProblemError as error:
            self._desk.notes_changed()
            self._desk.say(f"not saved yet: {error}", error=True)
            return False
        except KeyError:
            self._desk.say("that note is no longer there", error=True)
            return True
        self._desk.notes_changed()
        path = self._desk.notebook.path if self._desk.notebook else ""
        self._desk.say(f"{done} · {path}")
        return True

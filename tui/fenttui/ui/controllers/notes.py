"""The notes of the open article: written in the editor, tagged, colored, deleted, undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.ui.controllers.drafts import Drafts, has_text
from fenttui.ui.controllers.note_places import NotePlaces
from fenttui.ui.controllers.note_undo import NoteUndo
from fenttui.ui.host import LineRequest
from fenttui.ui.widgets.looks import next_color
from fenttui.ui.wording import shortened, tell_problems

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.notes.annotation import Annotation, Target
    from fenttui.notes.conflicts import Choice
    from fenttui.notes.drafts import Draft
    from fenttui.ui.controllers.articles import Articles
    from fenttui.ui.dialogs.editor import NoteText
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.widgets.notes_panel import NotesPanel
    from fenttui.ui.widgets.reader.reader import Reader
    from fenttui.ui.workspace import Workspace


class Notes:
    """Changes the notes of the open article."""

    def __init__(
        self, host: KeyedHost, workspace: Workspace, reader: Reader, panel: NotesPanel, articles: Articles
    ) -> None:
        self._host = host
        self._workspace = workspace
        self._reader = reader
        self._panel = panel
        self._articles = articles
        self.places = NotePlaces(host, workspace, self._do)
        """Where the notes are attached."""
        self._undo = NoteUndo(host, workspace, panel)
        self.drafts = Drafts(host, workspace, articles, self._continue)
        """The text that is typed and not saved yet."""

    # Writing

    def write(self, span: tuple[int, int] | None) -> None:
        """Open the editor for a new note on a span, or on the whole article."""
        article = self._workspace.article
        if article is not None:
            self.drafts.ask_first(article, has_text, lambda: self._write_new(article, span))

    def edit(self, note_id: str) -> None:
        """Open the editor for a note."""
        article, notebook = self._workspace.article, self._workspace.notebook
        note = notebook.find(note_id) if notebook else None
        if article is None or note is None:
            return
        self.drafts.ask_first(
            article, lambda draft: draft.annotation_id == note_id, lambda: self._edit(article, note)
        )

    def _write_new(self, article: Article, span: tuple[int, int] | None) -> None:
        from fenttui.notes.anchoring import make_target  # noqa: PLC0415 - not at start

        target = make_target(article.text, *span) if span else None
        self._open_editor(article, "New note", None, target, "", ())

    def _edit(self, article: Article, note: Annotation) -> None:
        self._open_editor(article, "Edit note", note.id, note.target, note.body, note.tags)

    def _continue(self, article: Article, draft: Draft, name: str) -> None:
        self._open_editor(
            article, "Draft", draft.annotation_id, draft.target, draft.body, draft.tags, draft_name=name
        )

    def _open_editor(
        self,
        article: Article,
        title: str,
        note_id: str | None,
        target: Target | None,
        body: str,
        tags: tuple[str, ...],
        draft_name: str | None = None,
    ) -> None:
        # ~40 ms: a text area is heavy, and most of reading needs none.
        from fenttui.notes.drafts import Draft  # noqa: PLC0415
        from fenttui.ui.dialogs.editor import Editor, NoteText  # noqa: PLC0415
        from fenttui.ui.session.codebook import known_tags  # noqa: PLC0415

        drafts, name = self.drafts, draft_name or self.drafts.new_name()

        def draft_of(text: NoteText) -> Draft:
            return Draft(article.entry.path, target, note_id, text.body, text.tags, dt.datetime.now(dt.UTC))

        def typed(text: NoteText) -> None:
            drafts.typed(name, draft_of(text))

        def closed(text: NoteText | None) -> None:
            if text is not None and not self._save(article, note_id, target, text):
                drafts.stay(name, draft_of(text), self._workspace.session.notes.notebook(article))
                return
            if text is None:
                drafts.give_up(name, (body, tags))
            else:
                drafts.done(name)
            self._reader.end_selection()

        # However the program ends while a note is written, the next start opens this article.
        self._articles.keep_location()
        self._workspace.session.save()
        quote = shortened(target.exact) if target else "on the whole article"
        known = known_tags(self._workspace.session)
        saved = NoteText("", ()) if draft_name else None
        editor = Editor(title, quote, NoteText(body, tags), known, typed, saved)
        self._host.app.push_screen(editor, closed)

    def _save(self, article: Article, note_id: str | None, target: Target | None, text: NoteText) -> bool:
        """Save the editor's text; return whether the draft is no longer needed."""
        notebook = self._workspace.session.notes.notebook(article)
        if note_id is not None and notebook.find(note_id) is not None:
            return self._do(lambda: notebook.edit(note_id, body=text.body, tags=text.tags), "saved")
        if not text.body.strip() and not text.tags and target is None:
            self._host.say("an empty note on the whole article is not kept")
            return True
        span, body = self._span_of(article, target), text.body
        if target is not None and span is None:
            # A draft older than the text: its passage is gone, and goes into the note.
            body = f"> {target.exact}\n\n{body}"
        color = self._workspace.session.settings.notes.color
        self._reader.trail.annotated = self._reader.location
        return self._do(lambda: notebook.add(span, body, text.tags, color), "noted")

    @staticmethod
    def _span_of(article: Article, target: Target | None) -> tuple[int, int] | None:
        """Return where a target is in the text now; a draft may be older than the text."""
        from fenttui.notes.anchoring import anchor  # noqa: PLC0415 - not at start

        if target is None:
            return None
        found = anchor(article.text, target)
        return (found.start, found.end) if found.start is not None and found.end is not None else None

    def add_many(
        self,
        spans: Sequence[tuple[int, int]],
        body: str,
        tags: Sequence[str],
        color: str | None,
        done: str,
    ) -> None:
        """Make notes without the editor, as one step of undo; `color` is None for that of the settings."""
        notebook = self._workspace.notebook
        if notebook is None:
            return
        chosen = color or self._workspace.session.settings.notes.color
        self._reader.trail.annotated = self._reader.location
        self._do(lambda: notebook.add_many(spans, body, tags, chosen), done)
        self._reader.end_selection()

    # Changing

    def delete(self, note_ids: Sequence[str]) -> None:
        """Delete notes, each of which `u` brings back."""
        notebook = self._workspace.notebook
        if notebook is None:
            return

        def delete_all() -> None:
            for note_id in note_ids:
                notebook.delete(note_id)

        count = len(note_ids)
        several = f"{count} notes deleted; {count}u brings them back"
        self._do(delete_all, several if count > 1 else "deleted; u brings it back")

    def tags(self, note_id: str) -> None:
        """Ask for a note's tags."""
        notebook = self._workspace.notebook
        note = notebook.find(note_id) if notebook else None
        if note is None:
            return

        from fenttui.notes.tags import format_tags, parse_tags  # noqa: PLC0415 - not at start
        from fenttui.ui.completing_tags import completed_tags  # noqa: PLC0415 - not at start
        from fenttui.ui.session.codebook import known_tags  # noqa: PLC0415 - not at start

        def answered(line: str) -> None:
            if notebook is not None:
                self._do(lambda: notebook.edit(note_id, tags=parse_tags(line)), "tags saved")

        completed = completed_tags(known_tags(self._workspace.session))
        value = format_tags(note.tags)
        self._host.ask(LineRequest("tags, split by commas:", value, answered, completed=completed))

    def attach(self, note_id: str, span: tuple[int, int]) -> None:
        """Attach a note to a span of the text."""
        self.places.attach(note_id, span)
        self._reader.end_selection()

    def settle(self, note_id: str, choice: Choice) -> None:
        """Settle the conflict of a note."""
        notebook = self._workspace.notebook
        if notebook is None:
            return
        settled: list[bool] = []
        kept = {"this": "this version is kept", "other": "the other version is kept", "both": "both are kept"}
        done = f"{kept[choice]}; u takes it back"
        if self._do(lambda: settled.append(notebook.settle(note_id, choice)), done) and settled == [False]:
            self._host.say("this note has no other version")

    def cycle_color(self, note_id: str) -> None:
        """Give a note the next color."""
        notebook = self._workspace.notebook
        note = notebook.find(note_id) if notebook else None
        if notebook is None or note is None:
            return
        color = next_color(note.color)
        self._do(lambda: notebook.edit(note_id, color=color), f"color: {color}")

    def undo(self, count: int) -> bool:
        """Undo the last changes; return whether there was one."""
        return self._undo.undo(count)

    def redo(self, count: int) -> bool:
        """Redo the last undone changes; return whether there was one."""
        return self._undo.redo(count)

    def save_all(self) -> tuple[str, bool]:
        """Save what could not be saved so far; return the message, and whether it failed."""
        session = self._workspace.session
        unsaved = session.unsaved
        problem = session.save_notes()
        self._workspace.tell_notes()
        self.drafts.drop_saved()
        if problem is not None:
            return f"not saved yet: {tell_problems([problem])}", True
        return (
            f"saved: {', '.join(unsaved)}" if unsaved else "all is saved; notes are saved as they are made"
        ), False

    def _do(self, change: Callable[[], object], done: str) -> bool:
        """Make a change, show it and report the result; return whether it is on the disk."""
        try:
            change()
        except ProblemError as error:
            self._workspace.tell_notes()
            self._host.say(f"not saved yet: {tell_problems([error.problem])}", error=True)
            return False
        except KeyError:
            self._host.say("that note is no longer there", error=True)
            return True
        self._workspace.last_changed = "notes"
        self._workspace.tell_notes()
        self.drafts.drop_saved()
        notebook = self._workspace.notebook
        clash = notebook.take_clash() if notebook else None
        where = f" · …/{'/'.join(notebook.path.parts[-2:])}" if notebook else ""
        self._host.say(f"{done}; {clash}" if clash else f"{done}{where}")
        return True

    def copy(self, note_id: str) -> None:
        """Copy a note with its passage."""
        notebook = self._workspace.notebook
        note = notebook.find(note_id) if notebook else None
        if note is not None:
            quote = f"“{note.target.exact}”\n\n" if note.target else ""
            self._host.say(self._host.program.copy(quote + note.body, "passage and note"))

"""All notes of the dossier: found, gone to, tagged, colored and deleted, many of them as one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.worker import get_current_worker

from fenttui.exports.gather import gather
from fenttui.notes.annotation import Annotation
from fenttui.notes.note_rows import NoteRow, rows_of
from fenttui.notes.tag_counts import count_tags
from fenttui.notes.tags import clean_tags, format_tags, parse_tags, tag_key
from fenttui.ui.commands import contexts
from fenttui.ui.controllers.listed_notes import ask_export
from fenttui.ui.host import LineRequest
from fenttui.ui.screens.note_columns import NOTE_COLUMNS, NOTE_FILTER, note_order
from fenttui.ui.screens.table_screen import TableScreen
from fenttui.ui.widgets.looks import next_color
from fenttui.ui.widgets.table.record_table import RecordTable
from fenttui.ui.wording import tell_problems
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from textual.worker import Worker

    from fenttui.articles.article import Entry
    from fenttui.problem import Problem
    from fenttui.ui.screens.table_screen import Services
    from fenttui.ui.session.note_steps import Stepped

_AT_ONCE = 64
"""Articles whose notes are read before they are shown."""


class NotesScreen(TableScreen[NoteRow]):
    """Every note, one a row; those of open articles as they are in memory."""

    CONTEXT: ClassVar = contexts.NOTES
    NAME: ClassVar = "Notes"
    HINT: ClassVar = "enter goes there · / filter · space marks · t tags · c color · d delete · x export"

    def __init__(self, services: Services) -> None:
        table = RecordTable(
            services.looks, NOTE_COLUMNS, lambda row: row.key, sort="date", tie=note_order, id="all-notes"
        )
        super().__init__(services, table, NOTE_FILTER)
        self._rows: list[NoteRow] = []
        self._left = 0

    @property
    def empty_text(self) -> str:
        """What is said where there are no notes, or none yet."""
        if self._is_reading:
            return "Reading the notes..."
        return "No notes yet: a annotates the sentence at the caret in a text."

    # Reading

    def on_screen_resume(self) -> None:
        """Read the notes: others may have changed them."""
        self._rows = []
        opened = self.session.notes.opened()
        for chapter in opened:
            self._rows += rows_of(chapter.article, chapter.notes)
        known = set(self.session.notes.open_ids)
        closed = [entry for entry in self.session.library.entries.values() if entry.id not in known]
        self._left = len(closed)
        if self.table.current_record is not None:
            self.wanted = self.table.current_record.key
        self.run_worker(
            lambda: self._read(closed), group="reading", thread=True, exclusive=True, exit_on_error=False
        )

    def stop(self) -> bool:
        """Stop reading; return whether it was running."""
        if not self._is_reading:
            return False
        self.workers.cancel_group(self, "reading")
        self.tell_progress(f"{self._left:,} articles not looked at")
        return True

    @property
    def _is_reading(self) -> bool:
        running = (worker for worker in self.workers if worker.group == "reading")
        return self._left > 0 and any(not worker.is_finished for worker in running)

    def _read(self, closed: Sequence[Entry]) -> None:
        """Read the notes of articles that are not open, in a thread."""
        worker, on_main = get_current_worker(), self.app.call_from_thread
        settings = self.session.settings.articles
        for at in range(0, len(closed), _AT_ONCE):
            if worker.is_cancelled:
                return
            gathered = gather(closed[at : at + _AT_ONCE], settings)
            rows = [row for chapter in gathered.book for row in rows_of(chapter.article, chapter.notes)]
            left = max(0, len(closed) - at - _AT_ONCE)
            on_main(self._take_in, worker, rows, left, gathered.problems)
        if not closed:
            on_main(self._take_in, worker, [], 0, ())

    def _take_in(
        self, worker: Worker[Any], rows: Sequence[NoteRow], left: int, problems: Sequence[Problem]
    ) -> None:
        if worker.is_cancelled:
            # Another one reads them again.
            return
        # An undo may have opened one since its file was read.
        opened = {row.article.id for row in rows} & set(self.session.notes.open_ids)
        self._rows += [row for row in rows if row.article.id not in opened]
        self._take_from_memory(opened)
        self._left = left
        self.tell_progress(f"{left:,} articles to go" if left else "")
        if rows or not left:
            self.show(self._rows)
        if problems:
            self.say(f"left out: {tell_problems(problems)}", error=True)

    # What the commands call

    def open_record(self, record: NoteRow) -> None:
        """Show the passage of a note; an orphan's article from its start."""
        self.go_to(record.article.id, record.note.anchor.start or 0)

    def mark(self) -> None:
        """Mark the current note, or take its mark away."""
        if self.table.current_record is None:
            return
        self.table.toggle_mark()
        count = len(self.table.view.marked)
        self.table.move("down", None)
        self.say(f"{count} marked; t, c and d act on them" if count else "no marks")

    def mark_all(self) -> None:
        """Mark all notes that are listed."""
        view = self.table.view
        view.marked = frozenset(row.key for row in view.shown)
        self.table.refresh()
        self.say(f"{len(view.marked)} marked; t, c and d act on them" if view.marked else "nothing is listed")

    def ask_tags(self) -> None:
        """Ask for tags: all of one note, or those that marked ones get or, after a -, lose."""
        rows = self._chosen_rows()
        if not rows:
            return
        if len(rows) == 1 and not self.table.view.marked:
            value = format_tags(rows[0].note.annotation.tags)
            request = LineRequest("tags, split by commas:", value, lambda line: self._set_tags(rows, line))
        else:
            label = f"tags to add to {_count(len(rows))}, or after a - to take away:"
            request = LineRequest(label, "", lambda line: self._change_tags(rows, line))
        self.ask(request)

    def cycle_color(self) -> None:
        """Give the chosen notes the color that follows the first one's."""
        rows = self._chosen_rows()
        if not rows:
            return
        color = next_color(rows[0].note.annotation.color)
        self._change(rows, lambda note: replace(note, color=color), f"color: {color}")

    def delete(self) -> None:
        """Delete the chosen notes."""
        rows = self._chosen_rows()
        if rows:
            self._change(rows, lambda note: None, f"{_count(len(rows))} deleted; u brings back")

    def undo(self, count: int) -> None:
        """Undo the last changes of notes."""
        self._step(count, self.session.notes.steps.undo, "nothing to undo among the notes")

    def redo(self, count: int) -> None:
        """Make the last undone changes again."""
        self._step(count, self.session.notes.steps.redo, "nothing to redo among the notes")

    def export(self) -> None:
        """Export the notes that are listed."""
        rows = tuple(self.table.view.shown)
        if self._is_reading:
            self.say("the notes are still being read")
        elif not rows:
            self.say(self.table.empty)
        else:
            ask_export(self.app, self.session.settings.export, rows, self.say)

    def tell_tags(self) -> None:
        """Say how often each tag is on the notes that are listed, a tag with those below it."""
        shown = self.table.view.shown
        counts = count_tags((row.article.id, row.note.annotation.tags) for row in shown)
        ranked = sorted(counts, key=lambda each: -each.notes_below)
        said = " · ".join(f"{each.name} {each.notes_below:,}" for each in ranked)
        self.say(visible_line(said) if said else "no tags on the notes listed")

    def _chosen_rows(self) -> list[NoteRow]:
        marked = list(self.table.view.marked_records())
        current = self.table.current_record
        if not marked and current is None:
            self.say(self.table.empty)
        return marked or ([current] if current is not None else [])

    def _set_tags(self, rows: Sequence[NoteRow], line: str) -> None:
        tags = parse_tags(line)
        self._change(rows, lambda note: replace(note, tags=tags), "tags saved")

    def _change_tags(self, rows: Sequence[NoteRow], line: str) -> None:
        line = line.strip()
        tags = parse_tags(line.lstrip("+-"))
        if not tags:
            self.say("nothing changed: no tag was named")
        elif line.startswith("-"):
            keys = {tag_key(tag) for tag in tags}
            self._change(rows, lambda note: replace(note, tags=_without(note.tags, keys)), "tags taken away")
        else:
            self._change(rows, lambda note: replace(note, tags=clean_tags((*note.tags, *tags))), "tags added")

    def _change(
        self, rows: Sequence[NoteRow], change: Callable[[Annotation], Annotation | None], done: str
    ) -> None:
        """Change notes of any articles as one step of undo."""
        changes: dict[str, dict[str, Annotation | None]] = {}
        articles = {row.article.id: row.article for row in rows}
        for row in rows:
            # As it is now: another program may have changed it since it was listed.
            before = self.session.notes.notebook(row.article).find(row.note.annotation.id)
            if before is not None and (after := change(before)) != before:
                changes.setdefault(row.article.id, {})[before.id] = after
        if not changes:
            self.say("nothing to change")
            return
        many = _count(sum(map(len, changes.values())))
        problems = self.session.notes.change_many(
            [(articles[article_id], notes) for article_id, notes in changes.items()],
            undone=f"change of {many} undone",
            redone=f"change of {many} made again",
        )
        self._show_changed(changes)
        if problems:
            self.say(f"not saved yet: {tell_problems(problems)}", error=True)
        else:
            said = f"{done} · {many}" if len(rows) > 1 else done
            self.say("; ".join((said, *self.session.notes.take_clashes())))

    def _step(self, count: int, step: Callable[[], Stepped | None], otherwise: str) -> None:
        for _ in range(count):
            stepped = step()
            if stepped is None:
                self.say(otherwise)
                return
            self._show_changed(stepped.article_ids)
            if stepped.problem is not None:
                self.say(f"{stepped.said}: {tell_problems([stepped.problem])}", error=True)
                return
            self.say(stepped.said)

    def _show_changed(self, article_ids: Sequence[str] | dict[str, Any]) -> None:
        """Show the notes of changed articles as they are now."""
        self._take_from_memory(set(article_ids))
        for article_id in article_ids:
            self.session.notes.recount(article_id)
        self.table.clear_marks()
        self.show(self._rows)
        self.services.workspace.tell_notes()

    def _take_from_memory(self, article_ids: Collection[str]) -> None:
        """Put the notes of open notebooks in the place of the rows of these articles."""
        self._rows = [row for row in self._rows if row.article.id not in article_ids]
        for chapter in self.session.notes.opened():
            if chapter.article.id in article_ids:
                self._rows += rows_of(chapter.article, chapter.notes)


def _without(tags: Sequence[str], keys: Collection[str]) -> tuple[str, ...]:
    return tuple(tag for tag in tags if tag_key(tag) not in keys)


def _count(number: int) -> str:
    return "1 note" if number == 1 else f"{number:,} notes"

"""The annotation editor: the note's text in Markdown and its tags."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static, TextArea

from fenttui.notes.tags import format_tags, parse_tags
from fenttui.ui.completing_tags import completed_tags
from fenttui.ui.dialogs.dialog import Dialog
from fenttui.ui.dialogs.question import Question
from fenttui.ui.widgets.completed_input import CompletedInput
from fenttui.ui.widgets.note_area import NoteArea

_HEIGHTS = [(0, "-flat"), (14, "-low"), (23, "-high")]
"""The classes of the editor by the least height in rows: in any, there is a row to write in."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """What the editor edits."""

    body: str
    tags: tuple[str, ...]


class Editor(Dialog[NoteText]):
    """Answers with the text to save, None where it is to be forgotten."""

    VERTICAL_BREAKPOINTS = _HEIGHTS
    HINT = "^s saves · ^e your own editor · tab the tags · escape leaves"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", "Save", priority=True),
        Binding("ctrl+e", "edit_outside", "Your own editor", priority=True),
        Binding("escape", "leave", "Leave", priority=True),
    ]

    def __init__(
        self,
        title: str,
        quote: str,
        text: NoteText,
        known_tags: tuple[str, ...],
        on_change: Callable[[NoteText], None],
        saved: NoteText | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._quote = quote
        self._text = text
        self._kept = text
        self._known_tags = known_tags
        self._on_change = on_change
        self._saved = text if saved is None else saved
        self._is_outside = False

    def compose(self) -> ComposeResult:
        """The passage, the text, the tags."""
        # Textual sets the class of a height when it sends the size, which is after the first paint.
        rows = self.app.size.height
        self.add_class(next(name for least, name in reversed(_HEIGHTS) if rows >= least))
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            box.border_subtitle = self.HINT
            if self._quote:
                yield Static(self._quote, classes="quote", markup=False)
            body = NoteArea(self._text.body, id="note-body", soft_wrap=True, tab_behavior="focus")
            body.border_title = "note (Markdown)"
            yield body
            tags = CompletedInput(
                format_tags(self._text.tags),
                completed_tags(self._known_tags),
                id="note-tags",
                placeholder="none yet; such as: tariffs, claim/contested",
            )
            tags.border_title = "tags, split by commas"
            yield tags

    def on_mount(self) -> None:
        """Write at the end of the text."""
        body = self.query_one("#note-body", TextArea)
        body.move_cursor(body.document.end)
        body.focus()

    def current(self) -> NoteText:
        """The text as it stands in the editor."""
        return NoteText(
            self.query_one("#note-body", TextArea).text,
            parse_tags(self.query_one("#note-tags", Input).value),
        )

    @on(TextArea.Changed)
    @on(Input.Changed)
    def keep(self) -> None:
        """Let the draft be kept, so that a dropped link loses nothing."""
        self.tell(self.hint)
        if (text := self.current()) != self._kept:
            self._kept = text
            self._on_change(text)

    def action_edit_outside(self) -> None:
        """Write the text in the user's own editor."""
        if not self._is_outside:
            self._is_outside = True
            self.run_worker(self._edit_outside())

    async def _edit_outside(self) -> None:
        # ~5 ms: much is written here.
        from fenttui.ui.outside_editor import edit_outside  # noqa: PLC0415

        text = self.current()
        # Kept before the terminal is given away: nothing is typed here until it is back.
        self._on_change(text)
        body = self.query_one("#note-body", TextArea)
        edited = await edit_outside(
            self.app, text.body, os.environ, lambda saved: self._on_change(NoteText(saved, text.tags))
        )
        self._is_outside = False
        if edited.text is not None:
            body.replace(edited.text, body.document.start, body.document.end)
            body.move_cursor(body.document.end)
        self.keep()
        # Again, where the draft is what the editor has saved and then given up.
        self._on_change(self.current())
        if len(edited.said) < self.query_one(".dialog").content_size.width:
            self.tell(edited.said)
        else:
            self.app.push_screen(Question(edited.said, {}))

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Save and close."""
        if self._is_outside:
            return
        self.dismiss(self.current())

    def action_leave(self) -> None:
        """Close; with unsaved text only after asking."""
        if self._is_outside:
            return
        if self.current() == self._saved:
            self.dismiss(None)
            return

        def answered(key: str | None) -> None:
            if key == "s":
                self.action_save()
            elif key == "d":
                self.dismiss(None)

        question = "This note is not saved."
        self.app.push_screen(Question(question, {"s": "saves it", "d": "discards it"}), answered)

"""Where a note is attached: a doubtful place is accepted or changed, an orphan is attached by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fenttui.notes.annotation import Anchor, Anchored
    from fenttui.ui.host import Host
    from fenttui.ui.workspace import Workspace


class NotePlaces:
    """Attaches the notes of the open article."""

    def __init__(
        self, host: Host, workspace: Workspace, change: Callable[[Callable[[], object], str], bool]
    ) -> None:
        """Make it.

        Args:
            host: Shows the messages.
            workspace: What is open.
            change: Makes a change of the notes, shows it, and says what is given of it.
        """
        self._host = host
        self._workspace = workspace
        self._change = change

    def accept(self, note_id: str) -> None:
        """Keep a note where it was found again: its passage is then what stands there."""
        from fenttui.notes.state import is_doubtful  # noqa: PLC0415 - not at start

        note = self._find(note_id)
        if note is None:
            return
        if (span := _span(note.anchor)) is None:
            self._say_orphan(note)
        elif not is_doubtful(note):
            self._host.say("nothing to accept: its place is certain")
        else:
            self._attach(note_id, span, "accepted; u takes it back")

    def choose_next(self, note_id: str) -> None:
        """Attach a note to the next of the places that have words like its own."""
        note, notebook = self._find(note_id), self._workspace.notebook
        if note is None or notebook is None:
            return
        spans = [span for each in notebook.places(note_id) if (span := _span(each)) is not None]
        here = _span(note.anchor)
        at = spans.index(here) if here in spans else -1
        if not spans or (len(spans) == 1 and at == 0):
            self._host.say("no other place has words like it; select one and press ga")
            return
        chosen = (at + 1) % len(spans)
        self._attach(note_id, spans[chosen], f"place {chosen + 1} of {len(spans)}; u takes it back")

    def attach(self, note_id: str, span: tuple[int, int]) -> None:
        """Attach a note to a span of the text."""
        if self._find(note_id) is not None:
            self._attach(note_id, span, "attached to this passage; u takes it back")

    def _attach(self, note_id: str, span: tuple[int, int], done: str) -> None:
        notebook = self._workspace.notebook
        if notebook is not None:
            self._change(lambda: notebook.attach(note_id, span), done)

    def _find(self, note_id: str) -> Anchored | None:
        notebook = self._workspace.notebook
        notes = notebook.anchored if notebook is not None else ()
        return next((note for note in notes if note.annotation.id == note_id), None)

    def _say_orphan(self, note: Anchored) -> None:
        if note.annotation.target is None:
            self._host.say("it is on the whole article; select a passage and press ga to attach it there")
        else:
            self._host.say("its passage is gone; gn shows words like it, ga attaches it to what is selected")


def _span(anchor: Anchor) -> tuple[int, int] | None:
    return None if anchor.start is None or anchor.end is None else (anchor.start, anchor.end)

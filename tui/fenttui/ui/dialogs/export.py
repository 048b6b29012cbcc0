"""The export screen: which format, which articles, which file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from fenttui.exports import FORMATS
from fenttui.exports.formats import format_of
from fenttui.problem import ProblemError
from fenttui.ui.dialogs.keyed_dialog import KeyedDialog
from fenttui.ui.widgets.item_list import index_at
from fenttui.ui.widgets.line_input import LineInput
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.keymap.command import Context
    from fenttui.ui.host import LineRequest

Scope = Literal["article", "listed", "notes"]
"""The open article, the articles listed, or the notes listed in the table of notes."""

_NOT_OF_A_FIELD = ("ctrl+c", "up", "down", "pageup", "pagedown")
"""Keys that Textual binds in a field and that do nothing useful here."""
_HINT = "enter goes on · ^s exports · escape"


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported, and where to."""

    format: str
    scope: Scope
    name: str
    """The file as it was typed; relative to the folder of exports."""
    force: bool


class Export(KeyedDialog[str]):
    """Writes the file itself, so that an error is shown where it can be fixed; answers with the result."""

    def __init__(
        self,
        folder: Path,
        proposed: str,
        format_name: str,
        scopes: dict[Scope, str],
        write: Callable[[ExportWish], str],
    ) -> None:
        super().__init__()
        self._folder = folder
        self._proposed = proposed
        self._format = format_name
        self._scopes = scopes
        self._scope: Scope = next(iter(scopes))
        self._write = write
        self._left: Widget | None = None
        self._exists = False
        """Whether the file of that name was found to exist: then it may be overwritten."""

    def compose(self) -> ComposeResult:
        """Format, articles, file."""
        with Vertical(classes="dialog", id="export") as box:
            box.border_title = "Export the notes"
            yield Static("Format", classes="hint")
            yield OptionList(
                *(Option(f"{name:<10} {each.doc}", id=name) for name, each in FORMATS.items()),
                id="export-formats", markup=False, compact=True,
            )  # fmt: skip
            yield Static("Articles", classes="hint")
            yield OptionList(
                *(Option(label, id=name) for name, label in self._scopes.items()),
                id="export-scopes", markup=False, compact=True,
            )  # fmt: skip
            path = LineInput(self._file_name(), id="export-path", select_on_focus=False)
            path.border_title = Content(visible_line(f"file, in {self._folder}"))
            yield path
            yield Static("", id="export-error", classes="error", markup=False)

    def on_mount(self) -> None:
        """Begin with the format."""
        self.tell_hint(_HINT)
        self.call_after_refresh(self.prepare_keys)
        formats = self.query_one("#export-formats", OptionList)
        formats.highlighted = list(FORMATS).index(self._format)
        self.query_one("#export-scopes", OptionList).highlighted = 0
        formats.focus()

    def _file_name(self) -> str:
        name = self._proposed if self._scope == "article" else "annotations"
        return f"{name}{FORMATS[self._format].suffix}"

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index != event.option_list.highlighted:
            # Late: another one is highlighted by now.
            return
        path = self._path
        proposed = self._file_name()
        if event.option_list.id == "export-formats" and event.option_id:
            self._format = event.option_id
        elif event.option_id in self._scopes:
            self._scope = next(scope for scope in self._scopes if scope == event.option_id)
        if path.value == proposed:
            path.value = self._file_name()
        elif format_of(Path(path.value)) not in (None, self._format):
            path.value = str(Path(path.value).with_suffix(FORMATS[self._format].suffix))

    @on(Input.Changed, "#export-path")
    def _named(self, event: Input.Changed) -> None:
        """The ending that is typed decides the format."""
        self.hush()
        self._exists = False
        self.query_one("#export-error", Static).update("")
        named = format_of(Path(event.value))
        if named is not None and named != self._format:
            self._format = named
            self.query_one("#export-formats", OptionList).highlighted = list(FORMATS).index(named)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.focus_next()

    @on(Input.Submitted, "#export-path")
    def _submitted(self) -> None:
        self.write()

    # Keys

    @property
    def context(self) -> Context[Any]:
        """The keys of the lists; in the name of the file, what it does not take itself."""
        return self.registry.context("export")

    @property
    def keys_hint(self) -> str:
        """The hint shown after an unbound key."""
        return _HINT

    def on_key(self, event: events.Key) -> None:
        """Let the keys of the file name's field come first there: Textual then looks for its bindings."""
        own = event.key not in _NOT_OF_A_FIELD and event.key in self.active_bindings
        if own and self.focused is self._path:
            event.prevent_default()

    @property
    def lines(self) -> Sequence[str]:
        """The choices of the list that has the focus."""
        focused = self.focused
        return [str(each.prompt) for each in focused.options] if isinstance(focused, OptionList) else ()

    @property
    def current_line(self) -> int:
        """The index of the current choice."""
        return self.focused.highlighted or 0 if isinstance(self.focused, OptionList) else 0

    def go_to_line(self, index: int) -> None:
        """Make another choice current."""
        if isinstance(self.focused, OptionList):
            self.focused.highlighted = max(0, min(index, self.focused.option_count - 1))

    def move(self, motion: str, count: int | None) -> None:
        """Go through the list that has the focus."""
        size = len(self.lines)
        if not size:
            self.say(f"these keys move in the lists above; {_HINT}")
        elif motion in ("top", "bottom"):
            self.go_to_line((count or (1 if motion == "top" else size)) - 1)
        elif motion == "percent":
            self.go_to_line(index_at(count, size))
        else:
            step = (1 if motion in ("down", "up") else size) * (count or 1)
            self.go_to_line(self.current_line + (step if motion.endswith("down") else -step))

    def ask(self, request: LineRequest) -> None:
        """Ask for one line; the focus comes back afterwards."""
        self._left = self.focused or self._path
        super().ask(request)

    def take_focus_back(self) -> None:
        """Give the focus to the field that had it before a line was asked for."""
        if self._left is not None:
            self.set_focus(self._left)

    # What the commands call

    def turn(self, step: int) -> None:
        """Go to the next field, or the one before."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def overwrite(self) -> None:
        """Write the file over the one that was found."""
        if self._exists:
            self.write(force=True)
        else:
            self.say("nothing to overwrite so far; ^s exports")

    def write(self, force: bool = False) -> None:
        """Write the file; where that fails, say why and stay."""
        name = self._path.value
        try:
            done = self._write(ExportWish(self._format, self._scope, name, force))
        except FileExistsError as error:
            path = Path(error.filename)
            self._exists = True
            self._fail(f"{path} exists already; ^o overwrites it and keeps the old one as {path.name}~.")
        except ProblemError as error:
            self._fail(str(error))
        else:
            self.dismiss(done)

    def _fail(self, message: str) -> None:
        self.query_one("#export-error", Static).update(message)
        self._path.focus()

    @property
    def _path(self) -> Input:
        return self.query_one("#export-path", Input)

"""The export screen: which format, which articles, which file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from fenttui.exports import FORMATS
from fenttui.exports.formats import format_of
from fenttui.problem import ProblemError
from fenttui.ui.dialogs.dialog import Dialog
from fenttui.ui.widgets.line_input import LineInput
from fenttui.visible import visible_line

Scope = Literal["article", "listed"]


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported, and where to."""

    format: str
    scope: Scope
    path: Path
    force: bool


class Export(Dialog[str]):
    """Writes the file itself, so that an error is told where it can be fixed; answers with what was done."""

    HINT = "enter goes on · ^s exports · escape"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "write", "Export", priority=True),
        Binding("ctrl+o", "write(True)", "Overwrite", priority=True),
        Binding("j", "choose(1)", show=False),
        Binding("k", "choose(-1)", show=False),
    ]

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
        self._scope: Scope = "article"
        self._write = write

    def compose(self) -> ComposeResult:
        """Format, articles, file."""
        with Vertical(classes="dialog", id="export") as box:
            box.border_title = "Export the notes"
            box.border_subtitle = self.HINT
            yield Static("Format", classes="hint")
            formats = OptionList(
                *(Option(f"{name:<10} {each.doc}", id=name) for name, each in FORMATS.items()),
                id="export-formats", markup=False, compact=True,
            )  # fmt: skip
            yield formats
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
        formats = self.query_one("#export-formats", OptionList)
        formats.highlighted = list(FORMATS).index(self._format)
        self.query_one("#export-scopes", OptionList).highlighted = 0
        formats.focus()

    def _file_name(self) -> str:
        name = self._proposed if self._scope == "article" else "annotations"
        return f"{name}{FORMATS[self._format].suffix}"

    @on(OptionList.OptionHighlighted)
    @on(Input.Changed)
    def _taken(self) -> None:
        self.tell(self.hint)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        path = self.query_one("#export-path", Input)
        proposed = self._file_name()
        if event.option_list.id == "export-formats" and event.option_id:
            self._format = event.option_id
        elif event.option_id in self._scopes:
            self._scope = "article" if event.option_id == "article" else "listed"
        if path.value == proposed:
            path.value = self._file_name()
        elif format_of(Path(path.value)) not in (None, self._format):
            path.value = str(Path(path.value).with_suffix(FORMATS[self._format].suffix))

    @on(Input.Changed)
    def _named(self, event: Input.Changed) -> None:
        """The ending that is typed decides the format."""
        named = format_of(Path(event.value))
        if named is not None and named != self._format:
            self._format = named
            self.query_one("#export-formats", OptionList).highlighted = list(FORMATS).index(named)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.focus_next()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_write()

    def action_choose(self, step: int) -> None:
        """Go through a list."""
        if isinstance(self.focused, OptionList):
            if step > 0:
                self.focused.action_cursor_down()
            else:
                self.focused.action_cursor_up()

    def action_write(self, force: bool = False) -> None:
        """Write the file; where that fails, say why and stay."""
        path = self._folder / Path(self.query_one("#export-path", Input).value).expanduser()
        try:
            done = self._write(ExportWish(self._format, self._scope, path, force))
        except FileExistsError:
            self._fail(f"{path} exists already; ^o overwrites it and keeps the old one as {path.name}~.")
        except ProblemError as error:
            self._fail(str(error))
        else:
            self.dismiss(done)

    def _fail(self, message: str) -> None:
        self.query_one("#export-error", Static).update(message)
        self.query_one("#export-path", Input).focus()

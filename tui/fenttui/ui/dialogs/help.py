"""Help: every key that is active, from the commands themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from fenttui.keymap.sequence import show_sequence
from fenttui.ui.dialogs.keyed_dialog import KeyedDialog
from fenttui.ui.widgets.item_list import index_at

if TYPE_CHECKING:
    from fenttui.keymap.command import Context
    from fenttui.keymap.keymap import Registry

_KEYS_WIDTH = 24
_LEAST_BESIDE = 48
"""The least width in cells where a sentence stands beside its keys."""
_HINT = "j k scroll · / search · escape closes"


def help_text(registry: Registry, context: Context[Any], width: int | None = None) -> Text:
    """Return the commands that are active in a context, under their headings.

    Args:
        registry: All commands.
        context: The context.
        width: Where a sentence is wrapped, in cells; it continues below its own beginning.
    """
    text = Text()
    for group, members in groupby(registry.active_in(context), key=lambda command: command.group):
        text.append(f"{group}\n", "bold")
        for command in members:
            keys = "  ".join(show_sequence(keys) for keys in command.keys)
            keys += "{letter}" if command.takes_char and len(command.keys) == 1 else ""
            _append_line(text, keys, command.sentence, width)
        text.append("\n")
    if any(command.name == "command_line" for command in registry.active_in(context)):
        _append_line_commands(text, registry, width)
    text.append("A number before a motion repeats it: 3) goes three sentences on.\n")
    text.append("Keys are changed under [keys] in config.toml.")
    return text


def _append_line_commands(text: Text, registry: Registry, width: int | None) -> None:
    text.append("Command line\n", "bold")
    for command in registry.line_commands:
        _append_line(text, f":{command.usage}", command.sentence, width)
    _append_line(text, ":NAME", "any command by its name, as :3 next_actor", width)
    text.append("\n")


def _append_line(text: Text, keys: str, sentence: str, width: int | None) -> None:
    """Append keys and their sentence, whose further rows stand below its beginning."""
    first = f"  {keys:<{_KEYS_WIDTH}} "
    narrow = width is not None and width < _LEAST_BESIDE
    indent = " " * (4 if narrow else _KEYS_WIDTH + 3)
    # In a narrow window nearly nothing would be left beside the keys.
    rows = ["", ""] if narrow else [""]
    before = len(indent) if narrow else len(first)
    for word in sentence.split(" "):
        if rows[-1] and width is not None and before + len(rows[-1]) + len(word) > width:
            rows.append("")
            before = len(indent)
        rows[-1] += f"{word} "
    text.append(first.rstrip() if narrow else first, "bold").append(
        f"\n{indent}".join(row.rstrip() for row in rows)
    ).append("\n")


class _HelpText(Static):
    """The text, wrapped for its width."""

    def __init__(self, wrapped: Callable[[int], Text]) -> None:
        super().__init__()
        self._wrapped = wrapped
        self._width = 0

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the sentences for another width."""
        if event.size.width != self._width:
            self._width = event.size.width
            self.update(self._wrapped(self._width))


class Help(KeyedDialog[None]):
    """Shows the keys of one context; scrolls like the text."""

    def __init__(self, of: Context[Any]) -> None:
        super().__init__()
        self._text = Text()
        self._of = of

    def compose(self) -> ComposeResult:
        """The keys in a box that scrolls."""
        self._text = help_text(self.registry, self._of)
        with Vertical(classes="dialog", id="help") as box:
            box.border_title = f"Keys in {self._of.title}"
            with VerticalScroll(id="help-keys"):
                yield _HelpText(self._wrapped)

    def on_mount(self) -> None:
        """Scroll by keys at once."""
        self.tell_hint(_HINT)
        self.take_focus_back()

    def _wrapped(self, width: int) -> Text:
        self._text = help_text(self.registry, self._of, width)
        return self._text

    @property
    def context(self) -> Context[Any]:
        """The help's own keys."""
        return self.registry.context("help")

    @property
    def keys_hint(self) -> str:
        """The keys that scroll and close: `?` lists no others here."""
        return _HINT

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the help."""
        return self._text.plain.split("\n")

    @property
    def current_line(self) -> int:
        """The first line in view."""
        return round(self._scroll.scroll_y)

    def go_to_line(self, index: int) -> None:
        """Scroll so that a line is the first in view, as far as there are lines below it."""
        self._scroll.scroll_to(y=index, animate=False, immediate=True)

    def take_focus_back(self) -> None:
        """Give the focus to the keys."""
        self.set_focus(self._scroll)

    def move(self, motion: str, count: int | None) -> None:
        """Scroll."""
        height = max(1, self._scroll.size.height)
        if motion == "bottom" and count is None:
            # Long lines take several rows.
            self._scroll.scroll_end(animate=False, immediate=True)
            return
        if motion in ("top", "bottom"):
            self.go_to_line((count or (1 if motion == "top" else len(self.lines))) - 1)
            return
        if motion == "percent":
            self.go_to_line(max(0, index_at(count, len(self.lines))))
            return
        step = {"down": 1, "up": 1, "half_page_down": height // 2, "half_page_up": height // 2}
        lines = max(1, step.get(motion, height - 1)) * (count or 1)
        self.go_to_line(max(0, self.current_line + (lines if motion.endswith("down") else -lines)))

    @property
    def _scroll(self) -> VerticalScroll:
        return self.query_one("#help-keys", VerticalScroll)

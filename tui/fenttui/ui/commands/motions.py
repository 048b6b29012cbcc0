"""Motions of the caret in the text, after vim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import READER

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_MOVE = "Move"


@READER.command("h", "left", group=_MOVE, counted=True)
def left(panes: Panes, call: Call) -> None:
    """One character left."""
    panes.reader.move("left", call.count)


@READER.command("j", "down", "gj", group=_MOVE, counted=True)
def down(panes: Panes, call: Call) -> None:
    """One line down."""
    panes.reader.move("down", call.count)


@READER.command("k", "up", "gk", group=_MOVE, counted=True)
def up(panes: Panes, call: Call) -> None:
    """One line up."""
    panes.reader.move("up", call.count)


@READER.command("l", "right", group=_MOVE, counted=True)
def right(panes: Panes, call: Call) -> None:
    """One character right."""
    panes.reader.move("right", call.count)


@READER.command("w", group=_MOVE, counted=True)
def word_forward(panes: Panes, call: Call) -> None:
    """Next word."""
    panes.reader.move("word_forward", call.count)


@READER.command("e", group=_MOVE, counted=True)
def word_end(panes: Panes, call: Call) -> None:
    """End of the word."""
    panes.reader.move("word_end", call.count)


@READER.command("b", group=_MOVE, counted=True)
def word_back(panes: Panes, call: Call) -> None:
    """Word before."""
    panes.reader.move("word_back", call.count)


@READER.command(")", group=_MOVE, counted=True)
def sentence_forward(panes: Panes, call: Call) -> None:
    """Next sentence."""
    panes.reader.move("sentence_forward", call.count)


@READER.command("(", group=_MOVE, counted=True)
def sentence_back(panes: Panes, call: Call) -> None:
    """Sentence before."""
    panes.reader.move("sentence_back", call.count)


@READER.command("}", group=_MOVE, counted=True)
def paragraph_forward(panes: Panes, call: Call) -> None:
    """Next paragraph."""
    panes.reader.move("paragraph_forward", call.count)


@READER.command("{", group=_MOVE, counted=True)
def paragraph_back(panes: Panes, call: Call) -> None:
    """Paragraph before."""
    panes.reader.move("paragraph_back", call.count)


@READER.command("ctrl+d", group=_MOVE, counted=True)
def half_page_down(panes: Panes, call: Call) -> None:
    """Half a page down."""
    panes.reader.move("half_page_down", call.count)


@READER.command("ctrl+u", group=_MOVE, counted=True)
def half_page_up(panes: Panes, call: Call) -> None:
    """Half a page up."""
    panes.reader.move("half_page_up", call.count)


@READER.command("space", "ctrl+f", "pagedown", group=_MOVE, counted=True)
def page_down(panes: Panes, call: Call) -> None:
    """A page down."""
    panes.reader.move("page_down", call.count)


@READER.command("backspace", "ctrl+b", "pageup", group=_MOVE, counted=True)
def page_up(panes: Panes, call: Call) -> None:
    """A page up."""
    panes.reader.move("page_up", call.count)


@READER.command("0", "^", "home", group=_MOVE)
def line_start(panes: Panes, call: Call) -> None:
    """Start of the line."""
    panes.reader.move("line_start", None)


@READER.command("$", "end", group=_MOVE)
def line_end(panes: Panes, call: Call) -> None:
    """End of the line."""
    panes.reader.move("line_end", None)


@READER.command("gg", "ctrl+home", group=_MOVE, counted=True)
def top(panes: Panes, call: Call) -> None:
    """top, or the line of the count."""
    panes.reader.leave()
    panes.reader.move("top", call.count)


@READER.command("G", "ctrl+end", group=_MOVE, counted=True)
def bottom(panes: Panes, call: Call) -> None:
    """bottom, or the line of the count."""
    panes.reader.leave()
    panes.reader.move("bottom", call.count)


@READER.command("%", group=_MOVE, counted=True)
def percent(panes: Panes, call: Call) -> None:
    """The count's percent of the article."""
    if call.count is None:
        panes.host.say("type a number first: 50% goes to the middle")
        return
    panes.reader.leave()
    panes.reader.move("percent", call.count)

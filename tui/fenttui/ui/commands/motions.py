"""Motions of the caret in the text, after vim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import READER

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_MOVE = "Move"
_SCROLL = "Scroll"


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


@READER.command("0", "home", group=_MOVE)
def line_start(panes: Panes, call: Call) -> None:
    """Start of the line."""
    panes.reader.move("line_start", None)


@READER.command("^", group=_MOVE)
def line_text_start(panes: Panes, call: Call) -> None:
    """First text of the line."""
    panes.reader.move("line_text_start", None)


@READER.command("$", "end", group=_MOVE, counted=True)
def line_end(panes: Panes, call: Call) -> None:
    """End of the line."""
    panes.reader.move("line_end", call.count)


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


@READER.command("W", group=_MOVE, counted=True)
def big_word_forward(panes: Panes, call: Call) -> None:
    """Next word between spaces."""
    panes.reader.move("big_word_forward", call.count)


@READER.command("E", group=_MOVE, counted=True)
def big_word_end(panes: Panes, call: Call) -> None:
    """End of the word between spaces."""
    panes.reader.move("big_word_end", call.count)


@READER.command("B", group=_MOVE, counted=True)
def big_word_back(panes: Panes, call: Call) -> None:
    """Word between spaces before."""
    panes.reader.move("big_word_back", call.count)


@READER.command("ge", group=_MOVE, counted=True)
def word_end_back(panes: Panes, call: Call) -> None:
    """End of the word before."""
    panes.reader.move("word_end_back", call.count)


@READER.command("gE", group=_MOVE, counted=True)
def big_word_end_back(panes: Panes, call: Call) -> None:
    """End of the word between spaces before."""
    panes.reader.move("big_word_end_back", call.count)


@READER.command("f", group=_MOVE, takes_char=True, counted=True)
def find_character(panes: Panes, call: Call) -> None:
    """To a character after this, in the paragraph."""
    _find(panes, call, forward=True, until=False)


@READER.command("F", group=_MOVE, takes_char=True, counted=True)
def find_character_back(panes: Panes, call: Call) -> None:
    """To a character before this."""
    _find(panes, call, forward=False, until=False)


@READER.command("t", group=_MOVE, takes_char=True, counted=True)
def until_character(panes: Panes, call: Call) -> None:
    """Up to a character after this."""
    _find(panes, call, forward=True, until=True)


@READER.command("T", group=_MOVE, takes_char=True, counted=True)
def until_character_back(panes: Panes, call: Call) -> None:
    """Back to just after a character."""
    _find(panes, call, forward=False, until=True)


@READER.command(";", group=_MOVE, counted=True)
def find_again(panes: Panes, call: Call) -> None:
    """That character again."""
    _find_again(panes, call, reverse=False)


@READER.command(",", group=_MOVE, counted=True)
def find_again_back(panes: Panes, call: Call) -> None:
    """That character again, the other way."""
    _find_again(panes, call, reverse=True)


@READER.command("H", group=_MOVE, counted=True)
def screen_top(panes: Panes, call: Call) -> None:
    """First line of the screen."""
    panes.reader.leave()
    panes.reader.move_to_screen_line("top", call.times)


@READER.command("M", group=_MOVE)
def screen_middle(panes: Panes, call: Call) -> None:
    """Middle line of the screen."""
    panes.reader.leave()
    panes.reader.move_to_screen_line("middle")


@READER.command("L", group=_MOVE, counted=True)
def screen_bottom(panes: Panes, call: Call) -> None:
    """Last line of the screen."""
    panes.reader.leave()
    panes.reader.move_to_screen_line("bottom", call.times)


@READER.command("zz", group=_SCROLL, counted=True)
def scroll_middle(panes: Panes, call: Call) -> None:
    """This line to the middle of the screen."""
    panes.reader.place_line("middle", call.count)


@READER.command("zt", group=_SCROLL, counted=True)
def scroll_top(panes: Panes, call: Call) -> None:
    """This line to the top."""
    panes.reader.place_line("top", call.count)


@READER.command("zb", group=_SCROLL, counted=True)
def scroll_bottom(panes: Panes, call: Call) -> None:
    """This line to the bottom."""
    panes.reader.place_line("bottom", call.count)


@READER.command("ctrl+e", group=_SCROLL, counted=True)
def scroll_down(panes: Panes, call: Call) -> None:
    """Scroll a line down."""
    panes.reader.scroll_view(call.times)


@READER.command("ctrl+y", group=_SCROLL, counted=True)
def scroll_up(panes: Panes, call: Call) -> None:
    """Scroll a line up."""
    panes.reader.scroll_view(-call.times)


def _find(panes: Panes, call: Call, *, forward: bool, until: bool) -> None:
    # 3 ms: not at start.
    from fenttui.ui.widgets.reader.character_search import CharacterSearch  # noqa: PLC0415

    if not panes.reader.find_character(CharacterSearch(call.char, forward, until), call.times):
        panes.host.say(f"no {call.char} {'after' if forward else 'before'} this in the paragraph")


def _find_again(panes: Panes, call: Call, *, reverse: bool) -> None:
    search = panes.reader.character_search
    if search is None:
        panes.host.say("no character was looked for yet; f finds one")
    elif not panes.reader.find_again(call.times, reverse):
        side = "after" if search.forward != reverse else "before"
        panes.host.say(f"no {search.character} {side} this in the paragraph")

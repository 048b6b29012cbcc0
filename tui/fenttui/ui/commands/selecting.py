"""Selecting in the text, and copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import OBJECT, READER, SELECTION

if TYPE_CHECKING:
    from fenttui.keymap.command import Call, Context
    from fenttui.ui.panes import Panes

_SELECT = "Select"


@READER.command("v", group=_SELECT)
def select(panes: Panes, call: Call) -> None:
    """Select from here by moving."""
    panes.reader.toggle_selection(lines=False)


@READER.command("V", group=_SELECT)
def select_lines(panes: Panes, call: Call) -> None:
    """Select whole lines."""
    panes.reader.toggle_selection(lines=True)


@READER.command("gv", group=_SELECT)
def select_again(panes: Panes, call: Call) -> None:
    """Select what was selected last."""
    if not panes.reader.select_again():
        panes.host.say("nothing was selected yet in this article")


@SELECTION.command("o", group=_SELECT)
def other_end(panes: Panes, call: Call) -> None:
    """Go to the other end of the selection."""
    panes.reader.swap_ends()


@READER.command("y", group=_SELECT, common=True)
def yank(panes: Panes, call: Call) -> None:
    """Copy the selection, or the sentence, to your own clipboard."""
    what = "the selection" if panes.reader.selection_anchor is not None else "the sentence"
    start, end = panes.reader.annotation_span()
    panes.reader.end_selection()
    panes.host.say(panes.host.program.copy(panes.reader.page.text[start:end], what))


def _add_object(context: Context[Panes], keys: str, text_object: str, sentence: str) -> None:
    """Make a text object a command of a context."""

    def select_object(panes: Panes, call: Call) -> None:
        if not panes.reader.select_object(text_object, call.times):
            panes.host.say("no such text object here")

    select_object.__doc__ = sentence
    name = f"select_{text_object}"
    context.command(keys, group=_SELECT, name=name, counted=True)(select_object)


_add_object(READER, "iw", "inner_word", "Select the word.")
_add_object(READER, "iW", "inner_big_word", "Select the word between spaces.")
_add_object(READER, "is", "inner_sentence", "Select the sentence.")
_add_object(READER, "ip", "inner_paragraph", "Select the paragraph.")
_add_object(READER, 'i"', "inner_quotation", "Select what is quoted.")
_add_object(READER, "i'", "inner_single_quotation", "Select what is in single quotation marks.")
_add_object(OBJECT, "aw", "around_word", "Select the word and the space after it.")
_add_object(OBJECT, "aW", "around_big_word", "Select the word between spaces and the space after it.")
_add_object(OBJECT, "as", "around_sentence", "Select the sentence and the space after it.")
_add_object(OBJECT, "ap", "around_paragraph", "Select the paragraph and the blank line after it.")
_add_object(OBJECT, 'a"', "around_quotation", "Select the quotation with its marks.")
_add_object(OBJECT, "a'", "around_single_quotation", "Select the quotation with its single marks.")

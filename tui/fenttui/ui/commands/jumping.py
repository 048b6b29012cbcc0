"""Jumps in the text: to matches, mentions, quotes, notes and marks, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import READER

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes
    from fenttui.ui.widgets.reader.jumps import Location

_FIND = "Find"


@READER.command("/", group=_FIND, common=True)
def search(panes: Panes, call: Call) -> None:
    """Search in the article, by words or a regular expression."""
    panes.search.ask()


@READER.command("\\", group=_FIND)
def search_backward(panes: Panes, call: Call) -> None:
    """Search backward."""
    panes.search.ask(forward=False)


@READER.command("n", group=_FIND, counted=True)
def search_next(panes: Panes, call: Call) -> None:
    """Next match."""
    panes.search.go_on(call.times)


@READER.command("N", group=_FIND, counted=True)
def search_previous(panes: Panes, call: Call) -> None:
    """Match before."""
    panes.search.go_on(-call.times)


@READER.command("]a", group=_FIND, counted=True)
def next_actor(panes: Panes, call: Call) -> None:
    """Next actor."""
    panes.host.say(panes.reader.jump_to_actor(call.times))


@READER.command("[a", group=_FIND, counted=True)
def previous_actor(panes: Panes, call: Call) -> None:
    """Actor before."""
    panes.host.say(panes.reader.jump_to_actor(-call.times))


@READER.command("]f", group=_FIND, counted=True)
def next_figure(panes: Panes, call: Call) -> None:
    """Next figure."""
    panes.host.say(panes.reader.jump_to_figure(call.times))


@READER.command("[f", group=_FIND, counted=True)
def previous_figure(panes: Panes, call: Call) -> None:
    """Figure before."""
    panes.host.say(panes.reader.jump_to_figure(-call.times))


@READER.command("]q", group=_FIND, counted=True)
def next_quote(panes: Panes, call: Call) -> None:
    """Next quote."""
    panes.host.say(panes.reader.jump_to_quote(call.times))


@READER.command("[q", group=_FIND, counted=True)
def previous_quote(panes: Panes, call: Call) -> None:
    """Quote before."""
    panes.host.say(panes.reader.jump_to_quote(-call.times))


@READER.command("]n", group=_FIND, counted=True)
def next_note(panes: Panes, call: Call) -> None:
    """Next annotation, in this article or a later one."""
    panes.articles.jump_to_note(call.times)


@READER.command("[n", group=_FIND, counted=True)
def previous_note(panes: Panes, call: Call) -> None:
    """Annotation before, in this article or an earlier one."""
    panes.articles.jump_to_note(-call.times)


@READER.command("*", group=_FIND, counted=True)
def same_actor(panes: Panes, call: Call) -> None:
    """Next mention of the same actor, or the word here again."""
    panes.host.say(panes.reader.jump_to_same(call.times))


@READER.command("#", group=_FIND, counted=True)
def same_actor_back(panes: Panes, call: Call) -> None:
    """Mention of the same actor before, or the word here."""
    panes.host.say(panes.reader.jump_to_same(-call.times))


@READER.command("K", group=_FIND, common=True)
def card(panes: Panes, call: Call) -> None:
    """What is known about the mention here."""
    mention = panes.reader.known_here
    if mention is None:
        panes.host.say("no actor or figure here; ]a and ]f go to the next one")
    else:
        panes.card.show(mention)


@READER.command("m", group=_FIND, takes_char=True)
def set_mark(panes: Panes, call: Call) -> None:
    """Mark this location with a letter."""
    panes.host.say(panes.reader.set_mark(call.char))


@READER.command("'", "`", group=_FIND, takes_char=True)
def jump_mark(panes: Panes, call: Call) -> None:
    """Go to a marked location; twice goes where the last jump began."""
    reader = panes.reader
    if call.char in ("'", "`"):
        here = reader.location
        _come_to(panes, reader.trail.swap(here) if here else None, "no earlier location")
        return
    location = reader.trail.marks.get(call.char)
    if location is None:
        panes.host.say(f"no mark {call.char}; m{call.char} sets it")
        return
    reader.leave()
    _come_to(panes, location, "")


@READER.command("gi", group=_FIND)
def last_annotated(panes: Panes, call: Call) -> None:
    """Go where a note was last written."""
    location = panes.reader.trail.annotated
    if location is not None:
        panes.reader.leave()
    _come_to(panes, location, "no note was written yet")


@READER.command("ctrl+o", "[j", group=_FIND, counted=True)
def jump_back(panes: Panes, call: Call) -> None:
    """Back to where the last jump began."""
    location = panes.reader.trail.back(call.times, panes.reader.location)
    _come_to(panes, location, "no earlier location")


@READER.command("ctrl+i", "]j", group=_FIND, counted=True)
def jump_forward(panes: Panes, call: Call) -> None:
    """Forward in the list of jumps."""
    _come_to(panes, panes.reader.trail.forward(call.times), "no later location")


def _come_to(panes: Panes, location: Location | None, otherwise: str) -> None:
    """Go to a location, and to the table that it was left from."""
    if location is None:
        panes.host.say(otherwise)
        return
    panes.host.go_to(location.article_id, location.where)
    if location.screen is not None:
        panes.host.program.reopen_tables(location.screen)

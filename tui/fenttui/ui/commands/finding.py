"""Going to what is found in the text: matches, mentions, quotes, notes, marks, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import READER

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_FIND = "Find"


@READER.command("/", group=_FIND)
def search(panes: Panes, call: Call) -> None:
    """Search in the article."""
    panes.search.ask()


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
    """Next annotation."""
    panes.host.say(panes.reader.jump_to_note(call.times))


@READER.command("[n", group=_FIND, counted=True)
def previous_note(panes: Panes, call: Call) -> None:
    """Annotation before."""
    panes.host.say(panes.reader.jump_to_note(-call.times))


@READER.command("*", group=_FIND, counted=True)
def same_actor(panes: Panes, call: Call) -> None:
    """Next mention of the same actor."""
    panes.host.say(panes.reader.jump_to_same_actor(call.times))


@READER.command("#", group=_FIND, counted=True)
def same_actor_back(panes: Panes, call: Call) -> None:
    """Mention of the same actor before."""
    panes.host.say(panes.reader.jump_to_same_actor(-call.times))


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
    """Mark this place with a letter."""
    panes.host.say(panes.reader.set_mark(call.char))


@READER.command("'", "`", group=_FIND, takes_char=True)
def jump_mark(panes: Panes, call: Call) -> None:
    """Go to a marked place."""
    location = panes.reader.trail.marks.get(call.char)
    if location is None:
        panes.host.say(f"no mark {call.char}; m{call.char} sets it")
        return
    panes.reader.leave()
    panes.host.go_to(*location)


@READER.command("ctrl+o", group=_FIND, counted=True)
def jump_back(panes: Panes, call: Call) -> None:
    """Back to where the last jump began."""
    location = panes.reader.trail.back(call.times)
    if location is None:
        panes.host.say("no jump to come back from")
    else:
        panes.host.go_to(*location)

"""What is active in the panes and in the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import EVERYWHERE

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.host import KeyedHost

_EVERYWHERE = "Everywhere"


@EVERYWHERE.command("A", "gA", group=_EVERYWHERE, common=True)
def actors(host: KeyedHost, call: Call) -> None:
    """Every actor of the dossier."""
    host.program.open_table("actors")


@EVERYWHERE.command("gF", group=_EVERYWHERE, common=True)
def figures(host: KeyedHost, call: Call) -> None:
    """Every figure of the dossier."""
    host.program.open_table("figures")


@EVERYWHERE.command("gL", group=_EVERYWHERE, common=True)
def timeline(host: KeyedHost, call: Call) -> None:
    """What happened when, and plots over time."""
    host.program.open_table("timeline")


@EVERYWHERE.command("gN", group=_EVERYWHERE, common=True)
def notes(host: KeyedHost, call: Call) -> None:
    """Every note of the dossier."""
    host.program.open_table("notes")


@EVERYWHERE.command("gT", group=_EVERYWHERE, common=True)
def theme(host: KeyedHost, call: Call) -> None:
    """Dark or light."""
    host.say(host.program.change_theme())


@EVERYWHERE.command("?", "f1", group=_EVERYWHERE, common=True)
def help(host: KeyedHost, call: Call) -> None:
    """All keys that are active here."""
    host.program.show_help(host.context)


@EVERYWHERE.command(":", group=_EVERYWHERE, common=True)
def command_line(host: KeyedHost, call: Call) -> None:
    """Type a command: `:q`, `:w`, `:e PATH`, `:12`."""
    host.program.ask_command(host)


@EVERYWHERE.command("ctrl+p", group=_EVERYWHERE)
def palette(host: KeyedHost, call: Call) -> None:
    """Find a command by name."""
    host.program.show_palette()


@EVERYWHERE.command("ctrl+l", group=_EVERYWHERE)
def redraw(host: KeyedHost, call: Call) -> None:
    """Paint the screen again."""
    host.program.repaint()


@EVERYWHERE.command("ctrl+z", group=_EVERYWHERE)
def suspend(host: KeyedHost, call: Call) -> None:
    """To the shell; `fg` comes back."""
    host.program.suspend_program()


@EVERYWHERE.command("ctrl+c", group=_EVERYWHERE)
def interrupt(host: KeyedHost, call: Call) -> None:
    """Cancel what is running, and say how to quit."""
    host.cancel()
    host.say("q, ZZ or :q quits")

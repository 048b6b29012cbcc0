"""Motions that all lists share: articles, notes, rows of tables, lines of dialogs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from fenttui.keymap.command import Call, Context
    from fenttui.ui.commands.targets import Movable

Target = TypeVar("Target")


def add_list_motions(context: Context[Target], of: Callable[[Target], Movable], group: str = "") -> None:
    """Give a context the motions of a list.

    Args:
        context: where they are active.
        of: the list that a target of the context moves in.
        group: their heading in the help.
    """

    @context.command("j", "down", group=group, counted=True)
    def down(target: Target, call: Call) -> None:
        """Next {item}."""
        of(target).move("down", call.count)

    @context.command("k", "up", group=group, counted=True)
    def up(target: Target, call: Call) -> None:
        """{item} before."""
        of(target).move("up", call.count)

    @context.command("ctrl+d", group=group, counted=True)
    def half_page_down(target: Target, call: Call) -> None:
        """Half a page down."""
        of(target).move("half_page_down", call.count)

    @context.command("ctrl+u", group=group, counted=True)
    def half_page_up(target: Target, call: Call) -> None:
        """Half a page up."""
        of(target).move("half_page_up", call.count)

    @context.command("space", "ctrl+f", "pagedown", group=group, counted=True)
    def page_down(target: Target, call: Call) -> None:
        """A page down."""
        of(target).move("page_down", call.count)

    @context.command("backspace", "ctrl+b", "pageup", group=group, counted=True)
    def page_up(target: Target, call: Call) -> None:
        """A page up."""
        of(target).move("page_up", call.count)

    @context.command("gg", "home", "ctrl+home", group=group, counted=True)
    def top(target: Target, call: Call) -> None:
        """First {item}, or that of the count."""
        of(target).move("top", call.count)

    @context.command("G", "end", "ctrl+end", group=group, counted=True)
    def bottom(target: Target, call: Call) -> None:
        """Last {item}, or that of the count."""
        of(target).move("bottom", call.count)

    @context.command("%", group=group, counted=True)
    def percent(target: Target, call: Call) -> None:
        """The {item} at the count's percent, else the middle one."""
        of(target).move("percent", call.count)

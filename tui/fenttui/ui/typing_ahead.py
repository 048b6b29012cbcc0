"""Keys in the order they were typed, each taken when the one before has had its effect.

Over a slow link keys arrive in bursts. Textual hands a key to the focused widget's queue and moves on to the
next: a binding that the first key calls, or the dialog that it opens, would come after keys typed later, and
those would act on the wrong pane or be lost.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import Any

from textual import events
from textual.app import ReturnType
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import Screen
from textual.widget import Widget

from fenttui.ui.textual_internals import CrashKeeper

_ROUNDS = 3
"""How often the way from the focused widget up to the app is gone: a key's handler may post a message whose
handler posts another."""
_LONGEST_OPENING = 2.0
"""Seconds after which a screen gets its keys even if nothing on it has taken the focus."""
_LOOK_AGAIN = 0.005


class OrderedKeys(CrashKeeper[ReturnType]):
    """An app whose keys never overtake each other."""

    def __init__(self, ansi_color: bool | None = None, driver_class: type[Driver] | None = None) -> None:
        super().__init__(ansi_color=ansi_color, driver_class=driver_class)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._waiting_since = 0.0
        self._opened = 0
        """The screen that got the last key."""
        self._focused: Widget | None = None
        """The widget that got it."""

    @property
    def more_typed(self) -> bool:
        """Whether keys wait behind the one that is having its effect."""
        return len(self._typed) > 1

    async def on_event(self, event: events.Event) -> None:
        """Queue what is typed; pass on the rest."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            if len(self._typed) == 1:
                self._waiting_since = monotonic()
                await self._take_next()
        else:
            await super().on_event(event)

    async def _take_next(self) -> None:
        screen = self.screen
        unfocused = screen.focused is None and bool(screen.focus_chain)
        # Later nothing has the focus where a click or the window took it: that screen is open.
        opening = not screen.is_mounted or (unfocused and self._opened != id(screen))
        if opening and monotonic() - self._waiting_since < _LONGEST_OPENING:
            self.set_timer(_LOOK_AGAIN, self._take_next)
            return
        self._opened = id(screen)
        if unfocused:
            self._focus_again(screen)
        self._focused = screen.focused
        if self.more_typed:
            self._join_text()
        await super().on_event(self._typed[0])
        await self._climb(self.focused or self.screen, _ROUNDS)

    def _focus_again(self, screen: Screen[Any]) -> None:
        """Give the focus back that a click beside everything has taken: a prompt is typed into, or left."""
        prompt = next((widget for widget in screen.focus_chain if widget.id == "prompt"), None)
        again = prompt or (self._focused if self._focused in screen.focus_chain else None)
        if again is not None:
            screen.set_focus(again, scroll_visible=False)

    def _join_text(self) -> None:
        """Put the characters that come next into one paste where a field takes them as they are.

        A long text that a terminal pastes as keys would else be minutes of single changes.
        """
        field, joined = self.focused, list[str]()
        if field is None:
            return
        for event in self._typed:
            if not isinstance(event, events.Key) or not event.is_printable or event.character is None:
                break
            if not field.check_consume_key(event.key, event.character):
                break
            joined.append(event.character)
        if len(joined) > 1:
            for _ in joined:
                self._typed.popleft()
            self._typed.appendleft(events.Paste("".join(joined)))

    async def _climb(self, node: DOMNode | None, rounds: int) -> None:
        """Wait for every queue from `node` up to the app to be worked off, `rounds` times."""
        while node is not None and node is not self:
            if node.call_later(self._climb, node.parent, rounds):
                return
            node = node.parent
        if rounds > 1:
            await self._climb(self.focused or self.screen, rounds - 1)
            return
        self.call_later(self._taken)

    async def _taken(self) -> None:
        self._typed.popleft()
        if self._typed:
            self._waiting_since = monotonic()
            await self._take_next()

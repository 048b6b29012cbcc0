"""Keys as they are typed: counts, sequences of several keys, and the character that a command takes."""

from __future__ import annotations

from fenttui.keymap.command import Call, Command
from fenttui.keymap.keymap import Keymap
from fenttui.keymap.operands import awaits_operand

_LARGEST_COUNT = 1_000_000


class TypedKeys:
    """The keys typed since the last command."""

    def __init__(self) -> None:
        self._keys: tuple[str, ...] = ()
        self._digits = ""
        self._takes_char: Command | None = None
        self._is_void = False

    @property
    def pending(self) -> str:
        """What has been typed of an unfinished command, as the status line shows it."""
        return self._digits + "".join(self._keys)

    def clear(self) -> None:
        """Forget what was typed."""
        self._keys, self._digits, self._takes_char, self._is_void = (), "", None, False

    def is_unbound(self, key: str, keymap: Keymap) -> bool:
        """Return whether no command has a key after those typed; one with alt is then taken for escape.

        Escape and a key that follow each other over a slow line arrive as one key with alt; what was meant
        with certainty is the escape. `feed_void` takes the key itself.
        """
        typed = (*self._keys, key)
        return typed not in keymap.commands and typed not in keymap.prefixes

    def feed_void(self, key: str, keymap: Keymap) -> None:
        """Take a key that is to call nothing, so that the rest of its sequence calls nothing either."""
        self.clear()
        self._is_void = True
        if self.feed(key, keymap) is not None:
            self.clear()

    def feed(self, key: str, keymap: Keymap) -> Call | str | None:
        """Take one key; escape forgets an unfinished command, as in vim, and so does ctrl+c.

        Returns:
            The command it calls; None while more is awaited; or, for keys that mean nothing here, those keys.
        """
        if key == "escape" and self.pending:
            self.clear()
            return None
        if key == "ctrl+c" and (not self._keys or (*self._keys, key) not in keymap.commands):
            # It is a command itself, and says how to leave the program.
            self.clear()
        if self._takes_char is not None:
            typed, is_void = self.pending + key, self._is_void
            call = self._finish(key)
            return typed if is_void else call
        if not self._keys and key.isascii() and key.isdigit() and (key != "0" or self._digits):
            self._digits = str(min(int(self._digits + key), _LARGEST_COUNT))
            return None
        self._keys += (key,)
        found = keymap.commands.get(self._keys)
        if found is not None:
            if found.takes_char:
                self._takes_char = found
                return None
            called = self.pending if self._is_void else Call(found, self._count)
            self.clear()
            return called
        if self._keys in keymap.prefixes or awaits_operand(self._keys):
            return None
        typed = self.pending
        self.clear()
        return typed

    @property
    def _count(self) -> int | None:
        return int(self._digits) if self._digits else None

    def _finish(self, key: str) -> Call | str:
        """Return the command that takes a character with the one typed now."""
        command, count = self._takes_char, self._count
        self.clear()
        char = " " if key == "space" else key
        return Call(command, count, char) if command is not None and len(char) == 1 else key

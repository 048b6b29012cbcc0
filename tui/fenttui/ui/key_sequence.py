"""Keys as they are typed: counts, sequences of several keys, and the character that a mark takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fenttui.ui.commands import Command
    from fenttui.ui.keys import Keymap

_LARGEST_COUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class Call:
    """A command that the keys typed so far have called."""

    command: Command
    count: int | None
    """The number typed before it, None where none was."""
    char: str = ""
    """The character typed after it, for a command that takes one."""


class KeySequence:
    """The keys typed since the last command."""

    def __init__(self) -> None:
        self._keys: tuple[str, ...] = ()
        self._digits = ""
        self._awaits_char: Command | None = None

    @property
    def pending(self) -> str:
        """What has been typed of an unfinished command, as the status line shows it."""
        return self._digits + "".join(self._keys)

    def clear(self) -> None:
        """Forget what was typed."""
        self._keys, self._digits, self._awaits_char = (), "", None

    def is_unbound_alt(self, key: str, keymap: Keymap) -> bool:
        """Whether a key with alt is to be taken for escape: no command has it.

        Escape and a key that follow each other over a slow line arrive as one key with alt; what was meant
        with certainty is the escape.
        """
        typed = (*self._keys, key)
        return key.startswith("alt+") and typed not in keymap.commands and typed not in keymap.prefixes

    def feed(self, key: str, keymap: Keymap) -> Call | str | None:
        """Take one key; escape forgets an unfinished command, as in vim.

        Returns:
            The command it calls; None while more is awaited; or, for keys that mean nothing here, those keys.
        """
        if key == "escape" and self.pending:
            self.clear()
            return None
        if self._awaits_char is not None:
            command = self._awaits_char
            self.clear()
            return Call(command, None, key) if len(key) == 1 else key
        if not self._keys and key.isascii() and key.isdigit() and (key != "0" or self._digits):
            self._digits = str(min(int(self._digits + key), _LARGEST_COUNT))
            return None
        self._keys += (key,)
        found = keymap.commands.get(self._keys)
        if found is not None:
            count = int(self._digits) if self._digits else None
            if found.takes_char:
                self._awaits_char = found
                return None
            self.clear()
            return Call(found, count)
        if self._keys in keymap.prefixes:
            return None
        typed = self.pending
        self.clear()
        return typed

"""The pieces that a terminal's bytes are cut into, each whole.

They are made before the first paint: a named tuple takes 0.1 ms of it, a frozen dataclass 0.7.
"""

from __future__ import annotations

from typing import NamedTuple


class Character(NamedTuple):
    """One character as it was typed; a control character is one, too."""

    text: str
    alt: bool = False
    """Whether an escape came before it in one piece, as terminals send a key that is pressed with alt."""


class Control(NamedTuple):
    """A control sequence: a key, a report of the mouse or the focus, or a terminal's reply."""

    introducer: str
    """`[` for CSI, `O` for SS3."""
    parameters: str
    """All between the introducer and the final character, a private sign such as `?` included."""
    final: str
    """The character that ends it."""


class Text(NamedTuple):
    """A control string: only a terminal's reply comes as one."""

    kind: str
    """The character that begins it: `]` for OSC, `P` for DCS, `_` for APC, `^` for PM, `X` for SOS."""
    content: str
    """What it says, cut where it is very long."""


class Pasted(NamedTuple):
    """Text from the clipboard, or a part of it where the rest is late."""

    text: str


Piece = Character | Control | Text | Pasted

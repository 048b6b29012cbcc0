"""The modes that a full-screen program sets in a terminal, and how it leaves them.

The same as Textual's own driver sets, in the same order.
"""

from __future__ import annotations

_MOUSE = (1000, 1003, 1015, 1006)
"""Reports of buttons and motion, in the forms of urxvt and, where it is known, of SGR."""
_KITTY_KEYS = 0b11001
"""Of kitty's keyboard protocol: keys that cannot be mistaken, all of them, with the text they type."""

ALTERNATE_SCREEN = "\x1b[?1049h"
PASTE_AND_NO_WRAP = "\x1b[?2004h\x1b[?7l"
ASK_FOR_WINDOW_SIZES = "\x1b[?2048$p"
ASK_FOR_SYNCHRONIZED_OUTPUT = "\x1b[?2026$p"
ASK_FOR_ATTRIBUTES = "\x1b[>c"
WINDOW_SIZES = "\x1b[?2048h"
MOUSE_IN_PIXELS = "\x1b[?1016h"


def mouse_modes(wanted: bool) -> str:
    """Return the sequences that turn mouse reports on or off."""
    return "".join(f"\x1b[?{mode}{'h' if wanted else 'l'}" for mode in _MOUSE)


def enter(mouse: bool, kitty_keys: bool) -> str:
    """Return the sequences to write first."""
    keys = f"\x1b[>{_KITTY_KEYS}u" if kitty_keys else ""
    return f"{ALTERNATE_SCREEN}{mouse_modes(True) if mouse else ''}\x1b[?25l\x1b[?1004h{keys}"


def leave(mouse: bool, window_sizes: bool) -> str:
    """Return the sequences that restore the terminal."""
    sizes = "\x1b[?2048l" if window_sizes else ""
    reports = mouse_modes(False) if mouse else ""
    # The keyboard's mode is one of the alternate screen, and is left with it.
    return f"\x1b[?2004l\x1b[?7h{sizes}{reports}\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"

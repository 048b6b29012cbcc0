"""Copying to the clipboard of the user's own machine: OSC 52, also through tmux and screen."""

from __future__ import annotations

import base64
from collections.abc import Mapping

_SCREEN_PIECE = 700
"""GNU screen passes on at most 768 bytes in one string."""

SCREEN, TMUX = 83, 84
"""What the multiplexers answer when they are asked what kind of terminal they are (DA2): `S` and `T`."""

_MOST = 100_000
"""Bytes of base64 that every terminal with OSC 52 takes; hterm takes no more."""
_MOST_IN_TMUX = 1 << 20
"""Bytes of a sequence that tmux takes (INPUT_BUF_LIMIT)."""


def clipboard_sequence(text: str, environment: Mapping[str, str], kind: int | None = None) -> str:
    """Return what to write to the terminal so that `text` is in the clipboard.

    tmux takes OSC 52 from programs only with `set-clipboard on`; wrapped in its passthrough as well, the
    outer terminal gets it where `allow-passthrough` is on. GNU screen passes on strings in DCS, in pieces,
    and takes no OSC 52, but prints the rest of one that is too long; tmux takes a first piece for the whole.

    Args:
        text: The text to copy.
        environment: Shows whether tmux or GNU screen runs on this machine.
        kind: What the terminal has answered to DA2, which tells them apart over ssh, where both are
            `TERM=screen`; None where it was not asked or has not answered.
    """
    plain = f"\x1b]52;c;{_payload(text)}\x07"
    if environment.get("TMUX"):
        wrapped = plain.replace("\x1b", "\x1b\x1b")
        return f"{plain}\x1bPtmux;{wrapped}\x1b\\"
    if environment.get("STY") or kind == SCREEN or _may_be_screen(environment, kind):
        pieces = [plain[at : at + _SCREEN_PIECE] for at in range(0, len(plain), _SCREEN_PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain


def clipboard_doubt(text: str, environment: Mapping[str, str], kind: int | None = None) -> str:
    """Why the text may not be in the clipboard, for the status line; empty where nothing speaks against it.

    No terminal says whether it has taken a text, and asking for what the clipboard holds would have some ask
    the user.
    """
    size = len(_payload(text))
    in_tmux = bool(environment.get("TMUX")) or kind == TMUX
    if in_tmux and size > _MOST_IN_TMUX:
        return "too long for tmux, which drops it"
    if size > _MOST:
        return "longer than some terminals take"
    if not environment.get("STY") and _may_be_screen(environment, kind) and size > _SCREEN_PIECE - 9:
        return "it arrives in GNU screen, not in tmux; the terminal has not said which it is"
    return "in tmux it needs `set-clipboard on`" if in_tmux else ""


def _payload(text: str) -> str:
    return base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")


def _may_be_screen(environment: Mapping[str, str], kind: int | None) -> bool:
    """Return whether it is GNU screen, or tmux: one piece passes both, several pass screen alone."""
    return kind is None and environment.get("TERM", "").startswith("screen")

"""Copying to the clipboard of the machine that the reader sits at: OSC 52, through tmux and screen, too."""

from __future__ import annotations

import base64
from collections.abc import Mapping

_SCREEN_PIECE = 700
"""GNU screen passes on at most 768 bytes in one string."""


def clipboard_sequence(text: str, environment: Mapping[str, str]) -> str:
    """What to write to the terminal so that `text` is in the clipboard.

    tmux takes OSC 52 from programs only with `set-clipboard on`; wrapped in its passthrough as well, the
    outer terminal gets it where `allow-passthrough` is on. GNU screen passes on strings in DCS, in pieces.
    """
    plain = f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode('ascii')}\x07"
    if environment.get("TMUX"):
        wrapped = plain.replace("\x1b", "\x1b\x1b")
        return f"{plain}\x1bPtmux;{wrapped}\x1b\\"
    if environment.get("STY") or environment.get("TERM", "").startswith("screen"):
        pieces = [plain[at : at + _SCREEN_PIECE] for at in range(0, len(plain), _SCREEN_PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain

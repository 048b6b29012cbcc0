"""What a line can be completed to: the paths of a folder."""

from __future__ import annotations

import os
from pathlib import Path

from fenttui.keymap.command_line import quote_word, split_words
from fenttui.visible import visible_line

_MOST = 500
"""Names of one folder that are offered."""


def completed_paths(written: str, folder: Path | None = None) -> list[str]:
    """Return what the last word of a text can be completed to as a path, each time the whole text.

    A folder ends in a slash. What is hidden is offered only after a dot, and names with characters that a
    terminal would act on are not.

    Args:
        written: the text typed so far.
        folder: where paths that are not absolute begin; the folder of the process where it is None.
    """
    words = split_words(written)
    # White space after the last word, outside of quotes, begins another one.
    begins = len(split_words(f"{written}x")) > len(words)
    last = words[-1] if words and not begins else None
    value, start = (last.value, last.start) if last is not None else ("", len(written))
    head, name = os.path.split(value)
    shown_head = value[: len(value) - len(name)]
    try:
        where = Path(head).expanduser()
        with os.scandir((folder / where if folder else where) or ".") as items:
            found = sorted(
                (item.name, item.is_dir())
                for item in items
                if item.name.casefold().startswith(name.casefold())
                and item.name.startswith(".") <= name.startswith(".")
                and visible_line(item.name) == item.name
            )
    except (OSError, RuntimeError, ValueError):
        return []
    quote = last.quote if last is not None else ""
    offered = (f"{shown_head}{each}{'/' if is_folder else ''}" for each, is_folder in found[:_MOST])
    return [f"{written[:start]}{_still_open(quote_word(each, quote), each, quote)}" for each in offered]


def _still_open(quoted: str, path: str, quote: str) -> str:
    """Return a quoted folder without the closing mark, so that typing continues in it."""
    return quoted[:-1] if quote and path.endswith("/") and quoted.endswith(quote) else quoted

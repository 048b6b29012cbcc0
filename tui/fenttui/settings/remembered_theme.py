"""The theme that was chosen last on the screen, kept for the next session."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fenttui.paths import state_folder
from fenttui.settings.given import Given
from fenttui.settings.themes import THEMES


def theme_file() -> Path:
    """Return the file that keeps the chosen theme, which need not exist."""
    return state_folder() / "theme"


def remembered_theme() -> Iterator[Given]:
    """Yield the theme that was chosen last, as a layer of settings; nothing where none is known."""
    path = theme_file()
    with suppress(OSError, ValueError):
        name = path.read_text("utf-8").strip()
        if name in THEMES:
            yield Given(("reader", "theme"), name, path)


def remember_theme(name: str) -> None:
    """Keep the name of a theme; a full disk or a read-only home costs only this."""
    # ~1 ms: no theme is chosen at start.
    from fenttui.storage.atomic import write_atomically  # noqa: PLC0415

    with suppress(OSError):
        write_atomically(theme_file(), f"{name}\n".encode(), durable=False)

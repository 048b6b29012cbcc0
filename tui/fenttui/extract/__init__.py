"""Text to mentions: actors, figures and times. Pure functions; no input or output."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fenttui.extract.extraction import extract, extract_with_quotes

__all__ = ["extract", "extract_with_quotes"]


def __getattr__(name: str) -> object:
    # ~20 ms for the rules: who imports only `extract.mention` does not wait for them.
    if name in __all__:
        from fenttui.extract import extraction  # noqa: PLC0415 - not at start

        return getattr(extraction, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

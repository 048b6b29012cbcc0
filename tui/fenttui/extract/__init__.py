"""Text to mentions: actors, figures and times. Pure functions; no input or output."""

from fenttui.extract.extraction import extract

__all__ = ["extract"]

"""Notes written as files for other programs: one module per format, in `formats`."""

from fenttui.exports.book import ArticleNotes
from fenttui.exports.formats import FORMATS, Format, render

__all__ = ["FORMATS", "ArticleNotes", "Format", "render"]

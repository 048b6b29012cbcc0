"""Notes made into files for other programs: one module a format, one registry."""

from fenttui.exports.book import ArticleNotes
from fenttui.exports.formats import FORMATS, Format, render

__all__ = ["FORMATS", "ArticleNotes", "Format", "render"]

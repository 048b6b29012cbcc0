"""The formats that notes are exported to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from fenttui.exports.book import ArticleNotes


@dataclass(frozen=True, slots=True)
class Format:
    """One format. Its module has `render(book: Sequence[ArticleNotes]) -> str` and is imported on use."""

    name: str
    """As `--format` takes it."""
    suffix: str
    """The end of its files' names, with the dot."""
    doc: str
    """What it is for, in one line."""
    module: str
    """The module in `fenttui.exports`."""


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("markdown", ".md", "a text to read and to edit, the passages as quotations", "markdown"),
        Format("csv", ".csv", "a table for a spreadsheet, one note a row", "csv_table"),
        Format("json", ".json", "one document with everything, for programs", "json_document"),
        Format("toml", ".toml", "one document with everything, as the notes' files have it", "toml_document"),
    )
}
"""Every format by its name, in the order in which they are offered."""


def format_of(path: Path) -> str | None:
    """The name of the format whose files end as `path` does, in whatever case; None where none does."""
    suffix = path.suffix.lower()
    return next((name for name, form in FORMATS.items() if form.suffix == suffix), None)


def render(format_name: str, book: Sequence[ArticleNotes]) -> str:
    """The text of an export; the same book gives the same text.

    Raises:
        KeyError: `format_name` is not in `FORMATS`.
    """
    module = import_module(f"fenttui.exports.{FORMATS[format_name].module}")
    text: str = module.render(book)
    return text

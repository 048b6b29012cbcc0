"""The formats of article files, by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from fenttui.articles.formats import markdown, plain
from fenttui.articles.formats.document import Document

Reader = Callable[[str], Document]

READERS: Mapping[str, Reader] = MappingProxyType(
    dict.fromkeys(plain.SUFFIXES, plain.read_plain) | dict.fromkeys(markdown.SUFFIXES, markdown.read_markdown)
)
"""Suffix, in lower case and with its dot, to the reader of the format."""


def reader_of(suffix: str) -> Reader:
    """The reader for files with `suffix`; a file of an unknown one is plain text."""
    return READERS.get(suffix.lower(), plain.read_plain)

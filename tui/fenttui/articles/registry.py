"""The formats of article files, by what their files begin with and by suffix."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from fenttui.articles import formats
from fenttui.articles.format import ArticleFormat
from fenttui.package_modules import module_names

_PLAIN = "plain"
"""The module of the format of files of unknown suffixes; it comes first where suffixes are listed."""


def _found() -> tuple[ArticleFormat, ...]:
    names = sorted(module_names(formats.__path__), key=lambda name: (name != _PLAIN, name))
    return tuple(import_module(f"{formats.__name__}.{name}").FORMAT for name in names)


FORMATS: tuple[ArticleFormat, ...] = _found()
"""Every format, plain text first, the others in alphabetical order of their modules."""

SUFFIXES: Mapping[str, ArticleFormat] = MappingProxyType(
    {suffix: form for form in FORMATS for suffix in form.suffixes}
)
"""Suffix, in lower case and with its dot, to the format of its files."""

_BY_FIRST_BYTES = tuple((start, form) for form in FORMATS for start in form.first_bytes)


def format_by_bytes(head: bytes) -> ArticleFormat | None:
    """Return the format that claims the first bytes of a file; None if no format does."""
    return next((form for start, form in _BY_FIRST_BYTES if head.startswith(start)), None)


def format_by_suffix(suffix: str) -> ArticleFormat:
    """Return the format of files with `suffix`, in any case; an unknown one means plain text."""
    return SUFFIXES.get(suffix.lower(), FORMATS[0])

"""The formats that notes are exported to: each module here is one, and is found by being here.

The name of the module is the format's, with `-` for `_`. It has `SUFFIX`, `DOC` and `render`, as `Format` has
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from fenttui.exports.book import ArticleNotes
from fenttui.package_modules import module_names

_FIRST = "markdown"
"""The format that is offered first; the others follow in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    """As `--format` takes it."""
    suffix: str
    """The end of its files' names, with the dot."""
    doc: str
    """What it is for, in one line."""
    render: Callable[[Sequence[ArticleNotes]], str]
    """Returns the text of an export; the same book gives the same text."""


class _Formats(Mapping[str, Format]):
    """Every format by its name, in the order in which they are offered; each is imported on use."""

    def __getitem__(self, name: str) -> Format:
        if name not in _names():
            raise KeyError(name)
        return _format(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __len__(self) -> int:
        return len(_names())


FORMATS: Mapping[str, Format] = _Formats()
"""Every format by its name, in the order in which they are offered."""


def format_of(path: Path) -> str | None:
    """Return the name of the format whose files end as `path` does, in any case; None where none does."""
    suffix = path.suffix.lower()
    return next((name for name, form in FORMATS.items() if form.suffix == suffix), None)


def render(format_name: str, book: Sequence[ArticleNotes]) -> str:
    """Return the text of an export; the same book gives the same text.

    Raises:
        KeyError: `format_name` is not in `FORMATS`.
    """
    return FORMATS[format_name].render(book)


@cache
def _names() -> tuple[str, ...]:
    names = (module.replace("_", "-") for module in module_names(__path__))
    return tuple(sorted(names, key=lambda name: (name != _FIRST, name)))


@cache
def _format(name: str) -> Format:
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    return Format(name, module.SUFFIX, module.DOC, module.render)

"""What a line can be completed to: tags, in a line of tags or in a filter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from fenttui.notes.tags import parse_tags, quoted_tag, tag_key

# Up to a comma that no quotation marks surround; an open quotation mark goes on to the end.
_BEFORE_LAST = re.compile(r'(?:\s*[#＃]*\s*"(?:[^"]|"")*"\s*,|\s*(?!\s*[#＃]*\s*")[^,]*,)*\s*')
_OF_FILTER = re.compile(r'(?:^|(?<=\s))tag:([^\s"]*|"[^"]*)$', re.IGNORECASE)


def completed_tags(known: Sequence[str]) -> Callable[[str], Sequence[str]]:
    """Return what completes the last tag of a line of tags to one of `known` that the line has not yet."""

    def completed(line: str) -> Sequence[str]:
        before = _BEFORE_LAST.match(line)
        at = before.end() if before else 0
        held = {tag_key(tag) for tag in parse_tags(line[:at])}
        return [
            f"{line[:at]}{_as_typed(line[at:], name)}"
            for name in _fitting(known, line[at:])
            if tag_key(name) not in held
        ]

    return completed


def completed_tag_filter(known: Sequence[str]) -> Callable[[str], Sequence[str]]:
    """Return what completes the `tag:` that a filter ends in."""

    def completed(line: str) -> Sequence[str]:
        match = _OF_FILTER.search(line)
        if match is None:
            return ()
        before, typed = line[: match.start(1)], match[1]
        names = [name for name in _fitting(known, typed) if '"' not in name]
        return [
            f'{before}"{name}"' if typed.startswith('"') or " " in name else f"{before}{name}"
            for name in names
        ]

    return completed


def _fitting(known: Sequence[str], typed: str) -> Iterator[str]:
    """Yield the tags that begin with what is typed, then those of which a lower part does."""
    start = tag_key(typed.lstrip().lstrip("#＃ ").lstrip('"').replace('""', '"'))
    if not start:
        return
    keys = [(name, tag_key(name)) for name in known]
    yield from (name for name, key in keys if key.startswith(start))
    yield from (name for name, key in keys if not key.startswith(start) and f"/{start}" in key)


def _as_typed(typed: str, name: str) -> str:
    """Return a tag as it continues what is typed, in quotation marks where that begins with one."""
    written = quoted_tag(name)
    if typed.startswith('"') and not written.startswith('"'):
        return f'"{written}"'
    return written

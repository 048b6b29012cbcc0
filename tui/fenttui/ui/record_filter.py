"""The filter of a table: words, and `name:value` for what a table has fields for; all of them must hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

R = TypeVar("R")

_PART = re.compile(r'(?:[^\s"]|"[^"]*"?)+')


@dataclass(frozen=True, slots=True)
class RecordFilter(Generic[R]):
    """What a table can be filtered by."""

    text: Callable[[R], str]
    """The text of a record that words are looked for in, in any case."""
    fields: Mapping[str, Callable[[R, str], bool]]
    """By name: whether a record has a value, which is given in lower case as far as it is typed."""

    def parse(self, written: str) -> tuple[Callable[[R], bool] | None, str]:
        """Read a filter as it is typed; a quoted part may hold spaces: `actor:"Wang Yi"`.

        Returns:
            Whether a record passes, None where all do; and what could not be understood, in a sentence.
        """
        words: list[str] = []
        wanted: list[tuple[Callable[[R, str], bool], str]] = []
        unread = ""
        for part in _PART.findall(written):
            name, colon, value = part.replace('"', "").casefold().partition(":")
            if not colon or not name.isalpha():
                words.append(name + colon + value)
            elif name in self.fields:
                wanted += [(self.fields[name], value)] if value else []
            elif near := get_close_matches(name, self.fields, 1, 0.6):
                unread = f"no filter {name}: ; did you mean {near[0]}: ?"
            else:
                words.append(name + colon + value)
        if not words and not wanted:
            return None, unread
        text = self.text

        def passes(record: R) -> bool:
            if words:
                inside = text(record).casefold()
                if not all(word in inside for word in words):
                    return False
            return all(has(record, value) for has, value in wanted)

        return passes, unread

    @staticmethod
    def narrows(before: str, written: str) -> bool:
        """Return whether every record that passes the new filter passed the old one."""
        last = _PART.findall(written)[-1:] or [""]
        return (
            bool(before.strip()) and written.startswith(before) and ":" not in last[0] and '"' not in written
        )

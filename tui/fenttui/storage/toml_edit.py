"""Changes of values and tables in the text of a TOML document, which leave every other byte as it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from fenttui.storage.toml_bytes import line_end
from fenttui.storage.toml_layout import (
    Replacement,
    UnfitError,
    blank_lines_below,
    lines_above,
    on_new_line,
    replaced,
    start_with_comments,
    with_blank_line,
)
from fenttui.storage.toml_statements import KeyPath, Outline, Statement
from fenttui.storage.toml_text import write_key, write_table, write_value
from fenttui.storage.values import same_value

_ABSENT = object()

Place: TypeAlias = tuple[str, int]
"""An element of an array of tables: the name of the array, and the place in it, counted from 0."""


@dataclass(frozen=True, slots=True)
class Change:
    """A table of a document that is to be another one, or to go."""

    before: Mapping[str, Any]
    """What it says; keys that are the same in `after` keep their bytes."""
    after: Mapping[str, Any] | None
    """What it is to say; None where it goes."""
    place: Place = ("", 0)
    """Where it stands; the default is the document itself, without its arrays."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A table that is to be a new element of an array of tables."""

    name: str
    """The array."""
    table: Mapping[str, Any]
    """What it says."""
    before: Place | None = None
    """The element that it goes in front of; None for the end of the document."""
    text: str = ""
    """How it was written before it was removed, comments included; empty for a new one."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A statement of one table."""

    path: KeyPath
    """Its keys from that table on."""
    header: KeyPath
    """Those of the header that it stands under."""
    number: int
    """Its place among the statements of the document."""
    statement: Statement


def edited(
    found: Outline,
    arrays: Sequence[str],
    changes: Sequence[Change],
    added: Sequence[Addition],
) -> str:
    """Return the text of a document after changes.

    A changed value is written over the old one, and a new key goes after the one that it follows in its
    table. With a table that goes, the comment lines directly above it go, and those within it.

    Args:
        found: The document.
        arrays: The names of its arrays of tables.
        changes: The tables that change.
        added: The new elements of them.

    Raises:
        UnfitError: A change cannot be made in this document; it has to be written anew.
    """
    tables = _tables(found, arrays)
    edits: list[Replacement] = []
    for change in changes:
        placed = tables.get(change.place, [])
        if change.after is None:
            edits += _removal(found, placed)
        else:
            edits += _table_edits(found, placed, change.place[0], (), change.before, change.after)
    eol = line_end(found.text)
    edits = [(start, end, new.replace("\n", eol)) for start, end, new in edits]
    at_end: list[str] = []
    for addition in added:
        table = addition.text or write_table(addition.table, addition.name).replace("\n", eol)
        if addition.before is None:
            at_end.append(table)
        else:
            at = start_with_comments(found, tables[addition.before][0].number)
            edits.append((at, at, table + eol))
    text = replaced(found.text, edits)
    for table in at_end:
        text = with_blank_line(text, eol) + table
    return text


def texts_of(found: Outline, arrays: Sequence[str], places: Iterable[Place]) -> Iterator[str]:
    """Yield the text of each element with the comment lines directly above it.

    It is empty where other tables stand between its own.
    """
    tables = _tables(found, arrays)
    for place in places:
        numbers = [each.number for each in tables[place]]
        text = found.text[start_with_comments(found, numbers[0]) : found.statements[numbers[-1]].end]
        if numbers[-1] - numbers[0] >= len(numbers):
            yield ""
        else:
            yield text if text.endswith("\n") else text + line_end(found.text)


def place_of(key: Any, there: Sequence[tuple[Any, Place]]) -> Place | None:
    """Return the element that a new one goes in front of; None for the end.

    Args:
        key: What it is sorted by.
        there: The elements that stay, each with what it is sorted by, as they stand in the document.
    """
    keys = [other for other, _ in there]
    if any(one > other for one, other in pairwise(keys)):
        # Somebody put them in another order.
        return None
    at = bisect_right(keys, key)
    return there[at][1] if at < len(there) else None


def _tables(found: Outline, arrays: Sequence[str]) -> dict[Place, list[_Placed]]:
    """Return the statements of each table of the arrays, and under an empty name those of the document."""
    tables: dict[Place, list[_Placed]] = {("", 0): []}
    counts = dict.fromkeys(arrays, -1)
    key, header = ("", 0), KeyPath()
    for number, statement in enumerate(found.statements):
        path = statement.path
        if statement.kind == "pair":
            tables[key].append(_Placed(header + path, header, number, statement))
            continue
        name = path[0]
        if name in counts:
            counts[name] += statement.kind == "element" and len(path) == 1
            key, header = (name, counts[name]), path[1:]
        else:
            key, header = ("", 0), path
        tables.setdefault(key, []).append(_Placed(header, header, number, statement))
    return tables


def _table_edits(
    found: Outline,
    placed: Sequence[_Placed],
    name: str,
    way: KeyPath,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> Iterator[Replacement]:
    """Yield the edits that make the table at `way` say `after`."""
    text = found.text
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key, _ABSENT), after.get(key, _ABSENT)
        if old is not _ABSENT and new is not _ABSENT and same_value(old, new):
            continue
        path = (*way, key)
        own = [each for each in placed if each.path[: len(path)] == path]
        values = [each for each in own if each.path == path and each.statement.kind == "pair"]
        if new is _ABSENT and any(each.statement.kind != "pair" for each in own):
            yield from _removal(found, own)
        elif new is _ABSENT:
            yield from ((each.statement.start, each.statement.end, "") for each in own)
        elif values:
            start, end = values[0].statement.value
            # An empty list says nothing about how somebody likes lists.
            one_line = "\n" not in text[start:end] and text[start:end] != "[]"
            yield start, end, write_value(new, one_line=one_line)
        elif not own:
            yield _insertion(text, placed, name, path, new, list(after))
        elif isinstance(new, Mapping):
            said = old if isinstance(old, Mapping) else {}
            yield from _table_edits(found, own, name, path, said, new)
        else:
            raise UnfitError


def _insertion(
    text: str, placed: Sequence[_Placed], name: str, path: KeyPath, value: object, order: Sequence[str]
) -> Replacement:
    """Return the edit that adds a key to the table at its path: after the one before it in `order`."""
    way = path[:-1]
    if isinstance(value, Mapping) and not way:
        # Under a header of its own: before the next one, or at the end.
        under = [each.statement for each in placed if not each.header]
        table = write_table({path[-1]: value}) if not name else write_table({name: {path[-1]: value}})
        at = under[-1].end if under else 0
        return at, at, on_new_line(text, at, f"\n{table}" if under else f"{table}\n")
    beside = [
        each for each in placed if (each.path[:-1] if each.statement.kind == "pair" else each.path) == way
    ]
    if not beside and (way or name):
        raise UnfitError
    before = {(*way, key) for key in order[: order.index(path[-1])]}
    last = next((each.statement for each in reversed(beside) if each.path in before), None)
    last = last or (beside[0].statement if beside else None)
    row = text[last.start : last.end] if last else ""
    indent = row[: len(row) - len(row.lstrip(" \t"))]
    lead = last.path[:-1] if last and last.kind == "pair" else ()
    keys = ".".join(map(write_key, (*lead, path[-1])))
    at = last.end if last else 0
    return at, at, on_new_line(text, at, f"{indent}{keys} = {write_value(value, one_line=False)}\n")


def _removal(found: Outline, placed: Sequence[_Placed]) -> Iterator[Replacement]:
    """Yield the edits that remove a table, which other tables may stand between."""
    numbers = [each.number for each in placed]
    starts = [number for number in numbers if number - 1 not in numbers]
    ends = [number for number in numbers if number + 1 not in numbers]
    for first, last in zip(starts, ends, strict=True):
        floor = found.statements[first - 1].end if first else 0
        start = start_with_comments(found, first)
        end = blank_lines_below(found.text, found.statements[last].end)
        if end == len(found.text):
            start = lines_above(found.text, start, floor, "")
        yield start, end, ""

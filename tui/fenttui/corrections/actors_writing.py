"""A file of corrections written: only what changed where it is there already, and else as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from fenttui.corrections.actor_facts import NAMING, Facts
from fenttui.corrections.actors_file import ARRAYS, IGNORED, LISTS, OF_ACTOR, ActorsFile, parse_actors
from fenttui.problem import ProblemError
from fenttui.storage.toml_bytes import Form, encode
from fenttui.storage.toml_document import SCHEMA, TomlDocument, dropped, without
from fenttui.storage.toml_edit import Addition, Change, Place, edited, place_of
from fenttui.storage.toml_layout import UnfitError
from fenttui.storage.toml_text import write_table
from fenttui.storage.values import same_value

_Key: TypeAlias = tuple[str, str, str]
"""The array of a table, the key that says what it is about, and that: an actor or a text."""


def write_actors(path: Path, file: ActorsFile) -> ActorsFile:
    """Return the file that holds the corrections, read back from its bytes.

    Args:
        path: The file.
        file: The corrections; in their `document` only the tables that differ are rewritten. Where that does
            not give what is meant, the file is written anew, and is the same for the same corrections.

    Raises:
        ProblemError: The bytes cannot be read back; they must not be written.
    """
    if file.document is not None:
        try:
            written = parse_actors(path, _edited(file, file.document))
        except (UnfitError, ProblemError):
            pass
        else:
            if _same(written, file):
                return replace(written, drops=dropped(file.document, written.document))
    written = parse_actors(path, _anew(file))
    return replace(written, drops=dropped(file.document, written.document))


def _anew(file: ActorsFile) -> bytes:
    """Return the bytes of a file without anything written by hand, in the encoding of the old one."""
    parts = [write_table({"schema": SCHEMA} | dict(file.unknown))]
    parts += (write_table(record, name) for name, record in (*_records(file.facts), *file.unreadable))
    return encode("\n".join(parts), file.document.form if file.document else Form())


def _edited(file: ActorsFile, document: TomlDocument) -> bytes:
    """Return the bytes of a file with the tables changed that differ.

    Raises:
        UnfitError: They cannot be changed where they stand.
    """
    wanted = {_key(name, record): (name, record) for name, record in _records(file.facts)}
    changes: list[Change] = []
    there: list[tuple[_Key, Place]] = []
    for place, facts in file.in_file.items():
        ((name, before),) = _records(facts)
        key = _key(name, before)
        _, after = wanted.pop(key, (name, None))
        there += [] if after is None else [(key, place)]
        if after is None or not same_value(before, after):
            changes.append(Change(before, after, place))
    added = [Addition(name, record, place_of(key, there)) for key, (name, record) in wanted.items()]
    return encode(edited(document.outline, ARRAYS, changes, added), document.form)


def _key(name: str, record: Mapping[str, Any]) -> _Key:
    """Return what a table is about, by which the tables are sorted."""
    about = "name" if name == "actor" else next(key for key in IGNORED if key in record)
    return name, about, record[about]


def _same(written: ActorsFile, file: ActorsFile) -> bool:
    """Return whether a file that was read back holds what was meant."""
    return (
        written.facts.keys() == file.facts.keys()
        and all(same_value(written.facts[fact], value) for fact, value in file.facts.items())
        and same_value(written.unreadable, file.unreadable)
        and same_value(written.unknown, file.unknown)
    )


def _records(facts: Facts) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the tables of the file, each with its name."""
    actors: dict[str, dict[str, Any]] = {}
    for (topic, name), value in sorted(facts.items(), key=lambda item: item[0]):
        if topic in NAMING:
            key = next(key for key, each in LISTS.items() if each == topic)
            actors.setdefault(value, {}).setdefault(key, []).append(name)
        elif topic == "kind":
            actors.setdefault(name, {})["kind"] = value
        elif topic == "unknown":
            actors.setdefault(name, {}).update(value)
        elif topic == "actor":
            actors.setdefault(name, {})
    for name in sorted(actors):
        record = actors[name]
        known = {key: record[key] for key in OF_ACTOR if key in record}
        yield "actor", {"name": name} | known | without(record, OF_ACTOR)
    for key, topic in IGNORED.items():
        for (about, name), value in sorted(facts.items(), key=lambda item: item[0]):
            if about == topic:
                yield "ignore", {key: name} | (value if isinstance(value, dict) else {})

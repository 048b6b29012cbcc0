"""One annotation as a table of the notes' file, and the reverse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from fenttui.notes.annotation import Annotation, Target

_KNOWN = ("id", "created", "modified", "author", "tags", "color", "body")
_TARGET = ("exact", "prefix", "suffix", "start", "end")


class Timestamp(dt.datetime):
    """A time in UTC that is written `2025-04-03T09:12:44Z`, in TOML as in JSON."""

    @classmethod
    def of(cls, moment: dt.datetime) -> Timestamp:
        """Return the same time; `moment` is aware."""
        moment = moment.astimezone(dt.UTC)
        return cls.combine(moment.date(), moment.timetz())

    def __str__(self) -> str:
        return f"{self.replace(tzinfo=None).isoformat()}Z"


def make_record(annotation: Annotation) -> dict[str, Any]:
    """Return the TOML table of an annotation: the keys in the order of the format, then unknown ones."""
    record: dict[str, Any] = {
        "id": annotation.id,
        "created": Timestamp.of(annotation.created),
        "modified": Timestamp.of(annotation.modified),
        "author": annotation.author,
        "tags": list(annotation.tags),
        "color": annotation.color,
        "body": annotation.body,
    }
    unknown = dict(annotation.unknown)
    unknown_of_target = unknown.pop("target", {})
    target = annotation.target
    if target is not None:
        record["target"] = {key: getattr(target, key) for key in _TARGET} | unknown_of_target
    return record | unknown


def read_record(record: Mapping[str, Any]) -> Annotation:
    """Return the annotation of a TOML table; keys that the format does not name go to `unknown`.

    Raises:
        ValueError: A field is missing or has the wrong type; the message says which, as the end of a sentence
            that begins with the annotation.
    """
    known = ("target", *_KNOWN)
    unknown = {key: value for key, value in record.items() if key not in known}
    table = record.get("target")
    target = None
    if table is not None:
        if not isinstance(table, Mapping):
            raise ValueError("has a `target` that is not a table")
        target = _read_target(table)
        unknown_of_target = {key: value for key, value in table.items() if key not in _TARGET}
        if unknown_of_target:
            unknown["target"] = unknown_of_target
    identity = _text(record, "id")
    if not identity:
        raise ValueError("has an empty `id`")
    created = _time(record, "created")
    return Annotation(
        id=identity,
        created=created,
        modified=_time(record, "modified") if "modified" in record else created,
        author=_text(record, "author", ""),
        tags=_tags(record),
        color=_text(record, "color", "yellow"),
        body=_text(record, "body", ""),
        target=target,
        unknown=unknown,
    )


def _read_target(table: Mapping[str, Any]) -> Target:
    return Target(
        exact=_text(table, "exact", of="target."),
        prefix=_text(table, "prefix", "", of="target."),
        suffix=_text(table, "suffix", "", of="target."),
        start=_whole_number(table, "start"),
        end=_whole_number(table, "end"),
    )


def _field(table: Mapping[str, Any], key: str, of: str = "") -> Any:
    if key not in table:
        raise ValueError(f"has no `{of}{key}`")
    return table[key]


def _text(table: Mapping[str, Any], key: str, default: str | None = None, of: str = "") -> str:
    value = _field(table, key, of) if default is None else table.get(key, default)
    if not isinstance(value, str):
        raise ValueError(f"has a `{of}{key}` that is not a text in quotation marks")
    return value


def _whole_number(table: Mapping[str, Any], key: str) -> int:
    value = _field(table, key, "target.")
    # TOML's booleans are integers to Python.
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"has a `target.{key}` that is not a whole number")
    return value


def _tags(record: Mapping[str, Any]) -> tuple[str, ...]:
    value = record.get("tags", [])
    if not isinstance(value, list | tuple) or not all(isinstance(tag, str) for tag in value):
        raise ValueError("has `tags` that are not a list of texts")
    return tuple(value)


def _time(record: Mapping[str, Any], key: str) -> dt.datetime:
    value = _field(record, key)
    if not isinstance(value, dt.datetime):
        raise ValueError(f"has a `{key}` that is not a time such as 2025-04-03T09:12:44Z")
    if value.tzinfo is None:
        return value.replace(tzinfo=dt.UTC)
    try:
        moment = value.astimezone(dt.UTC)
        return dt.datetime.combine(moment.date(), moment.timetz())
    except OverflowError:
        raise ValueError(f"has a `{key}` outside the calendar") from None

"""One annotation as a table of the notes' file, and the reverse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from fenttui.notes.annotation import Annotation, Target
from fenttui.notes.hand_edits import offset_meant, tags_meant, time_meant
from fenttui.notes.tags import clean_tags

OF_ANNOTATION = ("id", "conflicts_with", "created", "modified", "author", "tags", "color", "body")
OF_TARGET = ("exact", "prefix", "suffix", "start", "end")
_NOWHERE = -1
"""The offset of a passage of which only the words are known: they are sought in the whole text."""


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
        **({"conflicts_with": annotation.conflicts_with} if annotation.conflicts_with else {}),
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
        keys = OF_TARGET[:-2] if target.start < 0 else OF_TARGET
        record["target"] = {key: getattr(target, key) for key in keys} | unknown_of_target
    return record | unknown


def read_record(
    record: Mapping[str, Any], identity: str | None = None, created: dt.datetime | None = None
) -> Annotation:
    """Return the annotation of a TOML table; keys that the format does not name go to `unknown`.

    Args:
        record: The table.
        identity: The id of a record that has none.
        created: The time of a record that has none.

    Raises:
        ValueError: A field is missing or has the wrong type; the message says which, as the end of a sentence
            that begins with the annotation.
    """
    known = ("target", *OF_ANNOTATION)
    unknown = {key: value for key, value in record.items() if key not in known}
    table = record.get("target")
    target = None
    if table is not None:
        if not isinstance(table, Mapping):
            raise ValueError("has a `target` that is not a table")
        target = _read_target(table)
        unknown_of_target = {key: value for key, value in table.items() if key not in OF_TARGET}
        if unknown_of_target:
            unknown["target"] = unknown_of_target
    identity = _text(record, "id", identity)
    if not identity:
        raise ValueError("has an empty `id`")
    created = _time(record, "created", created)
    return Annotation(
        id=identity,
        created=created,
        modified=_time(record, "modified", created),
        author=_text(record, "author", ""),
        tags=_tags(record),
        color=_text(record, "color", "yellow"),
        body=_text(record, "body", ""),
        target=target,
        conflicts_with=_text(record, "conflicts_with", ""),
        unknown=unknown,
    )


def _read_target(table: Mapping[str, Any]) -> Target:
    exact = _text(table, "exact", of="target.")
    start, end = _offset(table, "start"), _offset(table, "end")
    if start >= 0 > end:
        end = start + len(exact)
    elif end >= 0 > start:
        start = end - len(exact)
    known = start >= 0 and end >= 0
    return Target(
        exact=exact,
        prefix=_text(table, "prefix", "", of="target."),
        suffix=_text(table, "suffix", "", of="target."),
        start=start if known else _NOWHERE,
        end=end if known else _NOWHERE,
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


def _offset(table: Mapping[str, Any], key: str) -> int:
    value = offset_meant(table.get(key, _NOWHERE))
    if value is None:
        raise ValueError(f"has a `target.{key}` that is not a whole number")
    return value


def _tags(record: Mapping[str, Any]) -> tuple[str, ...]:
    tags = tags_meant(record.get("tags", []))
    if tags is None:
        raise ValueError("has `tags` that are not a list of texts")
    return clean_tags(tags)


def _time(record: Mapping[str, Any], key: str, default: dt.datetime | None) -> dt.datetime:
    if default is not None and key not in record:
        return default
    try:
        moment = time_meant(_field(record, key))
    except OverflowError:
        raise ValueError(f"has a `{key}` outside the calendar") from None
    if moment is None:
        raise ValueError(f"has a `{key}` that is not a time such as 2025-04-03T09:12:44Z")
    return moment

"""Values of a notes' file as people write them by hand, where it is clear what they mean."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from typing import Any

from fenttui.notes.tags import parse_tags
from fenttui.storage.toml_text import write_table

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?")
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_UUID7 = re.compile(r"([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MOST_DIGITS = 18


def time_meant(value: object) -> dt.datetime | None:
    """Return the time in UTC that is meant by a time, a date or one of them in quotation marks; else None.

    A date without time is its midnight, and a time without zone is in UTC.

    Raises:
        OverflowError: In UTC it is outside the calendar.
    """
    if isinstance(value, str) and _DATE.fullmatch(value.strip()):
        try:
            value = dt.datetime.fromisoformat(value.strip().upper())
        except ValueError:
            return None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    if not isinstance(value, dt.datetime):
        return None
    if value.tzinfo is None:
        return value.replace(tzinfo=dt.UTC)
    moment = value.astimezone(dt.UTC)
    return dt.datetime.combine(moment.date(), moment.timetz())


def offset_meant(value: object) -> int | None:
    """Return the offset that is meant by a whole number, also one with a decimal point: 12.0; else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    # ~3 ms to import: only for a value that may be one.
    from decimal import Decimal  # noqa: PLC0415

    # An exponent must not make a number of a million digits.
    if isinstance(value, Decimal) and value.is_finite() and value.adjusted() < _MOST_DIGITS:
        return int(value) if value == value.to_integral_value() else None
    return None


def tags_meant(value: object) -> tuple[str, ...] | None:
    """Return the tags that are meant by a list of texts, or by one text with commas; else None."""
    if isinstance(value, str):
        return parse_tags(value)
    if isinstance(value, list | tuple) and all(isinstance(tag, str) for tag in value):
        return tuple(value)
    return None


def is_uuid(identity: str) -> bool:
    """Return whether an id is a UUID, which no other note has."""
    return _UUID.fullmatch(identity) is not None


def time_of_id(identity: object) -> dt.datetime | None:
    """Return the whole second that a UUID of version 7 was made in; None for any other id."""
    match = _UUID7.fullmatch(identity) if isinstance(identity, str) else None
    if match is None:
        return None
    try:
        return _EPOCH + dt.timedelta(seconds=int(match[1] + match[2], 16) // 1000)
    except OverflowError:
        return None


def id_from(record: Mapping[str, Any], copy: int) -> str:
    """Return the id of a record that has none: a UUID of version 8 (RFC 9562) made from what it says.

    Args:
        record: The record.
        copy: How many records before it in the file say the same.
    """
    said = f"{copy}\n{write_table(record)}".encode("utf-8", "replace")
    value = int.from_bytes(hashlib.sha256(said).digest()[:16], "big")
    value = value & ~(0xF << 76) & ~(0b11 << 62) | 0x8 << 76 | 0b10 << 62
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

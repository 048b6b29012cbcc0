"""Records as JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping


def encode_line(record: Mapping[str, object]) -> bytes:
    """Return one record as one line of UTF-8 with its newline.

    A lone surrogate, which UTF-8 has no bytes for, is written as its escape; so is then all but ASCII.
    """
    # ~25 ms to import.
    import msgspec  # noqa: PLC0415

    try:
        return msgspec.json.encode(record) + b"\n"
    except (UnicodeEncodeError, OverflowError):
        import json  # noqa: PLC0415 - not at start

        return json.dumps(record, separators=(",", ":")).encode("ascii") + b"\n"


def write_lines(records: Iterable[Mapping[str, object]]) -> None:
    """Write each record to standard output as it comes."""
    sys.stdout.flush()
    for record in records:
        sys.stdout.buffer.write(encode_line(record))
    sys.stdout.buffer.flush()

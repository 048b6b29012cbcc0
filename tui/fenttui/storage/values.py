"""When two values of a TOML file are the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping


def same_value(one: object, other: object) -> bool:
    """Return whether two values are the same as TOML writes them.

    1, 1.0 and true differ, and so do 1.0 and 1.00, which are read as decimals, and one moment in two time
    zones; a value that is not a number is the same as itself. The order of keys does not matter.
    """
    if one is other:
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same_value(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same_value, one, other))
    if type(one) is not type(other):
        return False
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        return one == other and one.utcoffset() == other.utcoffset()
    if isinstance(one, str | int):
        return one == other
    # ~3 ms to import: only for a value that may be one.
    from decimal import Decimal  # noqa: PLC0415

    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one.as_tuple() == other.as_tuple()
    return one == other

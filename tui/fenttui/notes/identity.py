"""Who wrote a note, and which note it is."""

from __future__ import annotations

import datetime as dt
import os
import threading

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_COUNTER_BITS = 42


class IdSequence:
    """UUIDs of version 7, each greater than the one before: RFC 9562, section 6.2, method 1.

    The 42 bits under the milliseconds count within one millisecond, from a random start whose highest bit is
    0; the last 32 bits are random. Where the clock goes back, counting continues from the last milliseconds.

    Our own, since the library uuid6 reads the clock itself and puts each id a millisecond after the last.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._milliseconds = -1
        self._counter = 0

    def next(self, now: dt.datetime) -> str:
        """Return the id for a note created at `now`, an aware time."""
        milliseconds = max(0, (now - _EPOCH) // dt.timedelta(milliseconds=1))
        with self._lock:
            if milliseconds > self._milliseconds:
                self._milliseconds, self._counter = milliseconds, _random_bits(_COUNTER_BITS - 1)
            else:
                self._counter += 1
                if self._counter >> _COUNTER_BITS:
                    self._milliseconds, self._counter = self._milliseconds + 1, 0
            milliseconds, counter = self._milliseconds, self._counter
        high, low = counter >> 30, counter & (1 << 30) - 1
        value = milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low << 32 | _random_bits(32)
        digits = f"{value:032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _random_bits(count: int) -> int:
    return int.from_bytes(os.urandom(8), "big") >> (64 - count)


_SEQUENCE = IdSequence()


def new_id(now: dt.datetime) -> str:
    """Return a UUID of version 7 for a note created at `now`, greater than all before it in this process."""
    return _SEQUENCE.next(now)


def login_name() -> str:
    """Return the name of the user's account: the author of notes where the settings name none."""
    import getpass  # noqa: PLC0415 - not at start

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

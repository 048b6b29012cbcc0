"""Text that is pasted, up to its end, which may be cut, late or missing."""

from __future__ import annotations

from codecs import getincrementaldecoder

_END = b"\x1b[201~"
_TYPED = 4
"""The most bytes of one key that types a character."""


class Paste:
    """What has come of a text between the brackets of a paste."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._decoder = getincrementaldecoder("utf-8")("replace")

    @property
    def may_be_left(self) -> bool:
        """Whether an escape came last: the key, which leaves a paste that has no end, or the end begins."""
        return self._data.endswith(_END[:1])

    def take(self, data: bytes) -> bytes | None:
        """Take bytes; what follows the end, None where it has not come."""
        begin = max(0, len(self._data) - len(_END) + 1)
        self._data += data
        end = self._data.find(_END, begin)
        if end < 0:
            return None
        rest = bytes(self._data[end + len(_END) :])
        del self._data[end:]
        return rest

    def drop_begun_end(self) -> bytes:
        """Take the beginning of the end away from the text; that beginning."""
        size = next((size for size in range(len(_END) - 1, 0, -1) if self._data.endswith(_END[:size])), 0)
        del self._data[len(self._data) - size :]
        return _END[:size]

    def text(self, final: bool) -> str:
        """The text so far, and forget it; a character that is cut waits for its rest if it has one."""
        text = self._decoder.decode(bytes(self._data), final).replace("\x00", "")
        self._data.clear()
        return text


def goes_on(data: bytes) -> bool:
    """Return whether input after a silence is still pasted: more than a key, or the end."""
    return _END in data or (len(data) > _TYPED and not data.startswith(_END[:1]))

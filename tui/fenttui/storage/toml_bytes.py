"""The text in the bytes of a TOML file, and back: in the encoding and with the line ends that it has."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """How a text is stored."""

    mark: bytes = b""
    """The byte order mark at its start, where it has one."""
    codec: str = "utf-8"
    """Python's name of its encoding."""


class NotTextError(ValueError):
    """Raised for bytes that are no text; its message is a sentence without the file."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line
        """The line, counted from 1."""


def decode(content: bytes) -> tuple[str, Form]:
    """Return the text in `content`, its line ends as they are, and how it is stored.

    Raises:
        NotTextError: It is neither UTF-8 nor UTF-16.
    """
    form = next(
        (Form(mark, codec) for mark, codec in _BY_MARK if content.startswith(mark)), _unmarked(content)
    )
    body = content[len(form.mark) :]
    try:
        return body.decode(form.codec), form
    except UnicodeDecodeError as error:
        line = body[: error.start].decode(form.codec, "ignore").count("\n") + 1
        fault = "is not UTF-8" if form.codec == "utf-8" else "is damaged UTF-16"
        raise NotTextError(f"{fault}; save it as UTF-8", line) from None


def _unmarked(content: bytes) -> Form:
    """Return how a text without byte order mark is stored: TOML has no NUL, every other byte of UTF-16 is."""
    half = len(content) // 2
    even, odd = content[::2], content[1::2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if half and high.count(0) > half // 2 and 0 not in low:
            return Form(codec=codec)
    return Form()


def encode(text: str, form: Form) -> bytes:
    """Return the bytes of a text; a lone surrogate, which no file can hold, becomes a question mark."""
    return form.mark + text.encode(form.codec, "replace")


def line_end(text: str) -> str:
    """Return the line end that most lines of a text have."""
    crlf = text.count("\r\n")
    return "\r\n" if crlf * 2 > text.count("\n") else "\n"

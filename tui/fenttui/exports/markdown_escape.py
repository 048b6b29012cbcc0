"""Text from outside, made into Markdown that shows exactly that text and nothing else."""

from __future__ import annotations

import re

from fenttui.visible import visible, visible_line

_INLINE = re.compile(
    r"[\\`*_{}\[\]<>~|&$^@#]|:(?=//)|(?<=www)\.|(?<=\w)\.(?=[^\W\d_]{2})|=(?==)|(?<==)=", re.IGNORECASE
)
"""What can begin markup anywhere: CommonMark's, and that of GitHub, Pandoc and Obsidian."""

_LINE_START = re.compile(r"^([-+=:%!])|^(\d+)([.)])")
"""What makes a line a list, an underline, a definition or a table."""


def escape_line(text: str) -> str:
    """Return `text` on one line, as inline Markdown."""
    return _escape(visible_line(text))


def quote(text: str) -> list[str]:
    """Return the lines of a block quotation that shows `text`, without line ends."""
    lines = visible(text.replace("\r\n", "\n")).split("\n")
    return [f"> {escaped}" if (escaped := _escape(line)) else ">" for line in lines]


def _escape(line: str) -> str:
    # Indentation would make code of it, and two spaces at the end a break; Markdown shows neither.
    line = _INLINE.sub(r"\\\g<0>", line.strip(" \t"))
    return _LINE_START.sub(lambda match: f"{match[2]}\\{match[3]}" if match[2] else f"\\{match[1]}", line)

"""The block at the top of a file that describes it: YAML between `---` lines, TOML between `+++` lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from fenttui.articles.document import Remark
from fenttui.articles.headers.fields import fields_of
from fenttui.storage.toml_parsing import TomlError, parse_toml
from fenttui.visible import visible_line

_LONGEST = 16 * 1024
"""In characters: how far the closing line is looked for."""

_OPENING = re.compile(r"(?:[ \t]*\n)*(?P<fence>---|\+\+\+)[ \t]*\n")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE),
}
_FIRST_KEY = re.compile(
    r"(?:[ \t]*(?:#.*)?\n)*[ \t]*[\"']?[A-Za-z_][\w .-]{0,40}[\"']?[ \t]*(?::(?:\s|\Z)|=)"
)


_PAIR = re.compile(
    r"[ \t]*(?P<key>[\"']?[A-Za-z_][\w .-]{0,40}[\"']?)[ \t]*(?::(?=[ \t]|\Z)|=)[ \t]*(?P<value>.*)"
)
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the top of a file says, and where the rest begins."""

    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Of date, title, source, url and author, those that are there and not empty."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line of the file that each of `values` is on."""
    end: int = 0
    """Where the text after the block begins."""
    remarks: tuple[Remark, ...] = ()
    """That the block does not parse."""


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of `text`; an empty one that ends at 0 where it has none.

    A block that is fenced but does not parse is left out of the text, with a remark. What only stands
    between two lines of dashes, with no key at its start, is text.
    """
    opening = _OPENING.match(text, 0, _LONGEST)
    if opening is None:
        return FrontMatter()
    closing = _CLOSING[opening["fence"]].search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        return FrontMatter()
    block = text[opening.end() : closing.start()]
    if block.strip() and not _FIRST_KEY.match(block):
        return FrontMatter()
    before = text.count("\n", 0, opening.end())
    parse = _toml if opening["fence"] == "+++" else _yaml
    table, remark = parse(block, before)
    said = [(str(key), written) for key, value in table.items() if (written := _written(value))]
    found = fields_of(said)
    values = {field: value for field, (_, value) in found.items()}
    lines = {field: before + _line_of(name, block) for field, (name, _) in found.items()}
    return FrontMatter(values, lines, closing.end(), (remark,) if remark is not None else ())


def _yaml(block: str, before: int) -> tuple[Mapping[Any, Any], Remark | None]:
    """Return the mapping in `block`, or why there is none; `before` lines of the file precede the block."""
    # ~15 ms to import: only for an article that has front matter.
    import yaml  # noqa: PLC0415

    # The base loader makes strings of all values: "title: 2025" and "title: No" are titles, and a date that
    # is not in the calendar spoils its own line alone. It builds nothing but strings, lists and mappings.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        table = yaml.load(block, loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = visible_line(getattr(error, "problem", None) or "a character that YAML does not allow")
        return _line_by_line(block), Remark(_mend("YAML", what), before + (mark.line + 1 if mark else 1))
    except (ValueError, RecursionError):
        return _line_by_line(block), Remark(_mend("YAML", "it cannot be read"), before + 1)
    if table is None:
        return {}, None
    if not isinstance(table, dict):
        return {}, Remark(_mend("YAML", "it is not a list of keys and values"), before + 1)
    return table, None


def _line_by_line(block: str) -> Mapping[str, Any]:
    """Return what the lines `key: value` of a block say by themselves, lists of `- item` lines included."""
    table: dict[str, Any] = {}
    last = ""
    for line in block.split("\n"):
        if pair := _PAIR.fullmatch(line):
            last = _bare(pair["key"])
            table.setdefault(last, _bare(pair["value"]))
        elif (item := _ITEM.fullmatch(line)) and last:
            items = table[last] if isinstance(table[last], list) else [table[last]] if table[last] else []
            table[last] = [*items, _bare(item["value"])]
    return table


def _bare(written: str) -> str:
    """Return what is written without quotation marks around it."""
    written = written.strip()
    quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
    return written[1:-1] if quoted else written


def _toml(block: str, before: int) -> tuple[Mapping[str, Any], Remark | None]:
    """Return the table in `block`, or why there is none; `before` lines of the file precede the block."""
    try:
        return parse_toml(block), None
    except TomlError as error:
        return _line_by_line(block), Remark(_mend("TOML", str(error)), before + (error.line or 1))


def _mend(language: str, what: str) -> str:
    return (
        f"the front matter is not valid {language} ({what}); fix it; its lines are read one by one until then"
    )


def _written(value: object) -> str:
    """Return `value` as a person writes it, a list with commas; empty if it is not a plain value."""
    if isinstance(value, list):
        return ", ".join(item.strip() for item in value if isinstance(item, str) and item.strip())
    if isinstance(value, dict):
        return ""
    return str(value).strip()


def _line_of(name: str, block: str) -> int:
    """Return the line of `block`, from 1, that sets `name`."""
    match = re.search(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*[:=]", block, re.MULTILINE | re.IGNORECASE)
    return block.count("\n", 0, match.start()) + 1 if match else 1

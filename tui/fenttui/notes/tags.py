"""Tags as they are written on a line: `tariffs, claim/contested, "Lee, Ann"`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_HASHES = re.compile(r"(?:\s*[#＃](?![\ufe0e\ufe0f\u20e3]))+\s*")
"""What other programs write in front of a tag; not the sign of a key, #️⃣, which begins with one."""
_QUOTED = re.compile(f'(?:{_HASHES.pattern}|\\s*)"((?:[^"]|"")*)"\\s*(?:,|$)')
_PLAIN = re.compile("([^,]*)(?:,|$)")
_SPACE = re.compile(r"\s")


def parse_tags(line: str) -> tuple[str, ...]:
    """Return the tags of a line: separated by commas, each once, in their order.

    A tag in double quotation marks may hold commas, and spaces at its ends; a quotation mark in it is
    doubled. In any other, white space is trimmed and becomes one space, so that a tag never spans lines. A
    leading `#` belongs to no tag.
    """
    return clean_tags(_parts(line))


def format_tags(tags: Iterable[str]) -> str:
    """Return the line that `parse_tags` reads."""
    return ", ".join(map(quoted_tag, tags))


def quoted_tag(tag: str) -> str:
    """Return one tag as it is written on a line: in quotation marks where it needs them."""
    if "," in tag or '"' in tag or tag != " ".join(tag.split()):
        doubled = tag.replace('"', '""')
        return f'"{doubled}"'
    return tag


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags from anywhere as they are kept: `clean_tag` of each, each once, in their order."""
    return tuple(dict.fromkeys(clean for tag in tags if (clean := clean_tag(tag))))


def clean_tag(tag: str) -> str:
    """Return a tag as it is kept: composed, on one line, without a leading `#`; empty for one of nothing."""
    hashes = _HASHES.match(tag)
    tag = _SPACE.sub(" ", tag[hashes.end() :] if hashes else tag)
    # Composing moves no space and makes no sign: cleaning twice is cleaning once.
    return unicodedata.normalize("NFC", tag) if tag.strip() else ""


@lru_cache(maxsize=4096)
def tag_key(tag: str) -> str:
    """Return what is equal for tags that are the same to a person: in any case and form of Unicode."""
    composed = unicodedata.normalize("NFC", clean_tag(tag).casefold())
    return " ".join(composed.split())


def is_under(tag: str, wanted: str) -> bool:
    """Return whether `tag` is `wanted` or below it, in any case: "claim/contested" is under "claim"."""
    tag, wanted = tag_key(tag), tag_key(wanted).rstrip("/")
    return tag == wanted or tag.startswith(f"{wanted}/")


def renamed_tag(tag: str, old: str, new: str) -> str:
    """Return a tag after the rename of `old` to `new`: one below it keeps the rest of its name."""
    if not is_under(tag, old):
        return tag
    below = tag.split("/")[len(tag_key(old).rstrip("/").split("/")) :]
    return "/".join((new.rstrip("/"), *below))


def renamed_tags(tags: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    """Return the tags of a note after the rename of `old` and those below it; no tag comes twice."""
    held = tuple(tags)
    others = {tag_key(tag) for tag in held if not is_under(tag, old)}
    renamed: dict[str, str] = {}
    for tag in held:
        after = renamed_tag(tag, old, new)
        if not is_under(tag, old):
            renamed[tag] = tag
        elif tag_key(after) not in others:
            renamed.setdefault(tag_key(after), after)
    return tuple(renamed.values())


def _parts(line: str) -> Iterator[str]:
    at = 0
    while at < len(line):
        if quoted := _QUOTED.match(line, at):
            yield quoted[1].replace('""', '"')
            at = quoted.end()
        elif plain := _PLAIN.match(line, at):
            yield " ".join(plain[1].split())
            at = plain.end()

"""What a format of article files does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from fenttui.articles.document import Document, Remark
from fenttui.articles.encoding import Decoded, decode, public_name


class ArticleFormat(Protocol):
    """A format of article files, from their bytes."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The ends of its files' names, in lower case and with the dot."""

    @property
    def first_bytes(self) -> tuple[bytes, ...]:
        """The bytes that only its files begin with, under any name; empty if it is known by names alone."""

    def headline(self, head: bytes, *, complete: bool) -> Document:
        """Return the first article, as far as the first bytes of a file give it.

        Args:
            head: The first bytes.
            complete: Whether they are all of the file.
        """

    def articles(self, data: bytes) -> Sequence[Document]:
        """Return the articles in a file, in its order."""


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A format that is text in some encoding and holds one article; implements ArticleFormat."""

    name: str
    """What people call it."""
    suffixes: tuple[str, ...]
    """The ends of its files' names, in lower case and with the dot."""
    read: Callable[[str], Document]
    """Returns the article in a text."""
    first_bytes: tuple[bytes, ...] = ()
    """The bytes that only its files begin with, under any name."""

    def headline(self, head: bytes, *, complete: bool) -> Document:
        """Return the article, as far as the first bytes of a file give it."""
        return self.read(decode(head, cut=not complete).text)

    def articles(self, data: bytes) -> Sequence[Document]:
        """Return the article in a file, with remarks on its encoding."""
        decoded = decode(data)
        document = self.read(decoded.text)
        remarks = (*_broken(decoded), *_guessed(decoded), *document.remarks)
        return (replace(document, encoding=decoded.encoding, remarks=remarks),)


def _broken(decoded: Decoded) -> tuple[Remark, ...]:
    """Return the remark that a file holds bytes which are no characters, where it does."""
    if not decoded.replaced:
        return ()
    characters = "character is" if decoded.replaced == 1 else "characters are"
    name = public_name(decoded.encoding).upper()
    found = f"{decoded.replaced} {characters} not {name} and shown as \ufffd"
    return (Remark(f"{found}; save the file again as UTF-8 to fix it"),)


def _guessed(decoded: Decoded) -> tuple[Remark, ...]:
    """Return the remark that the encoding is a guess, where it is one."""
    if not decoded.guessed:
        return ()
    return (Remark(f"read as {public_name(decoded.encoding)}; save it as UTF-8 if characters look wrong"),)

"""An article read whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fenttui.articles.article import Article, Entry
from fenttui.articles.boilerplate import boilerplate_folds
from fenttui.articles.encoding import Decoded, decode
from fenttui.articles.formats import reader_of
from fenttui.articles.headline import headline_of
from fenttui.articles.regular_file import read_content
from fenttui.problem import Problem, ProblemError

if TYPE_CHECKING:
    # Only its type is needed here: msgspec takes ~10 ms to import.
    from fenttui.settings.types import ArticleSettings


def read_article(entry: Entry, settings: ArticleSettings) -> Article:
    """The article of `entry`, with the headline that `read_headline` gives.

    Raises:
        ProblemError: the file is gone, unreadable, too large, empty or no text.
    """
    content = read_content(entry.path, settings.max_bytes)
    headline = headline_of(entry, content, settings)
    decoded = decode(content.data)
    document = reader_of(entry.path.suffix)(decoded.text)
    if not document.body:
        raise ProblemError(Problem(entry.path, "the file holds no text; fill it or delete it"))
    remarks = tuple(
        Problem(entry.path, remark.message, remark.line, "warning") for remark in document.remarks
    )
    return Article(
        entry,
        headline,
        document.body,
        boilerplate_folds(document.body, settings.boilerplate),
        decoded.encoding,
        (*_broken(entry, decoded), *_guessed(entry, decoded), *remarks),
    )


def _broken(entry: Entry, decoded: Decoded) -> tuple[Problem, ...]:
    """The warning that a file holds bytes which are no characters, where it does."""
    if not decoded.replaced:
        return ()
    places = "place is" if decoded.replaced == 1 else "places are"
    name = _public_name(decoded.encoding).upper()
    message = (
        f"{decoded.replaced} {places} not {name} and shown as \ufffd; save the file again as UTF-8 to mend it"
    )
    return (Problem(entry.path, message, severity="warning"),)


def _guessed(entry: Entry, decoded: Decoded) -> tuple[Problem, ...]:
    """The warning that the encoding is a guess, where it is one."""
    if not decoded.guessed:
        return ()
    message = f"read as {_public_name(decoded.encoding)}; save it as UTF-8 if characters look wrong"
    return (Problem(entry.path, message, severity="warning"),)


def _public_name(encoding: str) -> str:
    """An encoding's name as editors show it, from Python's: windows-1252 for cp1252."""
    return re.sub(r"^cp(?=\d)", "windows-", encoding).replace("_", "-")

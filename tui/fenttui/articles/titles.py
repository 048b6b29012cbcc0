"""The title that a list shows of an article: always one line, never empty."""

from __future__ import annotations

import re
import unicodedata

from fenttui.articles.address import leading_address
from fenttui.articles.boilerplate import is_boilerplate, own_openings, paragraph_spans
from fenttui.articles.datelines import is_dateline, without_dateline
from fenttui.articles.sentences import sentence_spans
from fenttui.visible import visible_line

LONGEST = 90
"""In characters, the ellipsis included: how long a title made of the first sentence may be."""

_LETTER = re.compile(r"[^\W_]")
_PARAGRAPH_HEAD = 2000


def one_line(text: str) -> str:
    """Return `text` with single spaces and with visible signs for what a terminal would act on."""
    return visible_line(" ".join(text.split()))


def find_title(given: str | None, text: str, openings: tuple[str, ...], name: str) -> str:
    """Return the given title, else the first sentence of the first news paragraph, else the file's name.

    Args:
        given: what front matter or a heading says.
        text: the beginning of the article's text.
        openings: the user's openings of boilerplate paragraphs.
        name: the file's name.
    """
    if given and (title := one_line(given)):
        return title
    own = own_openings(openings)
    address = leading_address(text)
    for start, end in paragraph_spans(text, address.next if address else 0):
        paragraph = text[start : min(end, start + _PARAGRAPH_HEAD)]
        if is_boilerplate(paragraph, own):
            continue
        if title := shortened(one_line(_first_sentence(paragraph))):
            return title
    return one_line(name) or "?"


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return `text` cut between words to at most `longest` characters, the ellipsis included."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", longest // 2, longest)
    if cut < 0:
        cut = longest - 1
        # No letter loses its accent, no picture half of itself.
        while cut > 1 and (unicodedata.combining(text[cut]) or "\u200d" in text[cut - 1 : cut + 1]):
            cut -= 1
    return text[:cut].rstrip(" ,;:–—-(“‘\"'") + "…"


def _first_sentence(paragraph: str) -> str:
    """Return the first sentence after the byline and dateline; empty if there is no word."""
    lines: list[str] = []
    for line in paragraph.split("\n"):
        if not is_dateline(line):
            lines.append(line)
        elif lines:
            # A headline with its dateline under it.
            break
    text = without_dateline("\n".join(lines).lstrip())
    for start, end in sentence_spans(text):
        if _LETTER.search(text, start, end):
            return text[start:end]
    return ""

"""Paragraphs that belong to the site and not to the article: appeals, newsletters, cookies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fenttui.articles.address import leading_address
from fenttui.articles.article import Fold

_HEAD = 400
"""How much of a paragraph is looked at, in characters."""

_APPEALS = (
    "your support helps us to tell the story",
    "your support makes all the difference",
    "from reproductive rights to climate change to big tech, the independent is on the ground",
    "the independent is on the ground when the story is developing",
    "your donation allows us to keep",
    "i hope you appreciated this article",
    "thank you for registering please refresh the page",
    "please refresh the page or navigate to another page",
    "sign up to our free",
    "sign up for our free",
    "get our free",
    "join our commenting forum",
    "bookmark popover removed",
    "this article is free to read because",
    "we value your privacy",
    "we use cookies",
    "this website uses cookies",
    "this site uses cookies",
    "our website uses cookies",
    "by continuing to use this site",
    "by continuing to use this website",
    "by clicking accept",
    "by signing up, you agree",
    "by signing up you agree",
    "please enable javascript",
    "please disable your ad blocker",
    "already a subscriber? log in",
    "this site is protected by recaptcha",
)
"""How paragraphs begin that are boilerplate at any length; in lower case, quotes straight."""

_LINES = (
    r"advertisement|advertising|sponsored(?: content)?|promoted(?: stories| content)?",
    r"(?:article|story) continues below.*",
    r"read (?:more|next|also)|recommended|related(?: articles?| stories| topics| content)?|see also",
    r"(?:read (?:more|next|also)|recommended|related|also read|more on this story|see also)"
    r"\s?[:|»›>].{1,160}",
    r"most (?:popular|read|viewed)|trending|top stories|more from .{1,40}|you may also like",
    r"more on this story",
    r"share|share this(?: article| story| page)?|share on .{1,30}|tweet|print|print this(?: article| page)?",
    r"comments?|leave a comment|show comments|view comments|load more|close|menu",
    r"skip to (?:main )?content|back to top",
    r"sign (?:up|in)|log in|register(?: now)?|subscribe(?: now| today| here)?|support now|donate(?: now)?",
    r"(?:please )?(?:sign up|subscribe) (?:to|for) (?:our|the) .{0,80}"
    r"(?:newsletters?|emails?|briefing|alerts|channel).{0,80}",
    r"sign up for .{0,60}newsletters?.{0,40}|newsletters?",
    r"(?:get|receive) (?:the|our) .{1,80}(?:in|to) your inbox.{0,80}",
    r"follow us on .{1,80}|follow .{1,40} on (?:twitter|x|facebook|instagram|telegram|whatsapp)",
    r"click here to (?:subscribe|sign up|read|register|donate|join).{0,100}",
    r"download (?:the|our) .{0,40}\bapp\b.{0,60}",
    r"(?:accept|reject|manage)(?: all)? cookies|cookie (?:policy|settings|preferences)",
    r"privacy (?:policy|notice)|terms (?:of|and) (?:use|service|conditions)",
    r"(?:©|\(c\)|copyright)\W.{0,200}|.{0,160}\ball rights reserved|all rights reserved",
)
"""Paragraphs that are boilerplate as a whole, in lower case; one that only begins so is not."""


@cache
def _line() -> re.Pattern[str]:
    # ~2 ms to compile: not at import.
    return re.compile(rf"(?:{'|'.join(_LINES)})[\s.!»›>→]*")


_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def boilerplate_folds(text: str, openings: tuple[str, ...] = ()) -> tuple[Fold, ...]:
    """Return the spans of `text` that are site boilerplate, in order; neighboring paragraphs are one span.

    A paragraph counts by its opening, where the list of appeals or `openings` has it, or because it is as a
    whole such a line as "Advertisement" or "Read more: ...". News that merely speaks of support does not. The
    address that the page was saved from, alone in the first line, counts too.

    Args:
        text: an article's text, paragraphs split by one blank line.
        openings: more openings of boilerplate; case, kind of quotes and white space do not matter.
    """
    own = own_openings(openings)
    address = leading_address(text)
    folds = [Fold(0, address.end)] if address else []
    after_fold = address is not None
    for start, end in paragraph_spans(text, address.next if address else 0):
        is_fold = is_boilerplate(text[start:end], own)
        if is_fold and after_fold:
            folds[-1] = Fold(folds[-1].start, end)
        elif is_fold:
            folds.append(Fold(start, end))
        after_fold = is_fold
    return tuple(folds)


def own_openings(openings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the user's openings in the form that `is_boilerplate` takes; an empty one is dropped."""
    return tuple(plain for opening in openings if (plain := _plain(opening)))


def is_boilerplate(paragraph: str, openings: tuple[str, ...] = ()) -> bool:
    """Return whether `paragraph` is site boilerplate.

    Args:
        paragraph: the text of one paragraph.
        openings: more openings, from `own_openings`.
    """
    plain = _plain(paragraph[:_HEAD])
    if plain.startswith(_APPEALS) or (openings and plain.startswith(openings)):
        return True
    return len(paragraph) < _HEAD and _line().fullmatch(plain) is not None


def paragraph_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs from `start` of a `text` that splits them by one blank line, as (start, end)."""
    while start < len(text):
        end = text.find("\n\n", start)
        if end < 0:
            end = len(text)
        yield start, end
        start = end + 2


def _plain(text: str) -> str:
    """Return `text` in lower case on one line with straight quotes."""
    return " ".join(text.lower().translate(_STRAIGHT).split())

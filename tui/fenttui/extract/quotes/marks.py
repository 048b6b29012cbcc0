"""Quotation marks to quotations: where each one opens and closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from fenttui.extract.mention import Span

# All marks first, then which one it is: the search goes from mark to mark, at a third of the time.
_DOUBLE = re.compile(
    r"[\"“”„«»「」'`‘’\n](?:(?<=\n)(?:[^\S\n]*\n)?|(?<=[\"“”„«»「」])|(?<=')'|(?<=`)`|(?<=[‘’])’)"
)
_SINGLE = re.compile(
    r"[‘'`’\n](?:(?<=\n)(?:[^\S\n]*\n)?|(?<=[‘'`])(?<![^\W_].)(?=\w)|(?<=['’‘])(?<=[^\s(\[].)(?![^\W_]))"
)
_OPENS_SINGLE = re.compile(r"[‘'`](?<![^\W_].)(?=\w)")
_OTHER_ENDS = {"«": "»", "「": "」"}
_OPENERS = frozenset("“„«「")
_LONGEST = 20_000
"""In code points: what is longer has lost its closing mark."""
_SIGNS = (*'"“”„«»「', "''", "``", "‘’", "’’")
_ENDS = frozenset(",.!?…;")
_SPACE = re.compile(r"\s*")


def quotations(text: str) -> list[Span]:
    """Return the quotations of `text`, marks included, in order and none inside of another.

    Double marks, curly or straight, guillemets and corner brackets come first; single ones count outside of
    them and around them. A quotation that is open at the end of a paragraph continues when the next paragraph
    opens with a mark; otherwise it is dropped, as is one that another of its kind opens in.
    """
    double = list(_double(text))
    single = [span for span in _single(text, double) if text[span[0] + 1 : span[1] - 1].strip()]
    if not single:
        return double
    apart: list[Span] = []
    for span in sorted(chain(double, single), key=lambda each: (each[0], -each[1])):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _double(text: str) -> Iterator[Span]:
    if not any(sign in text for sign in _SIGNS):
        return
    opened, mark = -1, ""
    continues_at = -1
    for match in _DOUBLE.finditer(text):
        sign = match[0]
        if opened < 0 and sign[0] == "\n":
            continue
        start, end = match.span()
        if sign[0] == "\n":
            continues_at = _after_space(text, end)
            goes_on = text[continues_at : continues_at + 1] in (mark, "“", '"', "»")
            if (len(sign) > 1 and not goes_on) or start - opened > _LONGEST:
                opened = -1
            if not goes_on:
                continues_at = -1
            continue
        if opened >= 0 and start == continues_at:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if opened < 0:
            if sign not in "”»」" or (sign == "”" and not before.strip() and after.isalnum()):
                opened, mark = start, sign
        elif mark in _OTHER_ENDS or sign in "«»「」":
            if sign == _OTHER_ENDS.get(mark):
                yield opened, end
                opened = -1
        elif _opens_anew(sign, before, after):
            opened, mark = start, sign
        else:
            yield opened, end
            opened = -1


def _opens_anew(sign: str, before: str, after: str) -> bool:
    """Return whether a mark within a quotation opens another: the first one was never closed."""
    if sign in _OPENERS:
        return not before.strip() or after.isalnum()
    return sign != "”" and not before.strip() and after.isalnum()


def _single(text: str, double: list[Span]) -> Iterator[Span]:
    """Return the quotations in single marks, which look like apostrophes; "the workers' rights" ends none."""
    if _OPENS_SINGLE.search(text) is None:
        return
    signs = [match.span() for match in _outside(_SINGLE.finditer(text), double)]
    strong_end = _next_strong_ends(text, signs)
    opened = -1
    for at, (start, end) in enumerate(signs):
        sign = text[start]
        if sign == "\n":
            if end - start > 1 and text[_after_space(text, end) : _after_space(text, end) + 1] not in "‘'":
                opened = -1
            continue
        opens = end < len(text) and text[end].isalnum() and not text[start - 1 : start].isalnum()
        if opens:
            if opened < 0 or not _continues(text, start):
                opened = -1 if text[end].isdigit() and sign == "'" else start
        elif opened >= 0:
            before = text[start - 1]
            possessive = before == "s" and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
            if possessive and strong_end[at]:
                continue
            yield opened, end
            opened = -1


def _outside(matches: Iterator[re.Match[str]], spans: list[Span]) -> Iterator[re.Match[str]]:
    position = 0
    for match in matches:
        while position < len(spans) and spans[position][1] <= match.start():
            position += 1
        if position == len(spans) or match.start() < spans[position][0]:
            yield match


def _next_strong_ends(text: str, signs: list[Span]) -> list[bool]:
    """Return whether a mark after punctuation follows each sign before the next opening or paragraph."""
    found, follows = [], False
    for start, end in reversed(signs):
        found.append(follows)
        if text[start] == "\n" or text[end : end + 1].isalnum():
            follows = False
        elif text[start - 1] in _ENDS:
            follows = True
    return found[::-1]


def _continues(text: str, start: int) -> bool:
    """Return whether the mark at `start` is the first of a paragraph."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    return before.endswith("\n") or (not before and start < 4)


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at

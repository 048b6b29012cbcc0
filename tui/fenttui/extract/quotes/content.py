"""What stands between a verb of speech and what is said: whom it addresses, when and where."""

from __future__ import annotations

from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.words import AUXILIARIES, PREPOSITIONS, VENUES
from fenttui.extract.text.wordlists import word_set

_OBJECT_ENDS = word_set("that whether if how why what to about of he she it they we i there")
_DETERMINERS = word_set("the a an his her their its our my this these those no some many most")
_ADVERBS = word_set(
    "also today yesterday tonight later earlier again here there too recently however separately"
    " meanwhile instead further furthermore thursday"
)
_TIME_WORDS = word_set("late early last earlier this next")
_PERIODS = word_set("week month year night weekend morning evening afternoon spring summer autumn winter")
_AHEAD = 16
_ENDS = frozenset(".;!?)…—–")
_FINITE = word_set(
    "is are was were has have had will would can could should may might must does did do plans wants says"
)


def after_object(passage: Passage, at: int) -> int:
    """Return the token after whom the verb addresses: the "reporters" of "told reporters"."""
    first = at
    while at < passage.size and at - first < 8:
        word = passage.words[at]
        if at in passage.actors:
            follows = at + 1 not in passage.actors and passage.words[at + 1]
            if at > first and follows in _FINITE and passage.words[at - 1] != "the":
                break
        elif word in _OBJECT_ENDS and not (at == first and word in ("it",)):
            break
        elif not word[0].isalpha() or word in PREPOSITIONS or at in passage.times:
            if word not in ("'s", "’s"):
                break
        elif at > first and word in _DETERMINERS:
            break
        elif word in ("me", "us", "him", "her", "them", "you", "reporters", "journalists", "lawmakers"):
            return at + 1
        at += 1
    return at


def content_after(passage: Passage, at: int) -> tuple[int, bool]:
    """Return where the content after a cue that ends before token `at` begins, and whether "that" precedes.

    Passed over are times, places and occasions: "in an interview with RIA Novosti on Tuesday".
    """
    while at < passage.size:
        word = passage.words[at]
        if word == "that" and at not in passage.actors:
            return at + (2 if passage.words[at + 1] == "," else 1), True
        is_time = at in passage.times or (word in _TIME_WORDS and at + 1 in passage.times)
        if word in _TIME_WORDS and passage.words[at + 1] in _PERIODS:
            at += 2
            continue
        if is_time or (word in _ADVERBS and at not in passage.actors):
            at += 1
        elif word in PREPOSITIONS:
            after = _after_occasion(passage, at)
            if after is None:
                return at, False
            at = after
        elif word == "," and at + 1 not in passage.quotations:
            after = _that_after_comma(passage, at)
            return (after + 1, True) if after is not None else (at, False)
        else:
            return at, False
    return at, False


def _after_occasion(passage: Passage, at: int) -> int | None:
    """Return the token after a prepositional phrase of time, place or occasion; None where it is none."""
    end = min(at + 7, passage.size)
    for last in range(at + 1, end):
        word = passage.words[last]
        if last in passage.times:
            return last + 1
        if last in passage.actors:
            if passage.words[last + 1] in ("'s", "’s") or last + 1 in passage.actors:
                continue
            follows = passage.words[last + 1]
            if follows.isalpha() and follows not in PREPOSITIONS and follows not in ("that", "and", "late"):
                if follows in VENUES:
                    return last + 2
                continue
            return last + 1
        if word in VENUES and passage.words[last + 1] not in VENUES:
            return last + 1
        if word in ("that", ",", ":") or last in passage.quotations:
            break
    for that in range(at + 1, min(at + _AHEAD, passage.size)):
        if passage.words[that] == "that" and that not in passage.actors:
            return that
        word = passage.words[that]
        if word in (",", ";", ":") or word in AUXILIARIES or that in passage.quotations:
            return None
    return None


def _that_after_comma(passage: Passage, at: int) -> int | None:
    """Return the "that" after an aside: "said, citing officials, that"."""
    if passage.words[at + 1] == "that":
        return at + 1
    for comma in range(at + 1, min(at + 10, passage.size - 1)):
        if passage.words[comma] == "," and passage.words[comma + 1] == "that":
            return comma + 1
        if passage.words[comma] in _ENDS:
            return None
    return None

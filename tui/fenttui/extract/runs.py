"""Runs of capitalized words: where a name may stand."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.extract.gazetteer import function_words, given_names, opening_words
from fenttui.extract.organizations import is_field_of_work, is_tail, takes_complement
from fenttui.extract.people import is_second_syllable
from fenttui.extract.phrases import known_phrases, phrase_at
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_CALENDAR = word_set(
    "january february march april june july august september october november december jan feb mar apr"
    " jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
)
_PARTICLES = word_set("de da do dos das del della di du la le los las van von der den bin ibn al el ul y")
_ABBREVIATED = word_set("mr mrs ms dr prof rev hon fr st gen col maj capt lt sgt brig adm sen rep gov jr sr")
_PLURAL_OWNERS = word_set(
    "people women men children workers farmers teachers students king queen bar girls boys mothers"
    " citizens voters players drivers lawyers physicians doctors writers world driver traveler traveller"
    " mcdonald macy levi lloyd moody sotheby christie wendy kellogg"
)
"""Words whose possessive stays inside a name: People's Republic, Children's Fund."""

_PREFIXES = ("co", "anti", "non", "counter")

_LONGEST = 24
"""Tokens of one run; a text in capitals alone is cut into such pieces, so that the work stays linear."""


def name_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The longest stretches of tokens that may be one name, as (first, end), in order."""
    index, size = 0, len(tokens)
    capital = tokens.capital
    while index < size:
        if not _begins(tokens, index) if capital[index] else not _begins_with_article(tokens, index):
            index += 1
            continue
        end = index + 1 if capital[index] else index + 3
        while end - index < _LONGEST and (further := _continued(tokens, index, end)) > end:
            end = further
        if tokens.joined(index) and tokens.words[index - 1] == "-" and end > index + 1:
            end = _after_prefix(tokens, index, end)
        yield index, end
        index = end


def _begins_with_article(tokens: Tokens, index: int) -> bool:
    """Whether a name with the Arabic article starts here: al-Shabaab."""
    return (
        tokens.lowers[index] in ("al", "el", "ash", "ul")
        and index + 2 < len(tokens)
        and tokens.words[index + 1] == "-"
        and tokens.capital[index + 2]
    )


def _begins(tokens: Tokens, index: int) -> bool:
    if not _named(tokens, index):
        return phrase_at(known_phrases(), tokens, index) is not None and tokens.words[index] == "The"
    if tokens.opens[index] and tokens.lowers[index] in opening_words():
        following = index + 1
        return phrase_at(known_phrases(), tokens, index) is not None or (
            following < len(tokens) and takes_complement(tokens.words[following])
        )
    return True


def _named(tokens: Tokens, index: int) -> bool:
    """Whether a capital on this token may be a name's."""
    lower = tokens.lowers[index]
    if lower in function_words():
        word = tokens.words[index]
        if lower in ("today", "tomorrow") and index + 1 < len(tokens) and tokens.capital[index + 1]:
            return is_tail(tokens.words[index + 1])
        return word in ("US", "U.S", "IS") or (
            lower in ("will", "said", "mine") and word in given_names() and not tokens.opens[index]
        )
    return lower not in _CALENDAR and not lower.startswith(("http", "www."))


def _continued(tokens: Tokens, first: int, end: int) -> int:
    """The end of the run when the token at `end` belongs to it, else `end`."""
    if end >= len(tokens):
        return end
    word = tokens.words[end]
    if tokens.capital[end]:
        return end + 1 if _named(tokens, end) else end
    following = end + 1
    if following >= len(tokens):
        return end
    capital_follows = tokens.capital[following] and _named(tokens, following)
    previous = tokens.lowers[end - 1]
    if word == ".":
        initial = len(previous) == 1 and end - 1 > first - 1 and tokens.joined(end)
        return following if capital_follows and (initial or previous in _ABBREVIATED) else end
    if word == "-":
        whole = tokens.joined(end) and tokens.joined(following)
        inside = capital_follows or _goes_on_in_lower_case(tokens, first, following)
        return end + 2 if whole and inside else end
    if word == "&":
        return end + 2 if capital_follows else end
    if word in ("'s", "’s", "'", "’"):
        return end + 2 if capital_follows and previous in _PLURAL_OWNERS else end
    if word in _PARTICLES:
        if capital_follows:
            return end + 2
        if following + 1 < len(tokens) and tokens.capital[following + 1]:
            if tokens.words[following] in _PARTICLES:
                return end + 3
            return end + 3 if tokens.words[following] == "-" and word in ("al", "el", "ul", "ibn") else end
        return end
    if word in ("of", "for", "on", "against", "and", "to"):
        return _complemented(tokens, first, end)
    return end


def _goes_on_in_lower_case(tokens: Tokens, first: int, index: int) -> bool:
    """Whether the word after a hyphen still is the name's: Kim Jong-un, Economic Co-operation."""
    if tokens.lowers[index - 2] in _PREFIXES and index - 2 > first:
        return tokens.lowers[index].isalpha()
    return is_second_syllable(tokens, first, index)


def _complemented(tokens: Tokens, first: int, end: int) -> int:
    """The end of the run with "of Foreign Affairs" and the like, where a word before takes one."""
    following = end + 1
    if tokens.words[following] == "the" and tokens.words[end] in ("of", "for"):
        following += 1
    if following >= len(tokens) or not tokens.capital[following] or not _named(tokens, following):
        return end
    if tokens.words[end] == "and":
        inside = tokens.words[first:end]
        heads = any(
            takes_complement(word) and inside[place + 1] in ("of", "for")
            for place, word in enumerate(inside[:-1])
        )
        heads = heads or _two_fields(tokens, end)
        return following + 1 if heads and phrase_at(known_phrases(), tokens, following) is None else end
    return following + 1 if takes_complement(tokens.words[end - 1]) else end


def _two_fields(tokens: Tokens, index: int) -> bool:
    """Whether "and" at token `index` joins two fields of one organization: Road and Bridge Corporation."""
    if not is_field_of_work(tokens.lowers[index - 1]) or not is_field_of_work(tokens.lowers[index + 1]):
        return False
    for place in range(index + 2, min(index + 5, len(tokens))):
        if not tokens.capital[place]:
            return False
        if is_tail(tokens.words[place]):
            return True
    return False


def _after_prefix(tokens: Tokens, index: int, end: int) -> int:
    """After "pro-" the name is the one word that the prefix stands before."""
    prefix = tokens.lower(index - 2)
    if prefix in ("pro", "anti", "ex", "pre", "post", "non", "mid", "trans") and not tokens.joined(index + 1):
        return index + 1
    return end

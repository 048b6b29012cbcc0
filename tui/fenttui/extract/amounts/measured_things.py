"""What an amount measures: the words of its sentence that name it.

"Tariffs on all Chinese imports" of "tariffs on all Chinese imports rose 9 %", and the same words of "a 9 %
tariff on all Chinese imports". Nothing is parsed: a phrase goes on over words and a few prepositions up to
a verb, a pronoun or a sign, which is bounded and right for what news mostly writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fenttui.extract.amounts.figure import AmountFigure, Figure
from fenttui.extract.numbers.bounds import DOWN, UP
from fenttui.extract.text.gazetteer import function_words
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_MOST_WORDS = 9
"""Words of one phrase."""
_REACH_BACK = 12
"""Tokens before the amount among which its verb stands."""
_LINKS = word_set("of on in for to from against between and")
"""Words inside of a phrase, where a noun follows."""
_DETERMINERS = word_set(
    "the a an its their his her our my your this that these those all any each every some"
)
_BREAKS = word_set(
    "is was are were be been being has have had will would can could may might should must do does did"
    " which who whom that while when where because although though but if as than with by at into after"
    " before since until during amid under over through per it he she they we you i not said says say"
    " saying told also so then there here about around nearly almost up down out more less or last next"
    " this earlier later ago yesterday today tomorrow compared including among according earn earned"
    " live lived work worked want wanted make made take took taken go went get got see saw know think"
    " come came give gave find found tell ask asked need feel felt become became leave left show showed"
    " use used help helped keep kept let begin began start started seem turn run ran write provide"
    " provided allow allowed lead led meet met win won buy bought pay paid receive received remain"
    " remained expect believe carry happen bring brought hold held stay stayed add added include stand"
    " die died killed"
)
_VERBS = word_set(
    "range ranges ranged ranging"
    " is was are were be been reached reach reaches hit hits totaled totalled total totals stood stands"
    " cost costs weighs weighed measures measured averaged averages came comes remained remains"
    " amounted exceeded topped stay stays stayed worth accounts accounted made makes"
)
"""Verbs, besides those of change, whose subject is what is measured."""
_SETS = word_set(
    "impose imposed imposing imposes set sets setting put puts putting levy levied slapped kept keep"
    " held hold charge charged spend spent spending invest invested donate donated pay paid buy bought"
    " sell sold"
)
"""Verbs whose object is what is measured."""
_CHANGES = (
    UP | DOWN | word_set("drop fall rise increase decrease decline cut growth hike reduction jump gain loss")
)
_AUXILIARIES = word_set(
    "has have had will would could may might should must been be is are was were to also expected likely set"
    " due forecast projected estimated seen"
)
_BEFORE = word_set(
    "by to at of from about around nearly almost roughly approximately some up over under more less"
    " than least most an a estimated just only well another further additional record total as much"
    " many between close below above fewer"
)
"""Words between an amount and what rules it."""


def with_measured(tokens: Tokens, figures: Sequence[Figure]) -> list[Figure]:
    """Return `figures` whose amounts have the span of the words that say what they measure."""
    found: list[Figure] = []
    starts = {figure.first for figure in figures}
    for figure in figures:
        if isinstance(figure, AmountFigure):
            phrase = _phrase_of(tokens, figure, starts)
            if phrase is not None:
                first, end = phrase
                span = tokens.starts[first], tokens.ends[end - 1]
                figure = replace(figure, measure=replace(figure.measure, of=span))
        found.append(figure)
    return found


Phrase = tuple[int, int]
"""The first token, and the one after the last."""


def _phrase_of(tokens: Tokens, figure: AmountFigure, starts: set[int]) -> Phrase | None:
    if figure.noun is not None:
        return _counted(tokens, figure.noun, figure.end, starts)
    following = tokens.lower(figure.end)
    if following in ("of", "on") or (following in ("in", "for", "worth") and figure.kind == "money"):
        position = figure.end + 1
        position += following == "worth" and tokens.lower(position) == "of"
        found = _after(tokens, position, starts)
        if found is not None and (following in ("of", "on") or not tokens.capital[found[0]]):
            return found
    if following == "-" and tokens.joined(figure.end):
        return None
    return (
        _attributed(tokens, figure, starts) or _named_before(tokens, figure) or _ruled(tokens, figure.first)
    )


def _counted(tokens: Tokens, first: int, end: int, starts: set[int]) -> Phrase | None:
    """Return what a count counts, with what "of" and its like add: deaths from overdoses."""
    if end <= first:
        return _after(tokens, first, starts)
    if tokens.lower(end) in _LINKS - {"and", "to", "for"}:
        longer = _after(tokens, end + 1, starts)
        if longer is not None and longer[1] - first <= _MOST_WORDS:
            return first, longer[1]
    return _trimmed(tokens, first, end)


def _attributed(tokens: Tokens, figure: AmountFigure, starts: set[int]) -> Phrase | None:
    """Return the phrase that the amount stands before: a 20 % tariff on imports; a 5 % rise in exports."""
    end = figure.end
    word = tokens.lower(end)
    if (
        not word.isalpha()
        or word in function_words()
        or word in _BREAKS
        or word in _LINKS
        or word.endswith("ly")
    ):
        return None
    if word in _CHANGES:
        linked = tokens.lower(end + 1) in ("in", "of", "on")
        return _after(tokens, end + 2, starts) if linked else None
    if word in ("higher", "lower", "each", "apiece") or tokens.capital[end]:
        return None
    determined = not _DETERMINERS.isdisjoint(tokens.lowers[max(figure.first - 3, 0) : figure.first])
    if (
        not determined
        and figure.kind != "percent"
        and (figure.measure.unit or "").partition(" ")[0] != "share"
    ):
        return None
    return _after(tokens, end, starts)


def _after(tokens: Tokens, first: int, starts: set[int]) -> Phrase | None:
    """Return the phrase that starts at token `first`, without its determiner."""
    while tokens.lower(first) in _DETERMINERS:
        first += 1
    end = first
    last = min(len(tokens), first + _MOST_WORDS)
    while end < last and end not in starts and _inside(tokens, end):
        end += 1
    return _trimmed(tokens, first, end)


def _inside(tokens: Tokens, index: int) -> bool:
    if tokens.lower(index + 1) == "-" and tokens.joined(index + 1):
        return True
    word = tokens.lowers[index]
    if word in ("-", "–", "'s", "’s", "&") or _ends_name(tokens, index):
        return tokens.joined(index)
    if _is_acronym(tokens, index):
        return True
    if not (word[0].isalpha() and (word.isalpha() or "'" in word or "’" in word or "." in word)):
        return False
    if word in _LINKS or word in _DETERMINERS:
        return word != "and" or tokens.lower(index + 1) not in function_words()
    return word not in _BREAKS and word not in _VERBS and word not in function_words()


def _trimmed(tokens: Tokens, first: int, end: int) -> Phrase | None:
    """Return the phrase without the words at either end that name nothing; None where nothing is left."""
    while first < end and _empty(tokens, first) and tokens.lower(first + 1) != "-":
        first += 1
    while end > first and (
        _empty(tokens, end - 1) or (end - first > 1 and tokens.lowers[end - 1].endswith("ed"))
    ):
        end -= 1
    if end - first == 1 and tokens.lowers[first].endswith(("ing", "ed")):
        return None
    return (first, end) if first < end else None


def _empty(tokens: Tokens, index: int) -> bool:
    word = tokens.lowers[index]
    return word in _DETERMINERS or word in _LINKS or not (word[0].isalpha() or _ends_name(tokens, index))


def _ends_name(tokens: Tokens, index: int) -> bool:
    """Return whether digits end a name: CO2, Covid-19."""
    position = index - 1 - (tokens.lower(index - 1) == "-")
    return (
        tokens.words[index].isdecimal()
        and tokens.joined(index)
        and position >= 0
        and tokens.capital[position]
    )


def _is_acronym(tokens: Tokens, index: int) -> bool:
    """Return whether capitals make a name of what is a pronoun otherwise: goods of the US."""
    return (
        len(tokens.words[index]) > 1
        and tokens.words[index].isupper()
        and tokens.words[index].isalpha()
        and not (index > 0 and tokens.words[index - 1].isupper())
        and not (index + 1 < len(tokens) and tokens.words[index + 1].isupper())
    )


def _named_before(tokens: Tokens, figure: AmountFigure) -> Phrase | None:
    """Return the person whose age it is: Jane Doe, 44."""
    if figure.measure.unit != "year of age" or tokens.lower(figure.first - 1) != ",":
        return None
    end = first = figure.first - 1
    while first > 0 and end - first < _MOST_WORDS and tokens.capital[first - 1]:
        first -= 1
    return (first, end) if first < end else None


def _ruled(tokens: Tokens, index: int) -> Phrase | None:
    """Return the phrase before the amount: the subject or object of its verb, or X in "X of 5 %"."""
    position = index - 1
    linked = False
    while position >= 0 and tokens.lowers[position] in _BEFORE and index - position < _MOST_WORDS:
        linked = linked or tokens.lowers[position] == "of"
        position -= 1
    if position < 0:
        return None
    if linked:
        return _before(tokens, position + 1)
    for verb in range(position, max(position - _REACH_BACK, -1), -1):
        word = tokens.lowers[verb]
        if word in _CHANGES or word in _VERBS or word in _SETS:
            if verb < position:
                return _trimmed(tokens, verb + 1, position + 1)
            if word in _SETS:
                return None
            while verb > 0 and (
                tokens.lowers[verb - 1] in _AUXILIARIES or tokens.lowers[verb - 1].endswith("ly")
            ):
                verb -= 1
            return _before(tokens, verb)
        if not _inside(tokens, verb):
            return None
    return None


def _before(tokens: Tokens, end: int) -> Phrase | None:
    """Return the phrase that ends before token `end`, without the verb whose object it is."""
    first = end
    while first > 0 and end - first < _MOST_WORDS and _inside(tokens, first - 1):
        first -= 1
        if _rules(tokens, first) and first < end - 1:
            return _trimmed(tokens, first + 1, end)
    return _trimmed(tokens, first, end)


def _rules(tokens: Tokens, index: int) -> bool:
    """Return whether a verb stands here after its subject, and no adjective: Peru announced tariffs."""
    if not tokens.lowers[index].endswith("ed") or not tokens.words[index].islower() or index == 0:
        return False
    return tokens.capital[index - 1] and tokens.lowers[index - 1] not in _DETERMINERS

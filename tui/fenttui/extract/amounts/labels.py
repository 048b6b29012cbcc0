"""Numbers that count nothing: parts of names, labels, versions, telephone numbers, scores and addresses."""

from __future__ import annotations

from fenttui.extract.amounts.counted_nouns import PAST
from fenttui.extract.numbers.numerals import Numeral
from fenttui.extract.text.calendar_names import month_of, weekday_of
from fenttui.extract.text.gazetteer import function_words
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_LABELS = word_set(
    "page pages chapter section article number no nos room flight route highway channel verse version grade"
    " phase type level paragraph figure table item size line district zone block gate group stage season"
    " episode volume vol part act form rule clause resolution lot class category fig pp ch sec"
    " art magnitude apollo model series area point exit bus door floor unit step tier seed ward terminal"
    " pier platform interstate lane apartment apt suite section sections covid order"
)
"""A number after one of these names a thing and counts nothing."""
_PRONOUNS = word_set("no any every some each this that the another which other")
"""Before "one" these make it a pronoun."""
_OPENERS = frozenset("\"'“‘([{~∼+±×><≈≤≥=«*•·@|,")
_DASHES = frozenset("-–—−/")
_CLOSERS = frozenset("+.,;:!?)\"'”’%]…—}»*")
_LONGEST_BARE = 8
"""Digits without grouping that may count something unnamed; more are an identifier."""
_LONG_CHAIN = 6
"""Numbers in a row that are neither a date nor an amount in groups."""
_ABBREVIATED = word_set("no nos vol pp p art sec ch fig")


def stands_alone(tokens: Tokens, index: int) -> bool:
    """Return whether the number at token `index` ends no name, version, date or chain of numbers."""
    if not tokens.joined(index):
        return True
    before = tokens.words[index - 1]
    if before in _OPENERS:
        return (
            index < 2
            or before not in ",("
            or not (tokens.joined(index - 1) and tokens.words[index - 2][-1].isdecimal())
        )
    if before not in _DASHES:
        return False
    return not tokens.joined(index - 1) or (before == "—" and not tokens.words[index - 2][-1].isdecimal())


def is_chain(tokens: Tokens, index: int, end: int) -> bool:
    """Return whether the number starts a chain of three or more: a telephone number, 4-4-2, 12/13/14.

    A slash or a colon makes a chain of two.
    """
    links, position = 0, end
    while (
        links < 3 and position + 1 < len(tokens) and tokens.joined(position) and tokens.joined(position + 1)
    ):
        sign = tokens.words[position]
        if sign not in "-–/.:_," or not tokens.words[position + 1][0].isdecimal():
            break
        if sign != "-" and sign != "–":
            return True
        links, position = links + 1, position + 2
    return links > 1 or (links == 1 and _telephone(tokens, index, end))


def chain_end(tokens: Tokens, index: int) -> int:
    """Return the token after a chain of numbers without a word between them; `index` where it is short.

    Six numbers or more are neither a date nor an amount, and need be looked at only once: 1-2-3-4-5-6.
    """
    words, end, numbers = tokens.words, index + 1, 1
    while end < len(words):
        if words[end][0].isdecimal():
            end += 1
        elif (
            tokens.joined(end)
            and tokens.joined(end + 1)
            and len(words[end]) == 1
            and not words[end].isalnum()
            and words[end + 1][0].isdecimal()
        ):
            end += 2
        else:
            break
        numbers += 1
    return end if numbers >= _LONG_CHAIN else index


def _telephone(tokens: Tokens, index: int, end: int) -> bool:
    """Return whether 555-1234 stands here."""
    return (
        end == index + 1
        and end + 1 < len(tokens)
        and tokens.words[index].isdecimal()
        and len(tokens.words[index]) == 3
        and tokens.words[end] in "-–"
        and len(tokens.words[end + 1]) == 4
        and tokens.words[end + 1].isdecimal()
    )


def _area_code(tokens: Tokens, index: int, end: int) -> bool:
    """Return whether the rest of a telephone number follows the brackets: (202) 555-0143."""
    return (
        tokens.lower(index - 1) == "("
        and tokens.lower(end) == ")"
        and end + 2 < len(tokens)
        and _telephone(tokens, end + 1, end + 2)
    )


def is_labelled(tokens: Tokens, index: int) -> bool:
    """Return whether the number at token `index` belongs to the name or label before it: Boeing 777."""
    position = index - 1
    if position > 0 and tokens.words[position] == "." and tokens.lowers[position - 1] in _ABBREVIATED:
        return True
    if not (digits := tokens.words[index][0].isdecimal()):
        return tokens.capital[index] and not tokens.opens[index] and (
            tokens.capital[position] or (index + 1 < len(tokens) and tokens.capital[index + 1])
        )  # fmt: skip
    if position < 0:
        return False
    word = tokens.words[position]
    if word == "-" and tokens.capital[position - 1]:
        return True
    if tokens.lowers[position] in _LABELS and tokens.words[index].isdecimal():
        return True
    named = tokens.capital[position] and not tokens.opens[position] and not tokens.joined(index)
    if named and (month_of(tokens, position) or weekday_of(tokens, position) is not None):
        return False
    inner = not word.islower() and not word.isupper() and word.isalpha() and not word.istitle()
    return digits and (named or inner)


def is_model(tokens: Tokens, index: int) -> bool:
    """Return whether a sentence opens with a name that the number belongs to: Boeing 777 jets fell.

    An adverb or a verb of a headline may open it before a number as well.
    """
    word = tokens.lower(index - 1)
    return (
        tokens.words[index].isdecimal()
        and len(tokens.words[index]) in (3, 4)
        and _opened_by_name(tokens, index)
        and word not in function_words()
        and not word.endswith(("ly", "ed", "s"))
        and (not word.endswith("ing") or word.endswith("eing"))
    )


def is_pronoun(tokens: Tokens, index: int) -> bool:
    """Return whether "one" at token `index` stands for a noun: "the one", "no one"."""
    return tokens.lower(index - 1) in _PRONOUNS


def may_be_bare(tokens: Tokens, index: int, numeral: Numeral, bounded: bool) -> bool:
    """Return whether a number without a unit counts something that the text does not name after it."""
    end = numeral.end
    if numeral.many:
        word = tokens.lower(end)
        return word in _SAID_OF_MANY or (word.endswith("ed") and len(word) > 4) or word in PAST
    if numeral.value == 1 and not numeral.digits and not bounded:
        return False
    if tokens.joined(end) and tokens.words[end] not in _CLOSERS and tokens.words[end][:2] != "..":
        return False
    if _opens_line(tokens, index) and (
        (tokens.lower(end) == ")" and tokens.lower(index - 1) != "(")
        or (tokens.lower(end) == "." and numeral.digits and end + 1 < len(tokens))
    ):
        return False
    if tokens.lower(end).isdecimal() and not tokens.joined(end):
        return False
    word = tokens.words[index]
    if is_labelled(tokens, index):
        return False
    if not numeral.digits:
        labelled = tokens.lower(index - 1) in _LABELS
        return not labelled and not (tokens.capital[index] and not tokens.opens[index])
    if end == index + 1 and word.isdecimal():
        if len(word) > _LONGEST_BARE or (word[0] == "0" and len(word) > 1):
            return False
        if (
            len(word) == 4
            and not bounded
            and (word[:2] in ("18", "19", "20") or (word[0] == "1" and tokens.lower(index - 1) in _SINCE))
        ):
            return False
    if _opened_by_name(tokens, index):
        return False
    if "." in word:
        return True
    if _area_code(tokens, index, end):
        return False
    return not _before_street(tokens, end) and not _in_a_date(tokens, index, end)


def _opened_by_name(tokens: Tokens, index: int) -> bool:
    """Return whether a sentence opens with a name and this number: Boeing 777 jets fell."""
    return index > 0 and tokens.opens[index - 1] and tokens.capital[index - 1] and (
        tokens.lowers[index - 1] not in _OPENING
    )  # fmt: skip


_OPENING = word_set(
    "about around nearly almost over under some only just at of in on by with for from to and but the all"
    " another than total more fewer less as only roughly approximately between up the these those its their"
    " our my his her if when while since after before until there"
)


def _opens_line(tokens: Tokens, index: int) -> bool:
    start = tokens.starts[index]
    return start == 0 or tokens.text[start - 1] == "\n"


def _before_street(tokens: Tokens, end: int) -> bool:
    """Return whether the name of a street follows, as in "10 Downing Street", "10 West 25th Street"."""
    for position in range(end, min(end + 5, len(tokens))):
        if tokens.capital[position] and tokens.lowers[position] in _STREETS:
            return True
        numbered = position > end and tokens.words[position].isdecimal() and tokens.joined(position + 1)
        if not (tokens.capital[position] or numbered or tokens.lowers[position] in ("st", "nd", "rd", "th")):
            return False
    return False


_SAID_OF_MANY = word_set("were are have had will would may might could can do did")
_STREETS = word_set("street st road rd avenue ave boulevard blvd lane drive square terrace way place highway")
_SINCE = word_set("in since until till circa before after year c")


_MONTHS = word_set("january february march april may june july august september october november december"
                   " jan feb mar apr jun jul aug sept sep oct nov dec")  # fmt: skip


def _in_a_date(tokens: Tokens, index: int, end: int) -> bool:
    """Return whether a month stands beside the number, as in "1 may" where capitals are lost."""
    before = index - 1 - (tokens.lower(index - 1) == ".")
    return tokens.lower(end) in _MONTHS or (tokens.lower(before) in _MONTHS and len(tokens.words[index]) < 3)

"""The noun that a number counts: officials of "two senior Swiss officials", meal of "a three course meal"."""

from __future__ import annotations

from fenttui.extract.amounts.unit import Unit
from fenttui.extract.numbers.numerals import Numeral, numeral_at
from fenttui.extract.text.gazetteer import canonical_forms, function_words
from fenttui.extract.text.nouns import is_plural, singular
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

NO_NOUNS = word_set(
    "of in on at to by for from with and or but that which who whom whose is are was were be been has have"
    " had the a an as than then when while if so not no nor per more less since until after before during"
    " under over into through against between among about because though although where how why will would"
    " can could may might should must did do does its their his her our your my this these those there he"
    " she it they we you i said says told out up down off away ago both all each every yet also only just"
    " last next around near within without via amid despite vs versus worth"
)
"""Words that end the phrase of a number without a noun."""
_INSIDE = word_set("more other or and")
"""Of these, what may stand inside of it."""
_DEGREES = word_set("most least very highly so too quite rather")
"""Before an adjective these continue the phrase: the two most significant waves."""
PAST = word_set(
    "became began brought bought broke built came caught chose drew drove ate fell felt fled flew forgot"
    " fought found gave gets goes got grew heard held hid hit kept knew laid led left lost made meant met"
    " paid ran read rode rose sang sat saw sent shook shot slept sold sought spent spoke stole stood struck"
    " swam swept swore taught thought threw took wants went won woke wore wrote makes takes says comes"
)
"""Forms of verbs that are no nouns, besides those that their ending shows."""
_NOUNS = word_set(
    "supply family ally assembly monopoly rally reply anomaly bed breed creed feed need seed shed speed weed"
    " building ceiling clothing drawing evening hearing housing meeting morning opening painting ring"
    " setting shipping spring string thing training wedding wing working"
)
"""Nouns that end as verbs and adverbs do."""
_FURTHER = word_set("more other such additional extra")
_ATTRIBUTIVE = word_set(
    "sports arms sales women men goods securities savings operations communications drugs police staff"
)
"""Plurals that often stand before another one: sports cars."""
_QUOTES = frozenset("\"“”‘’'")
_REACH = 6
"""Words among which the noun stands."""
_MOST_SINGULAR = 3
"""Words of a phrase without a plural."""
_QUANTIFIERS = word_set("a an all any each this that other total")
_DETERMINERS = word_set("the its their his her our my your these those")


def counted_noun(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """Return the noun that the number before token `index` counts, as its singular.

    A name keeps its capital.
    """
    if tokens.lower(index) == "of":
        return _part_of(tokens, index)
    word = tokens.lower(index)
    if word in NO_NOUNS and word != "more" and not _is_inner(tokens, index):
        return None
    if numeral.value == 1 and not numeral.digits:
        return _one(tokens, index)
    return _plural(tokens, index) or _compound(tokens, index)


def whole_noun(tokens: Tokens, index: int) -> str | None:
    """Return the singular of the head of the phrase at token `index`: "population" of "the US population"."""
    position = index
    while tokens.lower(position) in _DETERMINERS or tokens.lower(position) in _QUANTIFIERS:
        position += 1
    head = None
    for at in range(position, min(position + _REACH, len(tokens))):
        word, lower = tokens.words[at], tokens.lowers[at]
        if is_plural(lower) and lower not in function_words() and _ends_phrase(tokens, at):
            return _one_of(word, lower)
        if may_be_noun(word) or word in _NOUNS:
            head = word
        elif word not in ("overall", "'s", "’s", "-") and not (tokens.capital[at] and word.isalpha()):
            break
    return head


def may_be_noun(word: str) -> bool:
    """Return whether a word in lower case may be a noun, as far as its form shows."""
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 2
        and word not in function_words()
        and word not in NO_NOUNS
        and word not in PAST
        and not word.endswith(("ing", "ed", "ly"))
    )


def _part_of(tokens: Tokens, index: int) -> Unit | None:
    """Return what is counted in "two of the firm's managers", "two of the top 20 firms".

    "Of" and what follows stay outside of the unit.
    """
    position = index + 1
    if tokens.lower(position) in _DETERMINERS:
        position += 1
        position += tokens.lower(position) == "top"
        whole = numeral_at(tokens, position)
        position = position if whole is None or whole.many else whole.end
    elif position >= len(tokens) or not tokens.capital[position]:
        return None
    unit = _plural(tokens, position)
    return Unit(index, "count", unit.name, noun=position) if unit is not None else None


def _one(tokens: Tokens, index: int) -> Unit | None:
    """Return the noun of "one residential project", "one Swiss official"."""
    named = index < len(tokens) and tokens.capital[index] and not tokens.opens[index]
    if tokens.lower(index) in _FURTHER or (named and may_be_noun(tokens.lower(index + 1))):
        index += 1
    end = _nouns_end(tokens, index)
    return Unit(end, "count", tokens.words[end - 1], noun=index) if end > index else None


def _nouns_end(tokens: Tokens, index: int) -> int:
    end = index
    while end < min(index + _MOST_SINGULAR, len(tokens)) and may_be_noun(tokens.words[end]):
        end += 1
    return end


def _plural(tokens: Tokens, index: int) -> Unit | None:
    """Return the first plural that is the last of its phrase."""
    words, lowers = tokens.words, tokens.lowers
    for position in range(index, min(index + _REACH, len(tokens))):
        word = lowers[position]
        if position > index and (
            (word in ("-", "/") and tokens.joined(position + 1))
            or _in_a_name(tokens, position)
            or word == "'s"
            or word == "’s"
        ):
            continue
        if word in _QUOTES:
            continue
        if not word.replace("'", "").isalpha():
            return None
        if (word in NO_NOUNS or word in function_words()) and not _goes_on(tokens, index, position):
            return None
        if (is_plural(word) or _is_plural_acronym(words[position])) and _ends_phrase(tokens, position):
            name = _one_of(words[position], word)
            return Unit(position + 1, "count", _with_kind(tokens, name, position + 1), noun=index)
    return None


def _with_kind(tokens: Tokens, name: str, index: int) -> str:
    """Return the counted noun with the bare noun after its "of": category of product, case of cholera."""
    bare = tokens.lower(index) == "of" and index + 1 < len(tokens) and may_be_noun(tokens.words[index + 1])
    kind = whole_noun(tokens, index + 1) if bare else None
    return name if kind is None else f"{name} of {kind}"


def _goes_on(tokens: Tokens, index: int, position: int) -> bool:
    """Return whether a word at `position` that is not a noun continues the phrase from token `index`."""
    word, following = tokens.lowers[position], tokens.lower(position + 1)
    if word in _INSIDE and (position == index or (word in ("and", "or") and _joins(tokens, position))):
        return True
    if word in _DEGREES:
        return following.isalpha() and following not in NO_NOUNS and following not in function_words()
    return _is_inner(tokens, position)


def _is_inner(tokens: Tokens, position: int) -> bool:
    """Return whether the word is part of a compound or an acronym, though alone it is not: off-site, UP."""
    word = tokens.words[position]
    before = tokens.joined(position) and tokens.lower(position - 1) == "-"
    after = tokens.joined(position + 1) and tokens.lower(position + 1) == "-"
    acronym = word.isupper() and len(word) > 1 and tokens.lower(position + 1).isalpha()
    return before or after or (acronym and not tokens.words[position + 1].isupper())


def _compound(tokens: Tokens, index: int) -> Unit | None:
    """Return the head of nouns without a plural, as in "a three course meal"; or an abbreviation: 2.5 kWp."""
    end = _nouns_end(tokens, index)
    if end - index > 1:
        return Unit(end, "count", tokens.words[end - 1], noun=index)
    word = tokens.words[index] if index < len(tokens) else ""
    spelled = canonical_forms("abbreviations").get(word)
    if spelled is not None:
        return Unit(index + 1, "count", spelled, noun=index)
    short = 1 < len(word) < 6 and word.isalpha() and word.isupper()
    named = index + 1 < len(tokens) and tokens.capital[index + 1]
    return Unit(index + 1, "count", word, noun=index) if short and not named else None


def _one_of(word: str, lower: str) -> str:
    if _is_plural_acronym(word):
        return canonical_forms("abbreviations").get(word[:-1], word[:-1])
    one = singular(lower)
    return word[: len(one)] if word[0] != lower[0] and word[: len(one)].lower() == one else one


def _in_a_name(tokens: Tokens, position: int) -> bool:
    """Return whether a number stands inside of the phrase: Model 3 cars, Covid-19 tests."""
    word = tokens.words[position]
    return (
        word.isdecimal()
        and len(word) < 3
        and tokens.capital[position - 1 - (tokens.words[position - 1] == "-")]
    )


def _is_plural_acronym(word: str) -> bool:
    """Return whether the word is the plural of an acronym: MPs, TDs, SUVs."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def _joins(tokens: Tokens, position: int) -> bool:
    """Return whether "and" at `position` joins two names or adjectives before one noun: Kia and Ford cars."""
    return position + 2 < len(tokens) and tokens.capital[position - 1] == tokens.capital[position + 1]


def _ends_phrase(tokens: Tokens, position: int) -> bool:
    """Return whether the plural at `position` is the last of its phrase: not sports in "two sports cars"."""
    following = tokens.lower(position + 1)
    if following in ("'s", "’s") and tokens.joined(position + 1):
        return False
    return not (tokens.lowers[position] in _ATTRIBUTIVE and following and is_plural(following))

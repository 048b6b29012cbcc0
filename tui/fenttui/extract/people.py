"""What tells a person: honorifics, offices, the verbs of speech, and names that are given to people."""

from __future__ import annotations

import re

from fenttui.extract.gazetteer import family_names, given_names, known_names
from fenttui.extract.heads import names_no_person
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister pastor bishop"
    " archbishop cardinal imam sheikh rabbi pope king queen emperor prince princess president senator sen rep"
    " congressman congresswoman gov governor gen general col colonel maj major capt captain lt lieutenant"
    " sgt sergeant brig brigadier adm admiral justice judge hon honourable honorable ambassador chancellor"
    " minister mayor alhaji chief comrade commissioner inspector superintendent constable detective"
    " officer councillor engr barrister premier"
)
"""Before a name these are left out of it, and what follows is a person."""

_OFFICES = word_set(
    "vice deputy prime foreign interior defense defence finance health education trade justice home state"
    " press secretary attorney speaker chairman chairwoman chairperson chair ceo cfo director managing"
    " executive acting interim former ex first lady assistant associate national security adviser advisor"
    " spokesman spokeswoman spokesperson leader candidate commander lieutenant-governor treasury commerce"
    " labor labour energy agriculture transport environment information coach doctor nobel mp pm mk"
)

_ROLES = word_set(
    "ally aide activist actor actress adviser advisor agent ambassador analyst artist athlete author"
    " billionaire boss brother businessman businesswoman candidate captain chair chairman chairperson"
    " chairwoman chief chancellor coach columnist commissioner composer correspondent counterpart critic"
    " dad daughter defender democrat diplomat director dissident doctor driver economist editor engineer"
    " envoy expert father filmmaker financier forward founder goalkeeper governor historian host husband"
    " journalist judge king lawmaker lawyer leader manager mayor midfielder minister model mother musician"
    " negotiator neighbor nephew niece novelist nurse opponent organizer owner partner photographer pilot"
    " player poet politician predecessor premier president pope prince princess producer professor"
    " prosecutor publisher queen researcher representative reporter republican rival runner scholar"
    " scientist secretary senator singer sister skipper son spokesman spokesperson spokeswoman star"
    " striker student successor suspect teacher trader uncle veteran victim wife winner writer tycoon"
    " magnate named aunt co-founder cofounder strategist lobbyist attorney lieutenant sergeant winger"
    " batsman bowler opener"
)

_APPOSED = ("a", "an", "the", "who", "whose")
_SPEECH = word_set(
    "said says told added wrote asked explained noted argued claimed insisted warned recalled replied"
    " declared stressed admitted believes thinks tweeted urged announced stated testified lamented"
    " commented concluded pointed reiterated emphasized emphasised maintained observed remarked joked"
    " laughed smiled who asserted adds tells writes thinks ordered suggested denied confirmed revealed vowed"
    " praised criticized criticised apologized resigned died married posted continued quipped recounted"
)


_OFFICE_HOLDERS = word_set(
    "secretary speaker chairman chairwoman chairperson ceo cfo director adviser advisor spokesman spokeswoman"
    " spokesperson leader candidate commander lieutenant-governor coach doctor attorney mp pm mk"
)
_KIN = word_set("wife husband son daughter mother father brother sister family widow lawyer spokesman death")
_SURNAME_ENDINGS = (
    "ov", "ova", "ev", "eva", "enko", "sky", "skyy", "skiy", "ski", "ska", "ić", "vich", "wicz", "czyk",
    "chuk", "sson", "sen", "nen", "dze", "shvili", "oğlu", "oglu", "ez", "escu", "poulos", "yan", "ian",
    "zadeh", "wala",
)  # fmt: skip
_UNLIKE_SYLLABLES = word_set(
    "run hit long man men win wing up in on to at out pan pro non top day way war year gun sea in bit hot tie"
    " sized yen won ton"
)
_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnprstwxz]|ch|sh|zh|ts|tz|hs|ng|kw|gw|hw|kh|ph|th|sz|wh)?[yw]?[aeiou]{1,3}[wyu]?"
    r"(?:n|ng|k|ck|p|t|m|h|l|r|b)?"
)
"""A syllable of Chinese or Korean in Latin letters."""


def has_surname_ending(word: str) -> bool:
    """Whether `word` ends as many surnames do: Kovalenko, Petrossian, González."""
    return len(word) > 5 and word.lower().replace("é", "e").endswith(_SURNAME_ENDINGS)


def is_second_syllable(tokens: Tokens, first: int, index: int) -> bool:
    """Whether token `index` ends a given name of two syllables: the "yeol" of Yoon Suk-yeol.

    A family name may stand anywhere before, from token `first` on: Carrie Lam Cheng Yuet-ngor.
    """
    tail, head = tokens.words[index], tokens.lowers[index - 2]
    if not (tokens.joined(index) and tokens.joined(index - 1) and tail.isalpha() and tail.islower()):
        return False
    if index - 2 <= first or len(tail) > 6 or len(head) > 6:
        return False
    if tail in _UNLIKE_SYLLABLES and tokens.words[index - 3] not in family_names():
        return False
    return bool(_SYLLABLE.fullmatch(tail) and _SYLLABLE.fullmatch(head))


def compound_given_name(tokens: Tokens, first: int, end: int) -> int | None:
    """The token where the given name of two syllables that ends the name starts; None without one."""
    return end - 3 if end - first > 3 and is_second_syllable(tokens, first, end - 1) else None


def is_office_holder(word: str) -> bool:
    """Whether `word` (in lower case) before a name is what a person is: speaker, general."""
    return word in HONORIFICS or word in _OFFICE_HOLDERS


def is_honorific(word: str) -> bool:
    """Whether `word` (in lower case) before a name says that a person follows."""
    return word in HONORIFICS


def is_title(word: str) -> bool:
    """Whether a capitalized `word` (in lower case) is of an office and not of the name after it."""
    return word in HONORIFICS or word in _OFFICES


def begins_person(tokens: Tokens, first: int, end: int) -> bool:
    """Whether the capitalized words are a full name by their first word: a given name, or Wang in Wang Yi."""
    if not 2 <= end - first <= 7:
        return False
    word, following = tokens.words[first], tokens.words[first + 1]
    if names_no_person(tokens.lowers[end - 1]) or "&" in tokens.words[first:end]:
        return False
    known = known_names().get(following)
    if known is not None and (known.way == "demonym" or known.kind == "organization"):
        return False
    if word in given_names() or (len(word) == 1 and following == "."):
        return True
    return word in family_names() and end - first <= 4 and (known is None or known.kind != "place")


def person_votes(tokens: Tokens, first: int, end: int) -> int:
    """How strongly the words around a name say that it is a person's; 0 for not at all."""
    votes = 0
    before = tokens.lower(first - 1)
    if before == ".":
        before = tokens.lower(first - 2) if is_honorific(tokens.lower(first - 2)) else ""
    if before in HONORIFICS:
        votes += 5
    elif before in _ROLES:
        votes += 3
    if tokens.lower(end) in _SPEECH or (before in ("said", "says", "added") and end - first > 1):
        votes += 2
    if tokens.lower(end) == "," and tokens.lower(end + 1).isdigit() and len(tokens.lower(end + 1)) == 2:
        votes += 3
    elif tokens.lower(end) == "," and tokens.lower(end + 1) in _APPOSED and end - first > 1:
        votes += 1
    if tokens.lower(end) in ("'s", "’s") and tokens.lower(end + 1) in _KIN and end - first > 1:
        votes += 1
    if tokens.words[first] in given_names():
        votes += 1
    if compound_given_name(tokens, first, end) is not None:
        votes += 4
    return votes

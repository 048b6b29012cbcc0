"""The words around an amount that say how exact it is, and whether it rose or fell."""

from __future__ import annotations

from fenttui.extract.mention import Bound, Change
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_OVER = (
    "more than|over|at least|above|exceeding|no less than|not less than|no fewer than|upwards of|upward of"
    "|greater than|higher than|just over|well over|in excess of|minimum of|beyond|topped|surpassing|past|>|≥"
)
_UNDER = (
    "up to|less than|under|fewer than|at most|no more than|not more than|below|just under|as much as"
    "|as many as|lower than|maximum of|well under|<|≤"
)
_ABOUT = (
    "about|around|nearly|almost|roughly|approximately|some|close to|an estimated|estimated|circa|approx|near"
    "|virtually|~|≈"
)
_BOUNDS: tuple[tuple[Bound, str], ...] = (("over", _OVER), ("under", _UNDER), ("about", _ABOUT))
_PHRASES = {phrase: bound for bound, phrases in _BOUNDS for phrase in phrases.split("|")}
_AFTER: dict[tuple[str, str], Bound] = {
    ("or", "more"): "over",
    ("and", "above"): "over",
    ("and", "over"): "over",
    ("or", "less"): "under",
    ("or", "fewer"): "under",
    ("or", "so"): "about",
    ("-", "plus"): "over",
    ("-", "odd"): "about",
    ("-", "some"): "about",
}
_LONGEST = 3

UP = word_set(
    "rose rise rises risen rising increase increased increases increasing grew grow grows grown growing"
    " gain gained gains climbed climb climbing jumped jump jumping surged surge surging soared soar"
    " soaring up raise raised raises raising hike hiked added expanded expand doubled tripled higher"
    " growth boost boosted spike spiked rebounded advanced upped accelerated strengthened widened quickened"
)
DOWN = word_set(
    "fell fall falls fallen falling drop dropped drops dropping decline declined declines declining"
    " decrease decreased decreases decreasing cut cuts cutting slashed slash plunged plunge plunging"
    " tumbled sank slid slipped down lower lowered reduce reduced reduces reducing reduction shrank shrink"
    " lost loses plummeted dipped slumped contracted shed eased halved weakened slowdown slowed"
    " narrowed cooled"
)
_AFTER_UP = word_set("increase rise gain jump growth hike surge climb higher spike expansion boost up more")
_AFTER_DOWN = word_set("decrease decline drop fall cut reduction loss lower dip slump plunge down less fewer")
"""Words of change after the amount: a 5 % rise; 5 % higher."""
_DESCRIBING = word_set(
    "the a an its their his her our previous prior earlier former current present existing old new original"
    " initial then about around nearly almost roughly approximately just only estimated some over under"
)
"""Words that may stand between a preposition and its amount: from just the earlier 10 per cent."""
_DESCRIBED = 4
"""How many of them."""
_REACH_BACK = 9
_STOPS = frozenset('.;:!?,()—"“”')


def bound_of(tokens: Tokens, first: int, end: int) -> Bound | None:
    """Return what the words just before or after the amount say of its exactness.

    None where they say nothing.
    """
    for position in (end, *range(first + 1, end)):
        after = _AFTER.get((tokens.lower(position), tokens.lower(position + 1)))
        if after:
            return after
        if tokens.lower(position) == "+" and tokens.joined(position):
            return "over"
    if tokens.lower(first - 1) in ("a", "the") and tokens.words[first - 1].islower():
        first -= 1
    for size in range(_LONGEST, 0, -1):
        if first >= size and (bound := _PHRASES.get(" ".join(tokens.lowers[first - size : first]))):
            return bound
    return None


def change_of(tokens: Tokens, first: int, end: int) -> Change | None:
    """Return whether a verb or noun near the amount in the same clause says that it rose or fell."""
    for index in range(end, min(end + 2, len(tokens))):
        word = tokens.lowers[index]
        if word in _STOPS or word in ("and", "or", "to", "from"):
            break
        if word in _AFTER_UP or word in _AFTER_DOWN:
            return "up" if word in _AFTER_UP else "down"
    if tokens.lower(first - 1) == "from" or tokens.lower(first - 2) in ("from", "previous"):
        return None
    for index in range(first - 1, max(first - 1 - _REACH_BACK, -1), -1):
        word = tokens.lowers[index]
        if word in _STOPS:
            break
        if word in UP and not (word == "up" and tokens.lower(index + 1) == "to"):
            return "up"
        if word in DOWN:
            return "down"
    return None


def led_by(tokens: Tokens, first: int) -> int:
    """Return the token before the amount and its adjectives: "from" before "the previous 10"."""
    position = first - 1
    while position >= 0 and first - position <= _DESCRIBED and tokens.lowers[position] in _DESCRIBING:
        position -= 1
    return position


def moves_before(tokens: Tokens, first: int) -> bool:
    """Return whether a word of change stands right before the amount, as in "rose 5 points to 20"."""
    near = tokens.lowers[max(first - 3, 0) : first]
    return any(word in UP or word in DOWN for word in near) and "between" not in near

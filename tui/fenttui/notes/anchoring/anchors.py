"""Where a target is in a text: by its position, its words, its words folded, or words like them.

The selectors are those of the W3C Web Annotation Data Model (4.2.4 text quote, 4.2.5 text position); that
words, prefix, suffix and old position are weighed against each other is from Hypothesis' match-quote. A
passage is attached only where its surroundings agree on one side at least: its words alone may be another
speaker's.
"""

from __future__ import annotations

from fenttui.notes.anchoring.candidate import Candidate, Passage, fold_passage
from fenttui.notes.anchoring.exact_search import same_words, whole_places
from fenttui.notes.anchoring.folded_text import FoldedText, folded_text
from fenttui.notes.anchoring.fuzzy_search import LEAST_WORDS, similar_words
from fenttui.notes.annotation import Anchor, Anchored, Annotation, Found, Target

WHOLE_ARTICLE = Anchor(None, None, "position", 1.0)
"""The anchor of a note that has no passage."""

CERTAIN = 0.95
"""A place with a lower score is doubtful: it is shown as moved, and is not written to the file by itself."""

_ORPHAN = Anchor(None, None, "orphan", 0.0)
_FOLDED = 0.99
"""The score of the same words with other spaces, quotation marks or hyphens."""
UNSURE = 0.5
"""The highest score of one of several places that cannot be told apart."""
_TIE = 0.04
"""Places whose surroundings agree so nearly as much cannot be told apart."""
_ONE_SIDE = 0.5
"""How much one side must agree, for words that are the same."""
_ONE_SIDE_SHORT = 0.75
"""The same for a short passage."""
_ONE_SIDE_SURE = 0.97
"""How much one side that agrees fully counts for both, where the other has other sentences."""
_ALIKE = 0.98
_ANOTHER_MAY_SPEAK = 0.9
"""How much the surroundings count where they changed within the passage's own sentence."""
_LIKE = ((0.9, 0.5), (0.7, 0.6), (LEAST_WORDS, 0.8))
"""How much changed words must agree, and with it one side of their surroundings."""


def anchor(text: str, target: Target) -> Anchor:
    """Find `target`, with any offsets, in `text` as it is now.

    Returns:
        The range; `found` says how: "position" where it was, "quote" by its words, "context" where several
        places have its words, "fuzzy" by words like them. The score is 1.0 where nothing speaks against it,
        and below `CERTAIN` where a reader should look. An orphan where words or surroundings speak against
        every place. Equal arguments give equal results.
    """
    if not target.exact:
        return _ORPHAN
    end = target.start + len(target.exact)
    in_place = 0 <= target.start <= len(text) and text.startswith(target.exact, target.start)
    if in_place and _same_surroundings(text, target, end):
        return Anchor(target.start, end, "position", 1.0)
    folded = folded_text(text)
    known = folded.anchors.get(target)
    if known is None:
        known = folded.anchors[target] = _search(text, folded, target)
    return known


def _search(text: str, folded: FoldedText, target: Target) -> Anchor:
    passage = fold_passage(target)
    if not passage.exact.strip():
        return _ORPHAN
    found, how, score = _best(folded, passage, target.start)
    if found is None:
        return _ORPHAN
    start, end = folded.folded.span(found.start, found.end)
    if text[start:end] != target.exact:
        score = min(score, _FOLDED)
    elif start == target.start and how == "quote":
        how = "position"
    return Anchor(start, end, how, score)


def anchor_note(text: str, annotation: Annotation) -> Anchored:
    """Return `annotation` with its anchor in `text`; that of a note on the whole article has no offsets."""
    if annotation.target is None:
        return Anchored(annotation, WHOLE_ARTICLE)
    return Anchored(annotation, anchor(text, annotation.target))


def places(text: str, target: Target) -> tuple[Anchor, ...]:
    """Return every place that `target` may be at, the likeliest first: for a reader to choose from."""
    folded, passage = folded_text(text), fold_passage(target)
    if not passage.exact.strip():
        return ()
    same = same_words(folded.text, passage, target.start, folded.text.find(passage.exact))
    like = [each for each in similar_words(folded, passage, target.start) if each.words >= LEAST_WORDS]
    spans: dict[tuple[int, int], Anchor] = {}
    for each in sorted((*same, *like), key=_rank, reverse=True):
        span = folded.folded.span(each.start, each.end)
        how: Found = "fuzzy" if each.words < 1.0 else "quote"
        if all(end <= span[0] or span[1] <= start for start, end in spans):
            spans[span] = Anchor(*span, how, _score(each))
    return tuple(spans.values())


def _same_surroundings(text: str, target: Target, end: int) -> bool:
    """Return whether the text around the old position is as it was, or no other place has its words."""
    if not target.prefix and not target.suffix:
        return text.find(target.exact) == target.start and text.find(target.exact, target.start + 1) < 0
    before = text[max(0, target.start - len(target.prefix)) : target.start]
    return before == target.prefix and text.startswith(target.suffix, end)


def _best(text: FoldedText, passage: Passage, near: int) -> tuple[Candidate | None, Found, float]:
    """Return the place that agrees best, how it was found, and its score; None where none agrees enough."""
    first = text.text.find(passage.exact)
    whole = whole_places(text.text, passage, first)
    if len(whole) == 1:
        return Candidate(whole[0], whole[0] + len(passage.exact), 1.0, 1.0, 1.0, True), "quote", 1.0
    same = sorted(same_words(text.text, passage, near, first), key=_rank, reverse=True)
    needed = _ONE_SIDE_SHORT if passage.is_short else _ONE_SIDE
    best = same[0] if same and same[0].better_side >= needed else None
    if best is not None and len(same) > 1 and best.surroundings - same[1].surroundings < _TIE:
        level = [each for each in same if best.surroundings - each.surroundings < _TIE]
        nearest = min(level, key=lambda each: abs(each.start - near))
        return nearest, "context", min(UNSURE, _score(nearest))
    if best is not None and (len(same) == 1 or _score(best) >= CERTAIN):
        return best, "quote" if len(same) == 1 else "context", _score(best)
    like = [each for each in similar_words(text, passage, near) if _is_like(each, passage)]
    changed = max(like, key=_rank, default=None)
    if changed is not None and (best is None or _rank(changed) > _rank(best)):
        return changed, "fuzzy", min(_score(changed), _FOLDED)
    return best, "context", _score(best) if best is not None else 0.0


def _is_like(found: Candidate, passage: Passage) -> bool:
    if passage.is_short:
        errors = round((1.0 - found.words) * max(len(passage.exact), found.end - found.start))
        return errors <= 1 and found.better_side >= _ONE_SIDE_SHORT
    return any(found.words >= words and found.better_side >= side for words, side in _LIKE)


def _rank(found: Candidate) -> float:
    return found.words * (0.4 + 0.4 * found.surroundings + 0.2 * found.better_side)


def _score(found: Candidate) -> float:
    """Return how sure a place is: its words, and of its surroundings the better side more than the other."""
    around = max(found.surroundings, _ONE_SIDE_SURE * found.better_side)
    if not found.other_sentence and found.surroundings < _ALIKE:
        around *= _ANOTHER_MAY_SPEAK
    return round(found.words * (0.5 + 0.5 * around), 3)

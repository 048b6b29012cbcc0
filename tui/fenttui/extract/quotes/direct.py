"""Direct speech: quotations beside words of speech, on their own, and within a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from fenttui.extract.quotes.claim import Claim
from fenttui.extract.quotes.cues import Cue
from fenttui.extract.quotes.passages import Passage
from fenttui.extract.text.wordlists import word_set

_DASHES = frozenset(",;:—–-([*•")
_ENDS = tuple(",.!?…;—-")
_NAMED = word_set("so-called called dubbed named titled entitled nicknamed")
_NEAR = 14


def beside_cues(passage: Passage, cues: Sequence[Cue]) -> dict[int, Claim]:
    """Return the quotations that a cue stands beside, by token."""
    found: dict[int, Claim] = {}
    for cue in cues:
        if cue.verb is not None and not cue.verb.quotation:
            continue
        before = _over_comma(passage, cue.outer - 1, -1)
        if (
            before in passage.quotations
            and before not in found
            and (cue.subject is not None or cue.verb is None)
            and _starts_clause(passage, before)
        ):
            found[before] = Claim(before, before + 1, cue)
        after = cue.content
        if passage.words[after] in (",", ":", "—", "–", "-", "as"):
            after += 1
        if after not in passage.quotations:
            continue
        beside = passage.words[after - 1] in (",", ":") or _is_whole(passage, after)
        if after not in found and beside and _ends_clause(passage, after):
            found[after] = Claim(after, after + 1, cue)
    return found


def _over_comma(passage: Passage, at: int, step: int) -> int:
    return at + step if passage.words[at] in (",", "—", "–", "-") else at


def _starts_clause(passage: Passage, at: int) -> bool:
    before = passage.words[at - 1]
    return at == 0 or before in _DASHES or before in ('"', "and", "but") or before in (".", "!", "?")


def _ends_clause(passage: Passage, at: int) -> bool:
    after = passage.words[at + 1]
    return not after or after in ',.;!?:—–-)"' or passage.quoted(at).endswith(_ENDS)


def _is_whole(passage: Passage, at: int) -> bool:
    """Return whether a quotation is a sentence of its own."""
    inner = passage.quoted(at)
    return len(inner) > 1 and (inner[0].isupper() or not inner[0].isalpha() or " " in inner)


def standing_alone(passage: Passage, free: Sequence[int]) -> list[Claim]:
    """Return the quotations at the tokens `free` that continue what was said: whole sentences."""
    found = []
    for at in free:
        if not _starts_clause(passage, at):
            continue
        inner = passage.quoted(at)
        follows = passage.words[at + 1]
        sentence = inner[:1].isupper() and inner.endswith(_ENDS) and inner.count(" ") >= 2
        if follows in ("", ".", "!", "?", '"') and (sentence or "\n" in inner) and not _in_list(passage, at):
            found.append(Claim(at, at + 1, None))
    return found


def _in_list(passage: Passage, at: int) -> bool:
    return at > 0 and passage.words[at - 1] in (",", "and") and next(iter(passage.quotations)) >= at - 1


def fragments(passage: Passage, cues: Sequence[Cue], free: Sequence[int]) -> list[Claim]:
    """Return the quotations at `free` that a verb such as "called" takes into its sentence; no names."""
    found = []
    ends = [cue.end for cue in cues]
    for at in free:
        position = bisect_right(ends, at)
        cue = cues[position - 1] if position else None
        if cue is None or cue.verb is None or not (cue.verb.fragment or cue.verb.clause):
            continue
        if at - cue.end > _NEAR or passage.words[at - 1] in _NAMED:
            continue
        names = cue.verb.lemma in ("call", "describe", "label", "brand", "term", "dismiss", "characterize")
        if names or passage.quoted(at).count(" ") >= 2:
            found.append(Claim(at, at + 1, cue))
    return found

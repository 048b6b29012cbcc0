"""Links the mentions of marked texts, and measures how well those of one actor are joined."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from fenttui.extract.coreference import resolve
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import tokenize
from tests.support.marked_text import read_marked


@dataclass(frozen=True)
class Linked:
    """A mention of a sample: the actor whom its author meant, and what the linking gave."""

    said: str
    meant: str
    actor: str
    way: str


def linked(marked: str) -> list[Linked]:
    """Return the mentions of a marked text, linked."""
    read = read_marked(marked)
    tokens = tokenize(read.text)
    names = []
    for mark in read.marks:
        first, last = bisect_left(tokens.starts, mark.start), bisect_left(tokens.ends, mark.end)
        said = read.text[mark.start : mark.end]
        assert (tokens.starts[first], tokens.ends[last]) == (mark.start, mark.end), said
        names.append(Name(first, last + 1, mark.kind))
    resolve(tokens, names)
    return [
        Linked(read.text[mark.start : mark.end], mark.actor, name.actor or "", name.way)
        for mark, name in zip(read.marks, names, strict=True)
    ]


def b_cubed(mentions: list[list[Linked]]) -> float:
    """The B-cubed F1 of the clusters (Bagga and Baldwin 1998), over the mentions of all articles."""
    precision = recall = 0.0
    for article in mentions:
        meant = Counter(mention.meant for mention in article)
        actor = Counter(mention.actor for mention in article)
        both = Counter((mention.meant, mention.actor) for mention in article)
        precision += sum(both[m.meant, m.actor] / actor[m.actor] for m in article)
        recall += sum(both[m.meant, m.actor] / meant[m.meant] for m in article)
    return 2 * precision * recall / ((precision + recall) * sum(map(len, mentions)))


def muc(mentions: list[list[Linked]]) -> float:
    """The MUC F1 (Vilain and others 1995), which counts the links and not the mentions left alone."""
    kept = meant = actor = 0
    for article in mentions:
        pairs = len({(mention.meant, mention.actor) for mention in article})
        kept += len(article) - pairs
        meant += len(article) - len({mention.meant for mention in article})
        actor += len(article) - len({mention.actor for mention in article})
    precision, recall = kept / actor, kept / meant
    return 2 * precision * recall / (precision + recall)

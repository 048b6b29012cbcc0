"""Reads texts with marked mentions, and measures how well coreference joins those that name one actor."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from fenttui.extract.coreference import resolve
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import tokenize
from fenttui.kinds import ActorKind

MARK = re.compile(r"\{([polg]):(\S+) ([^}]*)\}")
KINDS: dict[str, ActorKind] = {"p": "person", "o": "organization", "l": "place", "g": "group"}


@dataclass(frozen=True)
class Resolved:
    """A mention of a sample: the actor whom its author meant, and what coreference gave."""

    said: str
    meant: str
    actor: str
    way: str


def resolved(marked: str) -> list[Resolved]:
    """The mentions of a text in which each is marked as `{kind:actor what is said}`, with their actors."""
    text, spans, place = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        spans.append((len(text), len(text) + len(match[3]), KINDS[match[1]], match[2]))
        text += match[3]
        place = match.end()
    text += marked[place:]
    tokens = tokenize(text)
    names = []
    for start, end, kind, _ in spans:
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.ends, end)
        assert (tokens.starts[first], tokens.ends[last]) == (start, end), text[start:end]
        names.append(Name(first, last + 1, kind))
    resolve(tokens, names)
    return [
        Resolved(text[start:end], meant, name.actor or "", name.way)
        for (start, end, _, meant), name in zip(spans, names, strict=True)
    ]


def articles(path: Path) -> dict[str, str]:
    """The marked texts of a sample by their titles, which stand in lines that `==` opens."""
    parts = re.split(r"^== (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def b_cubed(mentions: list[list[Resolved]]) -> float:
    """The B-cubed F1 of the clusters (Bagga and Baldwin 1998), over the mentions of all articles."""
    precision = recall = 0.0
    for article in mentions:
        meant = Counter(mention.meant for mention in article)
        actor = Counter(mention.actor for mention in article)
        both = Counter((mention.meant, mention.actor) for mention in article)
        precision += sum(both[m.meant, m.actor] / actor[m.actor] for m in article)
        recall += sum(both[m.meant, m.actor] / meant[m.meant] for m in article)
    return 2 * precision * recall / ((precision + recall) * sum(map(len, mentions)))


def muc(mentions: list[list[Resolved]]) -> float:
    """The MUC F1 (Vilain and others 1995), which counts the links and not the mentions left alone."""
    kept = meant = actor = 0
    for article in mentions:
        pairs = len({(mention.meant, mention.actor) for mention in article})
        kept += len(article) - pairs
        meant += len(article) - len({mention.meant for mention in article})
        actor += len(article) - len({mention.actor for mention in article})
    precision, recall = kept / actor, kept / meant
    return 2 * precision * recall / (precision + recall)

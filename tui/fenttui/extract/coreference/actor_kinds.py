"""One string is of one kind within an article."""

from __future__ import annotations

from collections import Counter, defaultdict

from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import Tokens
from fenttui.kinds import ActorKind


def agree_on_kinds(tokens: Tokens, names: list[Name]) -> None:
    """Give all names of the same words the kind of most of them; without a majority each keeps its own.

    In hand-labeled news the same words are of one kind within an article in 99.6 of 100 mentions.
    """
    same: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.kind is not None:
            same[tokens.said(name.first, name.end)].append(name)
    for group in same.values():
        if len(group) == 1:
            continue
        counts: Counter[ActorKind] = Counter(name.kind for name in group if name.kind is not None)
        (kind, most), *others = counts.most_common(2)
        if others and most > others[0][1]:
            for name in group:
                name.kind = kind

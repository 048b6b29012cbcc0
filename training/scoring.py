"""How well names are found, as the command line's scorer counts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from fenttui.extract.names.recognizer.labels import KINDS, Token

ACTORS = KINDS[:4]


def scored(gold: Sequence[Sequence[Token]], found: Sequence[Sequence[Token]]) -> dict[str, float]:
    """F1 of each kind of actor, of all by kind, and of all whatever the kind (facilities count there)."""
    counts = {name: [0, 0] for name in (*ACTORS, "typed", "untyped")}
    for right, said in zip(gold, found, strict=True):
        for kind in ACTORS:
            _count(counts[kind], _of(right, (kind,)), _of(said, (kind,)))
        _count(counts["typed"], _of(right, ACTORS), _of(said, ACTORS))
        named = (*ACTORS, "facility")
        _count(
            counts["untyped"],
            {name[:2] for name in _of(right, named)},
            {name[:2] for name in _of(said, named)},
        )
    return {name: round(2 * hits / size, 4) if size else 0.0 for name, (hits, size) in counts.items()}


def _of(names: Iterable[Token], kinds: Sequence[str]) -> set[Token]:
    return {name for name in names if name[2] in kinds}


def _count(counts: list[int], gold: Set[object], said: Set[object]) -> None:
    counts[0] += len(gold & said)
    counts[1] += len(gold) + len(said)

"""How often each tag is used, alone and with the tags below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fenttui.notes.tags import tag_key


@dataclass(frozen=True, slots=True)
class TagCount:
    """One tag and its uses."""

    name: str
    """As it is written in the codebook, else as most notes write it."""
    notes: int = 0
    """Notes that have the tag itself."""
    articles: int = 0
    """Articles with such a note."""
    notes_below: int = 0
    """Notes that have it or a tag below it."""
    articles_below: int = 0
    """Articles with such a note."""


def count_tags(uses: Iterable[tuple[str, Sequence[str]]], coded: Iterable[str] = ()) -> tuple[TagCount, ...]:
    """Return the counts of all tags, and of those above them, in the order of their names.

    Args:
        uses: The id of the article and the tags, for each note.
        coded: The tags of the codebook, which are counted without a use too.
    """
    spelled: dict[str, Counter[str]] = {}
    notes: Counter[str] = Counter()
    below: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    articles_below: dict[str, set[str]] = {}
    for article, tags in uses:
        own = {key for tag in tags if (key := tag_key(tag))}
        above = {prefix for key in own for prefix in _prefixes(key)}
        notes.update(own)
        below.update(above)
        for key in own:
            articles.setdefault(key, set()).add(article)
        for key in above:
            articles_below.setdefault(key, set()).add(article)
        for tag in tags:
            for prefix in _prefixes(tag):
                spelled.setdefault(tag_key(prefix), Counter())[prefix] += 1
    names = {key: each.most_common(1)[0][0] for key, each in spelled.items()}
    names |= {tag_key(name): name for name in coded}
    return tuple(
        TagCount(
            names[key], notes[key], len(articles.get(key, ())), below[key], len(articles_below.get(key, ()))
        )
        for key in sorted(key for key in names if key)
    )


def ranked_tags(used: Iterable[str], coded: Iterable[str] = ()) -> tuple[str, ...]:
    """Return tags to choose from: those in use and of the codebook, most used first, each above those below.

    Args:
        used: The tags of all notes, with repetitions.
        coded: The tags of the codebook.
    """
    uses: Counter[str] = Counter()
    names: dict[str, str] = {}
    # Each spelling once: a key waits for this, and there are far fewer tags than uses.
    for tag, count in Counter(used).most_common():
        for prefix in _prefixes(tag):
            names.setdefault(tag_key(prefix), prefix)
            uses[tag_key(prefix)] += count
    names |= {tag_key(prefix): prefix for name in coded for prefix in _prefixes(name)}
    return tuple(names[key] for key in sorted(filter(None, names), key=lambda key: (-uses[key], key)))


def _prefixes(tag: str) -> list[str]:
    """Return a tag and the tags above it."""
    parts = tag.split("/")
    return ["/".join(parts[:size]) for size in range(1, len(parts) + 1) if parts[size - 1]]

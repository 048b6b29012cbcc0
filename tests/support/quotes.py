"""News-like texts of our own with their quotes marked, and how well quotes are found in them.

A sample opens with `### ` and a title, then who is named: `people: full name = other form, other form; ...`,
and for places and groups also `Chinese > China`. In the text, ⟦a quote⟧{its speaker} marks a quote, with `?`
for a speaker who is not named or not clear. The rules were made with the first file at hand; the second and
the third were written after them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fenttui.extract.mention import ActorMention, Mention, Way
from fenttui.extract.quotes import find_quotes
from fenttui.kinds import ActorKind
from tests.support.checkout import SAMPLES

_KINDS: dict[str, ActorKind] = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "groups": "group",
}
_MARKED = re.compile(r"⟦(.*?)⟧\{(.*?)\}", re.DOTALL)


@dataclass(frozen=True)
class Sample:
    """One text with its actors and its quotes."""

    title: str
    text: str
    actors: tuple[Mention, ...]
    quotes: dict[tuple[int, int], str | None]
    """Speaker by span."""


@dataclass(frozen=True)
class Score:
    """How well quotes are found."""

    found: int
    right: int
    wanted: int
    speakers_right: int

    @property
    def f1(self) -> float:
        """Of spans that agree to the character."""
        return 2 * self.right / (self.found + self.wanted)

    @property
    def speakers(self) -> float:
        """The share of right speakers among quotes whose span is right."""
        return self.speakers_right / self.right


def samples(name: str) -> list[Sample]:
    """Return the samples of one file: `first`, `second` or `unseen`."""
    parts = (SAMPLES / f"quotes_{name}.txt").read_text("utf-8").split("### ")
    return [_sample(part) for part in parts if part.strip()]


def _sample(part: str) -> Sample:
    head, marked = part.strip().split("\n\n", 1)
    title, *rows = head.split("\n")
    text, quotes, at = "", {}, 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        quotes[len(text), len(text) + len(match[1])] = None if match[2] == "?" else match[2]
        text += match[1]
        at = match.end()
    text += marked[at:]
    return Sample(title, text, tuple(_actors(text, rows)), quotes)


def _forms(rows: list[str]) -> Iterator[tuple[str, str, ActorKind, Way]]:
    for row in rows:
        label, _, names = row.partition(": ")
        kind = _KINDS[label]
        for entry in names.split("; "):
            if ">" in entry:
                form, actor = entry.split(" > ")
                yield form, actor, kind, "demonym" if kind == "group" else "capital"
            else:
                actor, _, others = entry.partition(" = ")
                for form in (actor, *others.split(", ")):
                    if form:
                        yield form, actor, kind, "name"


def _actors(text: str, rows: list[str]) -> Iterator[ActorMention]:
    forms = {form: (actor, kind, way) for form, actor, kind, way in _forms(rows)}
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for match in pattern.finditer(text):
        actor, kind, way = forms[match[0]]
        yield ActorMention(match.start(), match.end(), kind, actor, way)


def score(
    of: list[Sample], mentions: Callable[[Sample], tuple[Mention, ...]] = lambda sample: sample.actors
) -> Score:
    """How well the quotes of samples are found, given what `mentions` finds in them."""
    found = right = wanted = speakers_right = 0
    for sample in of:
        quotes = {(q.start, q.end): q.actor for q in find_quotes(sample.text, mentions(sample))}
        found, wanted = found + len(quotes), wanted + len(sample.quotes)
        for span in quotes.keys() & sample.quotes.keys():
            right += 1
            speakers_right += quotes[span] == sample.quotes[span]
    return Score(found, right, wanted, speakers_right)


def misses(sample: Sample) -> list[str]:
    """What is wrong with the quotes found in a sample, for who improves the rules."""
    quotes = {(q.start, q.end): q.actor for q in find_quotes(sample.text, sample.actors)}
    rows = [f"missed: {sample.text[slice(*span)]}" for span in sample.quotes if span not in quotes]
    rows += [f"wrong: {sample.text[slice(*span)]}" for span in quotes if span not in sample.quotes]
    return rows + [
        f"speaker {quotes[span]}, not {sample.quotes[span]}: {sample.text[slice(*span)]}"
        for span in sample.quotes
        if span in quotes and quotes[span] != sample.quotes[span]
    ]

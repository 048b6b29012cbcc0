"""The actors of a dossier: who is named how often, when, where and with whom."""

from __future__ import annotations

import datetime as dt
import threading
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from fenttui.analysis.dossier_actors import join_actors
from fenttui.analysis.name_clusters import NameCount
from fenttui.articles.article import Article
from fenttui.articles.sentences import sentence_spans
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections, ruled
from fenttui.extract.mention import ActorKind, Mention, Span, Way

Items = Iterable[tuple[Article, Sequence[Mention]]]

NAMED_WITH = 3
"""How many of those that an actor is named with a row has."""
_NEAR = 30
"""Mentions on either side that can be named with one: what keeps a list of ten thousand names linear."""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor over a whole dossier."""

    actor: str
    """The canonical name."""
    kind: ActorKind
    """The kind that most mentions by name have; a country named only by its people is still a place."""
    count: int
    """How many mentions."""
    articles: int
    """In how many articles."""
    first: dt.date
    """The date of the earliest article that names it."""
    last: dt.date
    """The date of the latest."""
    aliases: tuple[str, ...] = ()
    """What its mentions say other than `actor`, each on one line, the most frequent first."""
    dates: tuple[tuple[dt.date, int], ...] = ()
    """Each date that has articles naming it, with the mentions of that date; the earliest first."""
    named_with: tuple[tuple[str, int], ...] = ()
    """The actors that stand in a sentence with it most often, with the number of those sentences."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an actor is named."""

    article: str
    """The article's id."""
    date: dt.date
    """The article's date."""
    span: Span
    """The mention."""
    sentence: Span
    """The sentence around it; at least the mention."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What mentions that are the same to every rule have in common."""

    actor: str
    text: str
    kind: ActorKind
    way: Way | None


@dataclass(slots=True)
class _Group:
    """One actor as it is being counted."""

    kinds: Counter[tuple[bool, ActorKind]] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    mentions: array[int] = field(default_factory=lambda: array("I"))


class ActorTally:
    """Counts of who is named, to which articles are added one by one.

    Corrections of names, kinds and ignored actors apply to what was added already, so that nothing is
    extracted again. Every method can be called from any thread.
    """

    def __init__(self, corrections: Corrections = NO_CORRECTIONS) -> None:
        """Starts empty.

        Args:
            corrections: the reader's word on actors. Their `aliases` are not looked for here: `extract` does.
        """
        self._lock = threading.RLock()
        self._corrections = corrections
        self._articles: list[tuple[str, dt.date]] = []
        self._forms: dict[_Form, int] = {}
        self._mentions: list[array[int]] = []
        """By form, its mentions."""
        # One item a mention each, in the order of the articles and of their texts.
        self._form: array[int] = array("I")
        self._article: array[int] = array("I")
        self._spans: array[int] = array("I")
        """Four a mention: its start and end, then its sentence's."""
        self._groups: dict[str, _Group] | None = None
        self._joined: dict[str, str] = {}
        self._actor_of: list[str | None] = []
        """By form, while `_groups` stands: its actor in the dossier; None for what is ignored."""

    def add(self, article: Article, mentions: Sequence[Mention]) -> None:
        """Adds what an article names; an article is added once.

        Args:
            article: the article.
            mentions: of its text, as `corrections.to_find` alone leaves them: then `correct` can take the
                rest of the corrections back.
        """
        text = article.text
        named = [mention for mention in mentions if mention.is_actor and mention.actor is not None]
        spans = sentence_spans(text) if named else []
        starts = [start for start, _ in spans]
        with self._lock:
            self._groups = None
            number = len(self._articles)
            self._articles.append((article.id, article.headline.date))
            for mention in named:
                said = " ".join(text[mention.start : mention.end].split())
                actor = " ".join(cast(str, mention.actor).split())
                form = _Form(actor, said, cast(ActorKind, mention.kind), mention.way)
                if form not in self._forms:
                    self._forms[form] = len(self._forms)
                    self._mentions.append(array("I"))
                self._mentions[self._forms[form]].append(len(self._form))
                self._form.append(self._forms[form])
                self._article.append(number)
                start, end = spans[max(bisect_right(starts, mention.start) - 1, 0)]
                sentence = min(start, mention.start), max(end, mention.end)
                self._spans.extend((mention.start, mention.end, *sentence))

    def correct(self, corrections: Corrections) -> None:
        """Puts other corrections in place of those in force."""
        with self._lock:
            self._corrections, self._groups = corrections, None

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """The dates of the earliest and of the latest article added; None before the first."""
        with self._lock:
            dates = [date for _, date in self._articles]
        return (min(dates), max(dates)) if dates else None

    def rows(self, *, named_with: bool = True) -> list[ActorRow]:
        """One row for each actor, the most mentioned first, then by name.

        Args:
            named_with: whether the rows say whom actors are named with, which costs more than all the rest:
                a table that is still filling asks `named_with` for what it shows.
        """
        with self._lock:
            rows = [self._row(actor, group, named_with) for actor, group in self._grouped().items()]
        return sorted(rows, key=lambda row: (-row.count, row.actor))

    def named_with(self, actor: str, most: int = NAMED_WITH) -> tuple[tuple[str, int], ...]:
        """The actors that stand in a sentence with `actor`, with the number of those sentences.

        The most frequent first, then by name; in a sentence with very many names, those around it.
        """
        with self._lock:
            group = self._grouped().get(actor)
            seen = {pair for mention in group.mentions for pair in self._beside(mention)} if group else set()
        counts = Counter(other for _, other in seen if other != actor)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])

    def places(self, actor: str) -> list[Place]:
        """Every place that names `actor`: the earliest article first, each in the order of its text."""
        with self._lock:
            group = self._grouped().get(actor)
            found = [self._place(mention) for mention in group.mentions] if group else []
        return sorted(found, key=lambda place: (place.date, place.article, place.span))

    def joined(self) -> dict[str, str]:
        """From an actor's name in one article to the dossier's name of it, for those that differ.

        It holds names as they are before and after corrections; those of ignored actors are left out.
        """
        with self._lock:
            self._grouped()
            corrected = {form.actor: self._corrections.actor(form.actor) for form in self._forms}
            names = {name: self._joined.get(now, now) for name, now in corrected.items()} | self._joined
            ignored = self._corrections.ignored_actors
        return {name: actor for name, actor in names.items() if name != actor and actor not in ignored}

    def _grouped(self) -> dict[str, _Group]:
        if self._groups is None:
            self._groups = self._group()
        return self._groups

    def _group(self) -> dict[str, _Group]:
        forms = [_ruled(form, self._corrections) for form in self._forms]
        counts: dict[str, NameCount] = {}
        for form, mentions in zip(forms, self._mentions, strict=True):
            if form is not None:
                counts.setdefault(form.actor, NameCount()).add(form.text, form.kind, form.way, len(mentions))
        self._joined = join_actors(counts, self._corrections)
        actors = [self._joined[form.actor] if form is not None else None for form in forms]
        self._actor_of = [None if each in self._corrections.ignored_actors else each for each in actors]
        groups: dict[str, _Group] = {}
        for form, actor, mentions in zip(forms, self._actor_of, self._mentions, strict=True):
            if actor is not None and form is not None:
                group = groups.setdefault(actor, _Group())
                named = form.way == "name"
                group.kinds[named, form.kind if named else "place"] += len(mentions)
                group.texts[form.text] += len(mentions)
                group.mentions.extend(mentions)
        return groups

    def _row(self, actor: str, group: _Group, named_with: bool) -> ActorRow:
        numbers = Counter(map(self._article.__getitem__, group.mentions))
        dates: Counter[dt.date] = Counter()
        for number, count in numbers.items():
            dates[self._articles[number][1]] += count
        said = sorted(group.texts.items(), key=lambda item: (-item[1], item[0]))
        return ActorRow(
            actor,
            self._corrections.kinds.get(actor)
            or max(group.kinds.items(), key=lambda item: (item[0][0], item[1], item[0][1]))[0][1],
            len(group.mentions),
            len(numbers),
            min(dates),
            max(dates),
            tuple(text for text, _ in said if text != actor),
            tuple(sorted(dates.items())),
            self.named_with(actor) if named_with else (),
        )

    def _place(self, mention: int) -> Place:
        article, date = self._articles[self._article[mention]]
        start, end, first, last = self._spans[4 * mention : 4 * mention + 4]
        return Place(article, date, (start, end), (first, last))

    def _beside(self, mention: int) -> Iterator[tuple[tuple[int, int], str]]:
        """Each actor in the sentence of a mention, with the sentence: its article and its start."""
        sentence = self._sentence(mention)
        for step in (-1, 1):
            for at in range(mention + step, mention + step * (_NEAR + 1), step):
                if not 0 <= at < len(self._form) or self._sentence(at) != sentence:
                    break
                actor = self._actor_of[self._form[at]]
                if actor is not None:
                    yield sentence, actor

    def _sentence(self, mention: int) -> tuple[int, int]:
        return self._article[mention], self._spans[4 * mention + 2]


def tally_actors(items: Items, corrections: Corrections = NO_CORRECTIONS) -> list[ActorRow]:
    """One row for each actor of `items`, the most mentioned first, then by name."""
    tally = ActorTally(corrections)
    for article, mentions in items:
        tally.add(article, mentions)
    return tally.rows()


def _ruled(form: _Form, corrections: Corrections) -> _Form | None:
    """The form as corrections have it; None where it is ignored."""
    mention = Mention(0, 1, form.kind, actor=form.actor, way=form.way)
    now = ruled(form.text, mention, corrections)
    if now is None:
        return None
    return _Form(cast(str, now.actor), form.text, cast(ActorKind, now.kind), now.way)

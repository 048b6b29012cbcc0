"""The actors of a dossier: who is named how often, when, where and with whom."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

from fenttui.analysis.dossier_actors import join_actors
from fenttui.analysis.name_clusters import NameCount
from fenttui.analysis.named_actors import Form, NamedActor, ruled_form
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections
from fenttui.extract.mention import Span
from fenttui.kinds import ActorKind

NAMED_WITH = 3
"""How many of those that an actor is named with a row has."""
_NEAR = 30
"""Mentions on either side that can be named with one: what keeps a list of ten thousand names linear."""
_REMOVED = 0
"""The form of mentions that do not count any more: their article was replaced."""


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
    """The actors that share a sentence with it most often, with the number of those sentences."""
    ignored: bool = False
    """Whether corrections ignore it: then it is not an actor of the dossier, and is listed to be restored."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where an actor is named."""

    article: str
    """The article's id."""
    date: dt.date
    """The article's date."""
    span: Span
    """The mention."""
    sentence: Span
    """The sentence around it; at least the mention."""


@dataclass(slots=True)
class _Group:
    """One actor as it is being counted."""

    kinds: Counter[tuple[bool, ActorKind]] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    mentions: array[int] = field(default_factory=lambda: array("I"))


@dataclass(frozen=True, slots=True)
class _Grouping:
    """The mentions by actor."""

    groups: dict[str, _Group]
    joined: dict[str, str]
    """From each corrected name to the dossier's name of its actor."""
    actor_of: list[str | None]
    """By form: its actor in the dossier; None for what is ignored."""


class ActorTally:
    """Counts of who is named, to which articles are added one by one.

    Corrections of names, kinds and ignored actors apply to what was added already. A tally to which nothing
    is added any more can be read from any thread.
    """

    def __init__(self, corrections: Corrections = NO_CORRECTIONS) -> None:
        """Start empty.

        Args:
            corrections: the user's corrections of actors. Their `aliases` are not looked for here.
        """
        self._corrections = corrections
        # One item an article each, in the order in which they were added.
        self._ids: list[str] = []
        self._dates: list[dt.date] = []
        self._firsts: array[int] = array("I")
        """Its first mention."""
        self._numbers: dict[str, int] = {}
        """By article id, its number; an article that was removed has none."""
        self._forms: dict[Form, int] = {}
        """Each form with its number; they count from 1."""
        # One item a mention each, in the order of the articles and of their texts.
        self._form: array[int] = array("I")
        self._article: array[int] = array("I")
        self._spans: array[int] = array("I")
        """Four a mention: its start and end, then its sentence's."""
        self._grouping: _Grouping | None = None
        self._ruled_last: tuple[Corrections, list[Form | None]] = (corrections, [])
        """What `_ruled` returned last, and for what."""

    def add(self, article_id: str, date: dt.date, named: Sequence[NamedActor]) -> None:
        """Add the actor mentions of an article, replacing those that it had."""
        self.remove(article_id)
        number = self._numbers[article_id] = len(self._ids)
        self._ids.append(article_id)
        self._dates.append(date)
        self._firsts.append(len(self._form))
        for form, span, sentence in named:
            self._form.append(self._forms.setdefault(form, len(self._forms) + 1))
            self._article.append(number)
            self._spans.extend((*span, *sentence))
        self._grouping = None

    def remove(self, article_id: str) -> None:
        """Take an article out, if it was added."""
        number = self._numbers.pop(article_id, None)
        if number is None:
            return
        first = self._firsts[number]
        end = self._firsts[number + 1] if number + 1 < len(self._firsts) else len(self._form)
        for mention in range(first, end):
            self._form[mention] = _REMOVED
        self._grouping = None

    def correct(self, corrections: Corrections) -> None:
        """Replace the corrections in force."""
        self._corrections, self._grouping = corrections, None

    def copy(self) -> ActorTally:
        """Return a tally with the same articles, which can be changed apart from this one."""
        copy = ActorTally(self._corrections)
        copy._ids, copy._dates, copy._firsts = self._ids[:], self._dates[:], self._firsts[:]
        copy._numbers, copy._forms = self._numbers.copy(), self._forms.copy()
        copy._form, copy._article, copy._spans = self._form[:], self._article[:], self._spans[:]
        copy._grouping, copy._ruled_last = self._grouping, self._ruled_last
        return copy

    def changed_by(self, corrections: Corrections) -> set[str]:
        """Return the ids of the articles with a mention that other corrections treat otherwise."""
        before, after = self._ruled(self._corrections), self._ruled(corrections)
        ruled = zip(self._forms.values(), before, after, strict=True)
        return self._articles_with(number for number, old, new in ruled if old != new)

    def articles_naming(self, actor: str) -> set[str]:
        """Return the ids of the articles that have mentions of an actor.

        Args:
            actor: its name in the articles, by the corrections in force.
        """
        ruled = zip(self._ruled(self._corrections), self._forms.values(), strict=True)
        return self._articles_with(number for form, number in ruled if form and form.actor == actor)

    def _ruled(self, corrections: Corrections) -> list[Form | None]:
        """Return each form as `corrections` have it; None for what they ignore."""
        by, ruled = self._ruled_last
        # Forms are only ever added.
        if by is not corrections or len(ruled) != len(self._forms):
            ruled = [ruled_form(form, corrections) for form in self._forms]
            # Assigned whole, as the grouping is.
            self._ruled_last = corrections, ruled
        return ruled

    def _articles_with(self, forms: Iterable[int]) -> set[str]:
        wanted = frozenset(forms)
        # C loops: a dossier has a million mentions.
        numbers = set(compress(self._article, map(wanted.__contains__, self._form))) if wanted else set()
        return {self._ids[number] for number in numbers}

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """The dates of the earliest and of the latest article added; None before the first."""
        dates = self.dates
        return (min(dates), max(dates)) if dates else None

    @property
    def dates(self) -> list[dt.date]:
        """The date of each article."""
        return [self._dates[number] for number in self._numbers.values()]

    def rows(self, *, named_with: bool = True) -> list[ActorRow]:
        """Return one row for each actor, the most mentioned first, then by name.

        Args:
            named_with: whether the rows say whom actors are named with, which costs more than all the rest:
                a table that is still filling asks `named_with` for what it shows.
        """
        grouping = self._grouped()
        rows = [self._row(actor, group, named_with) for actor, group in grouping.groups.items()]
        return sorted(rows, key=lambda row: (-row.count, row.actor))

    def named_with(self, actor: str, most: int = NAMED_WITH) -> tuple[tuple[str, int], ...]:
        """Return the actors that share a sentence with `actor`, with the number of those sentences.

        The most frequent first, then by name; in a sentence with very many names, those around it.
        """
        grouping = self._grouped()
        group = grouping.groups.get(actor)
        seen = (
            {pair for mention in group.mentions for pair in self._beside(mention, grouping.actor_of)}
            if group
            else set()
        )
        counts = Counter(other for _, other in seen if other != actor)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])

    def locations(self, actor: str) -> list[Location]:
        """Return every location of `actor`: the earliest article first, each in the order of its text."""
        group = self._grouped().groups.get(actor)
        found = [self._location(mention) for mention in group.mentions] if group else []
        return sorted(found, key=lambda each: (each.date, each.article, each.span))

    def joined(self) -> dict[str, str]:
        """Return the dossier's name of an actor by its name in one article, for those that differ.

        It holds names as they are before and after corrections; those of ignored actors are left out.
        """
        joined, corrections = self._grouped().joined, self._corrections
        corrected = {form.actor: corrections.actor(form.actor) for form in self._forms}
        names = {name: joined.get(now, now) for name, now in corrected.items()} | joined
        ignored = corrections.ignored_actors
        return {name: actor for name, actor in names.items() if name != actor and actor not in ignored}

    def ignored(self) -> list[ActorRow]:
        """Return one row for each ignored actor that is named, the most mentioned first, then by name."""
        ignored = self._corrections.ignored_actors
        if not ignored:
            return []
        groups = self._group(replace(self._corrections, ignored_actors=frozenset())).groups
        rows = [
            replace(self._row(actor, group, False), ignored=True)
            for actor, group in groups.items()
            if actor in ignored
        ]
        return sorted(rows, key=lambda row: (-row.count, row.actor))

    def _grouped(self) -> _Grouping:
        # Assigned whole, so that two threads that ask at once both have it whole.
        grouping = self._grouping
        if grouping is None:
            grouping = self._grouping = self._group(self._corrections)
        return grouping

    def _group(self, corrections: Corrections) -> _Grouping:
        """Group the mentions by actor; those that `corrections` ignore are in no group."""
        by_form: list[array[int]] = [array("I") for _ in range(len(self._forms) + 1)]
        for mention, number in enumerate(self._form):
            by_form[number].append(mention)
        forms = self._ruled(corrections)
        counts: dict[str, NameCount] = {}
        for form, mentions in zip(forms, by_form[1:], strict=True):
            if form is not None and mentions:
                counts.setdefault(form.actor, NameCount()).add(form.text, form.kind, form.way, len(mentions))
        # By all corrections: what is ignored stays apart from the others also where it is listed.
        joined = join_actors(counts, self._corrections)
        actor_of: list[str | None] = [None]
        groups: dict[str, _Group] = {}
        for form, mentions in zip(forms, by_form[1:], strict=True):
            actor = joined.get(form.actor) if form is not None else None
            if actor in corrections.ignored_actors:
                actor = None
            actor_of.append(actor)
            if form is not None and mentions and actor is not None:
                group = groups.setdefault(actor, _Group())
                named = form.way == "name"
                group.kinds[named, form.kind if named else "place"] += len(mentions)
                group.texts[form.text] += len(mentions)
                group.mentions.extend(mentions)
        return _Grouping(groups, joined, actor_of)

    def _row(self, actor: str, group: _Group, named_with: bool) -> ActorRow:
        numbers = Counter(map(self._article.__getitem__, group.mentions))
        dates: Counter[dt.date] = Counter()
        for number, count in numbers.items():
            dates[self._dates[number]] += count
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

    def _location(self, mention: int) -> Location:
        number = self._article[mention]
        start, end, first, last = self._spans[4 * mention : 4 * mention + 4]
        return Location(self._ids[number], self._dates[number], (start, end), (first, last))

    def _beside(self, mention: int, actor_of: Sequence[str | None]) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield each actor in the sentence of a mention, with the sentence: its article and its start."""
        sentence = self._sentence(mention)
        for step in (-1, 1):
            for at in range(mention + step, mention + step * (_NEAR + 1), step):
                if not 0 <= at < len(self._form) or self._sentence(at) != sentence:
                    break
                actor = actor_of[self._form[at]]
                if actor is not None:
                    yield sentence, actor

    def _sentence(self, mention: int) -> tuple[int, int]:
        return self._article[mention], self._spans[4 * mention + 2]

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.dossier import open_dossier
from fenttui.articles.reading import read_article
from fenttui.extract.coreference import resolve
from fenttui.extract.mention import Way
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import Tokens, tokenize
from fenttui.kinds import ACTOR_KINDS, ActorKind
from fenttui.paths import bundled
from fenttui.settings.types import ArticleSettings
from tests.support.checkout import SAMPLES

GOLD = tomllib.loads((SAMPLES / "seeds.toml").read_text("utf-8"))
VOCABULARY = (
    "Wang Yi Trump Donald Mr Mrs President Jr. U.S. China Chinese ' 's ( ) , . - of the and Ministry Foreign"
    " Affairs Bank WHO World Health Organization A. B. & Ltd bin al- III Georgia Texas 5 — é"
)
WORDS = VOCABULARY.split(" ")


def seed_actors(article_id: str) -> dict[str, set[str | None]]:
    """What each actor of the gold is called by coreference, given its mentions' bounds and kinds."""
    entry = next(each for each in open_dossier([bundled("seeds")]).entries if each.id == article_id)
    tokens = tokenize(read_article(entry, ArticleSettings()).text)
    names, meant, position = [], [], 0
    for said, kind, actor, *_ in GOLD[article_id]:
        if kind not in ACTOR_KINDS:
            continue
        size = len(tokenize(said))
        while tokens.said(position, position + size) != said:
            position += 1
        names.append(Name(position, position + size, kind))
        meant.append(actor)
        position += size
    resolve(tokens, names)
    called: dict[str, set[str | None]] = {}
    for name, actor in zip(names, meant, strict=True):
        called.setdefault(actor, set()).add(name.actor)
    return called


@pytest.mark.parametrize("article_id", GOLD)
def test_every_actor_of_the_bundled_articles_is_one_under_the_name_a_reader_gives_it(article_id: str) -> None:
    called = seed_actors(article_id)
    assert {"China", "United States", "Donald Trump"} <= called.keys()
    assert called == {actor: {actor} for actor in called}


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join) | st.text(min_size=1), st.data()
)
def test_every_name_gets_an_actor_and_the_same_ones_give_the_same(text: str, data: st.DataObject) -> None:
    tokens = tokenize(" ".join(text.split()) or "Wang")
    spans, position = [], 0
    while position < len(tokens):
        size = data.draw(st.integers(1, 5))
        end = min(position + size, len(tokens))
        spans.append((position, end, data.draw(st.sampled_from((*ACTOR_KINDS, None)))))
        position = end + data.draw(st.integers(0, 2))
    first, again = ([Name(*span) for span in spans] for _ in range(2))
    resolve(tokens, first)
    resolve(tokens, again)
    resolve(tokens, again)
    assert first == again
    for name in first:
        assert name.actor is not None
        assert name.actor.strip()
        assert name.way in get_args(Way)


def seconds(tokens: Tokens, names: list[Name]) -> float:
    """Of this thread's own work: what else the machine does makes no difference."""
    started = time.thread_time()
    resolve(tokens, names)
    return time.thread_time() - started


@pytest.mark.parametrize("kind", ACTOR_KINDS)
@pytest.mark.parametrize(
    "pattern",
    [
        "Ann{0} Kim, ",
        "{0} Kim, Mr Kim, ",
        "Ann Kim{0}, ",
        "Lake{0} Works Union ({0}WU), ",
        "Ministry of {0} and Kim, ",
        "Tarn A{0}, Tarn, ",
    ],
)
def test_ten_times_the_names_take_not_much_more_than_ten_times_as_long(kind: ActorKind, pattern: str) -> None:
    def timed(count: int) -> float:
        letters = ("".join(chr(65 + int(digit)) for digit in str(number)) for number in range(count))
        tokens = tokenize("".join(pattern.format(each) for each in letters))
        bounds = [0, *(position + 1 for position, word in enumerate(tokens.words) if word in ",()")]
        pairs = pairwise(bounds)
        names = [Name(first, end - 1, kind) for first, end in pairs if end - 1 > first]
        assert len(names) >= count
        return min(seconds(tokens, names) for _ in range(2))

    assert timed(2000) < 30 * timed(200) + 0.05

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from fenttui.analysis.disagreements import disagreements
from fenttui.analysis.findings import Findings
from fenttui.analysis.index import index_of
from fenttui.articles.article import Article
from fenttui.articles.dossier import open_dossier
from fenttui.articles.reading import read_article
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS
from fenttui.extract.mention import ActorMention, Amount, Mention, Quote, Time
from fenttui.paths import bundled
from fenttui.settings.types import ArticleSettings
from tests.support.checkout import SAMPLES

GOLD: dict[str, list[list[Any]]] = tomllib.loads((SAMPLES / "seeds.toml").read_text("utf-8"))
ARTICLES = {
    entry.id: read_article(entry, ArticleSettings()) for entry in open_dossier([bundled("seeds")]).entries
}


def gold(article: Article) -> set[tuple[Any, ...]]:
    found, position = set(), 0
    for text, *rest in GOLD[article.id]:
        match = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)").search(article.text, position)
        assert match is not None, f"{text!r} is not in the article after {position}"
        found.add((match.start(), match.end(), *rest))
        position = match.end()
    return found


def told(mention: Mention) -> tuple[Any, ...]:
    span = mention.start, mention.end, mention.kind
    match mention:
        case ActorMention() | Quote():
            return *span, mention.actor
        case Time():
            return *span, mention.value
        case Amount():
            return *span, mention.measure.value, mention.measure.unit


def mentions(article: Article) -> tuple[Mention, ...]:
    return extract(article.text, article.headline.date)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_nearly_everything_a_careful_reader_marks_is_found(article: Article) -> None:
    wanted, got = gold(article), {told(mention) for mention in mentions(article)}
    assert len(wanted & got) >= 0.95 * len(wanted), sorted(wanted - got)
    assert len(wanted & got) >= 0.9 * len(got), sorted(got - wanted)


def actors_of(article: Article, pattern: str) -> set[str | None]:
    matches = re.compile(pattern)
    return {
        m.actor
        for m in mentions(article)
        if isinstance(m, ActorMention) and matches.fullmatch(article.text[m.start : m.end])
    }


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize(
    ("pattern", "actor"),
    [
        (r"(Donald )?Trump", "Donald Trump"),
        (r"China|Chinese|Beijing", "China"),
        (r"US|U\.S\.|United States|Americ.*", "United States"),
    ],
)
def test_every_way_to_name_an_actor_leads_to_one(article: Article, pattern: str, actor: str) -> None:
    assert actors_of(article, pattern) == {actor}


def test_surnames_lead_to_the_full_names_of_the_first_article() -> None:
    article = ARTICLES["000_f009184965be3be7"]
    assert actors_of(article, r"Wang( Yi)?") == {"Wang Yi"}
    assert actors_of(article, r"Xi( Jinping)?") == {"Xi Jinping"}


def test_the_tariffs_that_rose_stand_with_what_they_were_before() -> None:
    view = index_of((Findings(each, mentions(each)) for each in ARTICLES.values()), NO_CORRECTIONS)
    (found,) = disagreements(view.figures())
    assert {(row.text, row.value, row.before, row.date.isoformat()) for row in found.rows} == {
        ("20 per cent", 20, 10, "2025-03-13"),
        ("10 per cent", 10, None, "2025-03-13"),
    }
    assert found.thing.words == ("tariff",)
    assert found.thing.actors == ("China",)

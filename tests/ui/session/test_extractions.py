from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections
from fenttui.extract.mention import ActorMention, Mention, Quote, Time
from fenttui.extract.quotes import find_quotes
from fenttui.settings.types import ExtractSettings
from fenttui.ui.session.extractions import Extracted, Extractions
from fenttui.ui.session.extractor import Extractor

TEXT = "Kenya left. “We sign in Lima on Monday,” Wanjiru Okello said."
RENAMED = Corrections(joins={"Kenya": "Republic of Kenya", "Wanjiru Okello": "W. Okello"})
LONGEST = 30.0


class Stopped(Extractor):
    """An extractor whose threads stop where a test says, until it lets them go on."""

    def __init__(self) -> None:
        super().__init__(ExtractSettings())
        self.at_mentions, self.at_quotes = threading.Event(), threading.Event()
        self.at_mentions.set()
        self.at_quotes.set()
        self.extracted: list[str] = []
        self.done = threading.Event()

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        self.extracted.append(article.text)
        found = super().mentions(article)
        assert self.at_mentions.wait(LONGEST)
        return found

    def quotes(self, article: Article, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
        found = super().quotes(article, mentions)
        assert self.at_quotes.wait(LONGEST)
        self.done.set()
        return found


class Book:
    """Corrections and their version, as a session gives them."""

    def __init__(self) -> None:
        self.version, self.corrections = 0, NO_CORRECTIONS

    def correct(self, corrections: Corrections) -> None:
        self.version, self.corrections = self.version + 1, corrections

    def in_force(self) -> tuple[int, Corrections]:
        return self.version, self.corrections


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def extractor() -> Stopped:
    return Stopped()


@pytest.fixture
def extractions(extractor: Stopped, book: Book) -> Extractions:
    return Extractions(extractor, book.in_force)


def article_of(text: str = TEXT, name: str = "a", date: dt.date = dt.date(2025, 4, 2)) -> Article:
    folder = Path("dossier")
    entry = Entry(name, folder / f"{name}.txt", folder, name)
    return Article(entry, Headline(date, "header", "A title"), text)


def actors(extracted: Extracted) -> list[str | None]:
    return [mention.actor for mention in extracted.mentions if isinstance(mention, ActorMention)]


async def test_what_is_found_is_what_the_rules_find_and_is_known_from_then_on(
    extractions: Extractions, extractor: Stopped
) -> None:
    article = article_of()
    assert extractions.known(article) is None
    extracted = await extractions.get(article)
    assert extracted.mentions == extract(TEXT, article.headline.date)
    assert extracted.quotes == find_quotes(TEXT, extracted.mentions)
    assert extracted.quotes
    assert extractions.known(article) == extracted
    assert await extractions.get(article) == extracted
    assert extractor.extracted == [TEXT]


async def test_finding_alone_stores_nothing(extractions: Extractions) -> None:
    article = article_of()
    assert actors(extractions.find(article, RENAMED))[0] == "Republic of Kenya"
    assert extractions.find_uncorrected(article) == extract(TEXT, article.headline.date)
    assert extractions.known(article) is None


@pytest.mark.parametrize("stage", ["at_mentions", "at_quotes"])
async def test_a_thread_that_began_before_a_correction_brings_nothing_back(
    extractions: Extractions, extractor: Stopped, book: Book, stage: str
) -> None:
    article = article_of()
    stop: threading.Event = getattr(extractor, stage)
    stop.clear()
    asked = asyncio.create_task(extractions.get(article))
    await asyncio.sleep(0)
    book.correct(RENAMED)
    stop.set()
    assert actors(await asked) == ["Republic of Kenya", "Peru", "W. Okello"]
    known = extractions.known(article)
    assert known is not None
    assert actors(known) == ["Republic of Kenya", "Peru", "W. Okello"]
    assert [quote.actor for quote in known.quotes] == ["W. Okello"]


async def test_what_comes_back_after_something_newer_was_stored_is_not_served(
    extractions: Extractions, book: Book
) -> None:
    article = article_of()
    version, corrections = book.in_force()
    old = extractions.find(article, corrections)
    book.correct(RENAMED)
    new = await extractions.get(article)
    extractions.store(article, version, old)
    assert extractions.known(article) == new
    assert await extractions.get(article) == new


async def test_the_mentions_asked_for_during_a_correction_are_the_corrected_ones(
    extractions: Extractions, extractor: Stopped, book: Book
) -> None:
    article = article_of()
    extractor.at_mentions.clear()
    asked = asyncio.create_task(extractions.mentions(article))
    await asyncio.sleep(0)
    book.correct(RENAMED)
    extractor.at_mentions.set()
    assert [mention.actor for mention in await asked if isinstance(mention, ActorMention)][:1] == [
        "Republic of Kenya"
    ]


async def test_a_correction_and_its_undoing_extract_nothing_again(
    extractions: Extractions, extractor: Stopped, book: Book
) -> None:
    article = article_of()
    before = await extractions.get(article)
    book.correct(RENAMED)
    assert actors(await extractions.get(article))[0] == "Republic of Kenya"
    book.correct(NO_CORRECTIONS)
    assert await extractions.get(article) == before
    assert extractor.extracted == [TEXT]


async def test_the_mentions_do_not_wait_for_the_quotes(extractions: Extractions, extractor: Stopped) -> None:
    article = article_of()
    extractor.at_quotes.clear()
    async with asyncio.timeout(LONGEST):
        mentions = await extractions.mentions(article)
    assert mentions == extract(TEXT, article.headline.date)
    assert extractions.known(article) is None
    extractor.at_quotes.set()
    assert (await extractions.get(article)).mentions == mentions


async def test_all_who_ask_for_the_same_article_at_once_wait_for_one_search(
    extractions: Extractions, extractor: Stopped
) -> None:
    article = article_of()
    one, other = await asyncio.gather(extractions.get(article), extractions.get(article))
    assert one is other
    assert extractor.extracted == [TEXT]


async def test_a_search_that_nobody_waits_for_any_more_is_kept_all_the_same(
    extractions: Extractions, extractor: Stopped
) -> None:
    article = article_of()
    extractor.at_quotes.clear()
    asked = asyncio.create_task(extractions.get(article))
    await extractions.mentions(article)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    extractor.at_quotes.set()
    await extractions.get(article)
    assert extractor.extracted == [TEXT]


async def test_a_text_that_changed_under_the_same_name_is_read_anew(extractions: Extractions) -> None:
    await extractions.get(article_of())
    changed = article_of("Peru left.")
    assert extractions.known(changed) is None
    assert actors(await extractions.get(changed)) == ["Peru"]


async def test_the_same_text_of_another_day_has_times_of_its_own(extractions: Extractions) -> None:
    text = "It rained yesterday."
    for name, day in (("one", dt.date(2025, 4, 2)), ("two", dt.date(2025, 5, 9))):
        (mention,) = (await extractions.get(article_of(text, name, day))).mentions
        assert isinstance(mention, Time)
        assert mention.value == (day - dt.timedelta(days=1)).isoformat()


async def test_a_search_that_fails_fails_for_all_who_wait_and_can_be_tried_again(
    extractions: Extractions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(article: Article) -> tuple[Mention, ...]:
        raise MemoryError

    article = article_of()
    with monkeypatch.context() as patched:
        patched.setattr(extractions._extractor, "mentions", failing)
        both = await asyncio.gather(
            extractions.mentions(article), extractions.get(article), return_exceptions=True
        )
        assert [type(each) for each in both] == [MemoryError, MemoryError]
    assert actors(await extractions.get(article))[0] == "Kenya"


def test_the_program_ends_without_waiting_for_a_search(extractions: Extractions, extractor: Stopped) -> None:
    async def leave() -> None:
        await extractions.mentions(article_of())

    extractor.at_quotes.clear()
    asyncio.run(leave())
    assert not extractor.done.is_set()
    extractor.at_quotes.set()
    assert extractor.done.wait(LONGEST)

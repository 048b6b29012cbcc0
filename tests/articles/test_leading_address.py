from __future__ import annotations

from collections.abc import Callable

import pytest

from fenttui.articles.address import leading_address
from fenttui.articles.article import Article, Entry, Fold
from fenttui.articles.headline import read_headline
from fenttui.articles.reading import read_article
from fenttui.settings.types import ArticleSettings

Write = Callable[..., Entry]

URL = "https://www.example.org/news/2025/tariffs?page=1#top"


def read(entry: Entry, settings: ArticleSettings) -> Article:
    article = read_article(entry, settings)
    assert article.headline == read_headline(entry, settings)
    return article


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (f"{URL}\n\nChina responded. It waited.\n", "a.txt"),
        (f"{URL}\r\nChina responded. It waited.\n", "a.txt"),
        (f"\n  <{URL}>  \n\nChina responded. It waited.\n", "a.txt"),
        (f"date 2025-04-02\n{URL}\n\nAdvertisement\n\nChina responded.\n", "a.txt"),
        (f"{URL}\n\n# China responded.\n\nIt waited.\n", "a.md"),
    ],
)
def test_an_address_alone_in_the_first_line_is_the_origin_and_not_the_title(
    write: Write, settings: ArticleSettings, content: str, name: str
) -> None:
    headline = read(write(content, name), settings).headline
    assert (headline.title, headline.url, headline.source) == ("China responded.", URL, "example.org")


def test_the_address_stays_in_the_text_and_is_folded(write: Write, settings: ArticleSettings) -> None:
    article = read(write(f"{URL}\n\nChina responded.\n"), settings)
    assert article.text == f"{URL}\n\nChina responded."
    assert article.folds == (Fold(0, len(URL)),)


def test_text_right_under_the_address_is_not_folded(write: Write, settings: ArticleSettings) -> None:
    article = read(write(f"{URL}\nChina responded.\n"), settings)
    (fold,) = article.folds
    assert article.text[fold.end :] == "China responded."


def test_boilerplate_under_the_address_is_one_fold_with_it(write: Write, settings: ArticleSettings) -> None:
    article = read(write(f"{URL}\n\nAdvertisement\n\nChina responded.\n"), settings)
    (fold,) = article.folds
    assert article.text[fold.start : fold.end] == f"{URL}\n\nAdvertisement"


def test_front_matter_goes_before_the_address(write: Write, settings: ArticleSettings) -> None:
    matter = "---\nsource: The Example Times\nurl: https://example.com/short\ntitle: A reply\n---\n"
    headline = read(write(f"{matter}{URL}\n\nChina responded.\n"), settings).headline
    assert (headline.source, headline.url) == ("The Example Times", "https://example.com/short")
    assert headline.title == "A reply"


def test_an_article_of_nothing_but_an_address_is_titled_by_its_file(
    write: Write, settings: ArticleSettings
) -> None:
    assert read(write(f"{URL}\n", "saved.txt"), settings).headline.title == "saved.txt"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://example.org", "example.org"),
        ("HTTPS://WWW.Example.ORG:8080/", "example.org"),
        ("www.example.org/a", "example.org"),
        ("www.example.org%2Fa%2Fb", "example.org"),
        ("https://reuters.com@example.org/a", "example.org"),
        ("https://english.news.cn/20220701/c.html", "english.news.cn"),
    ],
)
def test_the_source_is_the_host_that_is_asked(url: str, host: str) -> None:
    address = leading_address(f"{url}\n\nText.")
    assert address is not None
    assert (address.url, address.host) == (url, host)


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{URL} is where it was published.\n\nText.",
        f"See {URL}\n\nText.",
        f"Text.\n\n{URL}",
        "https://\n\nText.",
        "www. is how names begin",
        "wwwexample.org\n\nText.",
        "https://example.org/" + "a" * 5000 + "\n\nText.",
    ],
)
def test_what_is_not_an_address_alone_is_text(text: str) -> None:
    assert leading_address(text) is None

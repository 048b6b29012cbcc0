from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.boilerplate import boilerplate_folds, is_boilerplate
from fenttui.articles.formats.plain import read_plain


@pytest.mark.parametrize(
    "paragraph",
    [
        "Your support helps us to tell the story Read more Support Now From reproductive rights to climate",
        "Advertisement",
        "ADVERTISEMENT",
        "Read more",
        "Read more: China hits back at U.S. tariffs",
        "Read More »",
        "Sign up to our free Brexit newsletter",
        "Sign up for our daily newsletter",
        "Subscribe to our newsletter.",
        "Get the latest news straight to your inbox",
        "We use cookies to improve your experience.",
        "Share this article",
        "© 2025 The Example Times. All rights reserved.",
        "Copyright 2025 Example. All rights reserved",
        "Recommended",
        "Follow us on Twitter",
        "Skip to main content",
        "This site uses cookies.",
        "Support Now",
    ],
)
def test_site_boilerplate_is_folded(paragraph: str) -> None:
    assert is_boilerplate(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Your support for Ukraine must not end, he said.",
        "Support for the tariffs fell to 38 percent, a poll showed.",
        "“Your support helps us to tell the story,” the editor said.",
        "Subscribe to the theory that tariffs work, he said, and prices rise.",
        "Cookies made in China will cost more.",
        "Advertisement spending fell 3 percent in April.",
        "Read more books, the minister told pupils.",
        "Sign up, he told them, or be drafted.",
        "The firm said that it held all rights reserved to authors under the treaty of 1952.",
        "Share prices fell. Trading was halted.",
        "Related to this is the question of fentanyl.",
        "Copyrights are at issue.",
        "Follow the money, he said.",
        "Comments by the ministry angered Beijing.",
        "",
    ],
)
def test_news_that_sounds_like_boilerplate_is_not_folded(paragraph: str) -> None:
    assert not is_boilerplate(paragraph)


def test_the_appeal_of_the_bundled_article_is_one_fold(seeds: Path) -> None:
    text = read_plain((seeds / "001_dcc9a952f5e910ef.txt").read_text("utf-8")).body
    (fold,) = boilerplate_folds(text)
    assert fold.start == 0
    assert text[: fold.end].endswith("makes all the difference. Read more")
    assert text[fold.end :].startswith("\n\nChina has expressed its willingness")


def test_the_other_bundled_article_has_no_folds(seeds: Path) -> None:
    text = read_plain((seeds / "000_f009184965be3be7.txt").read_text("utf-8")).body
    assert boilerplate_folds(text) == ()


def test_neighboring_paragraphs_make_one_fold() -> None:
    text = "Share\n\nAdvertisement\n\nNews.\n\nRead more"
    assert [text[fold.start : fold.end] for fold in boilerplate_folds(text)] == [
        "Share\n\nAdvertisement",
        "Read more",
    ]


def test_openings_of_the_settings_count_whatever_their_case_quotes_and_spaces() -> None:
    text = "It’s  OUR\nappeal, dear reader.\n\nNews."
    (fold,) = boilerplate_folds(text, ("it's our appeal", ""))
    assert text[fold.end :] == "\n\nNews."


def test_an_empty_opening_folds_nothing() -> None:
    assert boilerplate_folds("News.\n\nMore.", ("", "  ")) == ()


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["News.", "Advertisement", "Read more", "", "a\nb"]), max_size=8).map(
        "\n\n".join
    )
)
def test_folds_are_whole_paragraphs_in_order(text: str) -> None:
    last = -1
    for fold in boilerplate_folds(text):
        assert last < fold.start < fold.end <= len(text)
        assert fold.start == 0 or text[fold.start - 2 : fold.start] == "\n\n"
        assert fold.end == len(text) or text[fold.end : fold.end + 2] == "\n\n"
        last = fold.end

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.document import normalized
from fenttui.articles.formats.markdown import read_markdown
from fenttui.articles.formats.plain import read_plain
from fenttui.articles.headers.front_matter import read_front_matter
from fenttui.articles.registry import format_by_suffix

APRIL_2 = dt.date(2025, 4, 2)


@pytest.mark.parametrize(
    "text",
    [
        " date 2025-04-02 China said.",
        "date 2025-04-02\nChina said.",
        "\n\n date 2025-04-02\n\nChina said.",
        "Date: 2025-04-02   China said.",
        "date 2025-04-02T10:14:00Z China said.",
    ],
)
def test_the_header_gives_the_date_and_is_no_text(text: str) -> None:
    document = read_plain(text)
    assert (document.date, document.date_source, document.body) == (APRIL_2, "header", "China said.")


@pytest.mark.parametrize(
    "text", ["date 2025-04-021 China", "China date 2025-04-02", "date of 2025", "dated 2025-04-02 x"]
)
def test_what_only_looks_like_a_header_is_text(text: str) -> None:
    document = read_plain(text)
    assert (document.date, document.body, document.remarks) == (None, text, ())


def test_a_header_with_an_impossible_date_is_kept_and_remarked_upon() -> None:
    document = read_plain("\ndate 2025-13-45 China said.")
    assert document.date is None
    assert document.body == "date 2025-13-45 China said."
    (remark,) = document.remarks
    assert remark.line == 2
    assert "2025-13-45" in remark.message


YAML = """---
Date: 2025-04-02
TITLE: "China: a reply"
source: The Example Times
url: https://example.org/a
author: [Ann Lee, Jan de Vries]
other: 3
---

China said.
"""
TOML = """+++
date = 2025-04-02
title = "China: a reply"
source = "The Example Times"
url = "https://example.org/a"
author = ["Ann Lee", "Jan de Vries"]
[other]
a = 1
+++
China said.
"""


@pytest.mark.parametrize("text", [YAML, TOML])
@pytest.mark.parametrize("suffix", [".md", ".txt", ".TEXT", ".markdown", ".log"])
def test_front_matter_describes_an_article_of_any_format(text: str, suffix: str) -> None:
    (document,) = format_by_suffix(suffix).articles(text.encode())
    assert document.body == "China said."
    assert (document.date, document.date_source) == (APRIL_2, "front matter")
    assert document.title == "China: a reply"
    assert document.source == "The Example Times"
    assert document.url == "https://example.org/a"
    assert document.author == "Ann Lee, Jan de Vries"
    assert document.remarks == ()


def test_values_of_front_matter_are_taken_as_they_are_written() -> None:
    values = read_front_matter("---\ntitle: 2025\nauthor: No\nsource: 1.10\n---\n").values
    assert values == {"title": "2025", "author": "No", "source": "1.10"}


def test_the_date_of_front_matter_may_be_written_out() -> None:
    assert read_markdown("---\ndate: April 2, 2025\n---\nText").date == APRIL_2
    assert read_markdown("+++\ndate = 2025-04-02T10:14:00Z\n+++\nText").date == APRIL_2


def test_front_matter_goes_before_the_header() -> None:
    document = read_plain("---\ntitle: T\n---\n date 2025-04-02 China said.")
    assert (document.title, document.date, document.body) == ("T", APRIL_2, "China said.")
    assert read_plain("---\ndate: 2025-04-01\n---\ndate 2025-04-02 x").date == dt.date(2025, 4, 1)


@pytest.mark.parametrize(
    ("text", "language", "line"),
    [
        ("---\ntitle: China\ndate: [2025\n---\nChina said.", "YAML", 4),
        ("---\ntitle: a: b: c\n---\nChina said.", "YAML", 2),
        ("+++\ntitle = 'China'\ndate = nonsense\n+++\nChina said.", "TOML", 3),
        ("---\ntitle: &a [*a]\n---\nChina said.", "YAML", None),
        ("---\ntitle: " + "[" * 9000 + "\n---\nChina said.", "YAML", None),
        ("+++\ntitle = " + "[" * 9000 + "\n+++\nChina said.", "TOML", None),
    ],
    ids=["list", "colon", "value", "loop", "deep-yaml", "deep-toml"],
)
def test_front_matter_that_does_not_parse_is_remarked_upon_and_the_text_is_read(
    text: str, language: str, line: int | None
) -> None:
    document = read_plain(text)
    assert document.body == "China said."
    (remark,) = document.remarks
    assert language in remark.message
    assert "\n" not in remark.message
    assert line is None or remark.line in (line, line - 1)


def test_a_date_of_front_matter_that_is_none_is_remarked_upon_alone() -> None:
    document = read_markdown("---\ntitle: T\ndate: 2025-13-45\n---\nText")
    assert (document.title, document.date) == ("T", None)
    (remark,) = document.remarks
    assert (remark.line, "2025-13-45" in remark.message) == (3, True)


@pytest.mark.parametrize(
    "text", ["---\nChina said.\n---\nMore.", "---\n\nChina said.", "---\ntitle: T\nno end", "+++"]
)
def test_dashes_around_prose_are_text(text: str) -> None:
    document = read_plain(text)
    assert document.body == text
    assert document.remarks == ()


def test_yaml_tags_build_nothing() -> None:
    front = read_front_matter(
        "---\ntitle: !!python/object/apply:os.getcwd []\nauthor: !!python/name:os.system x\n---\n"
    )
    assert "/" not in front.values.get("title", "")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# China responds\n\nText", "China responds"),
        ("\n\n## China responds ##\nText", "China responds"),
        ("China responds\n===\n\nText", "China responds"),
        ("# **China** [responds](https://example.org) to `U.S.`", "China responds to U.S."),
        ("# On C#\n", "On C#"),
        ("# On C\\#, 5 \\* 2 and AT&amp;T", "On C#, 5 * 2 and AT&T"),
        ("# **China *responds* today**", "China responds today"),
        ("# [China [sic] responds](https://example.org/a_(b)) ![flag](f.png)", "China [sic] responds flag"),
        ("# Tariffs<br>rise _by_ <5%", "Tariffs rise by <5%"),
        ("# See [the note][1] and [sic]", "See [the note][1] and [sic]"),
        ("# snake_case_name stays", "snake_case_name stays"),
        ("#hashtag is text", None),
        ("Text first\n\n# Then a heading", None),
        ("# \n\nText", None),
        ("- item\n---\n", None),
    ],
)
def test_a_leading_heading_is_the_title_of_markdown(text: str, title: str | None) -> None:
    assert read_markdown(text).title == title


def test_markdown_is_kept_as_it_is_written() -> None:
    text = "# China **responds**\n\n> quote\n\n    code <b>"
    assert read_markdown(text).body == text


def test_paragraphs_are_split_by_one_blank_line_and_inner_spacing_stays() -> None:
    text = "\n\n  One  two \t\nline\u3000\n \n\n\n\tthree\x1c\n\n"
    assert normalized(text) == "  One  two\nline\n\n\tthree\x1c"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab \t\n\u00a0.", max_size=60))
def test_normalizing_keeps_every_word_and_is_done_once(text: str) -> None:
    once = normalized(text)
    assert normalized(once) == once
    assert once.split() == text.split()
    assert "\n\n\n" not in once


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abk:=[]{}&*!|>'\"#-+ \n\t,", max_size=60), st.sampled_from(["---", "+++"]))
def test_no_front_matter_makes_reading_fail(block: str, fence: str) -> None:
    document = read_plain(f"{fence}\ntitle: {block}\n{fence}\nChina said.")
    assert document.body.endswith("China said.")

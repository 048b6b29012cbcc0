from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fenttui.articles.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Beijing responded.", "It imposed levies of 15 per cent."],
        ["He met U.S. President Donald Trump on Monday.", "They spoke."],
        ["precursors from entering the U.S.", "China in turn accused the Trump administration."],
        ["The U.S. Treasury said so."],
        ["They fled the U.S.", "The police followed."],
        ["He lives in the U.S.", "“Never,” he said."],
        ["Wang met Mr. Trump, Dr. Lee and Gen. Mark Milley.", "All agreed."],
        ["On Jan. 3 he left.", "On Feb. 12 he came back."],
        ["It was in Jan.", "The month was cold."],
        ["J. D. Vance spoke.", "George W. Bush did not."],
        ["Prices rose 3.5 percent.", "Wages fell 0.2 percent."],
        ["But regrettably...the United States doesn't appreciate this."],
        ["He waited...", "Then he left."],
        ["He paused … and went on."],
        ["“forever friends and never enemies.”", "He also said more."],
        ['"It ends here."', '"So it does."'],
        ["(It was over.)", "Nobody minded."],
        ["“Who?” he asked.", "“You!” she said."],
        ["Yahoo! said it would close."],
        ["No. 10 was silent.", "He said no.", "China said yes."],
        ["Apple Inc. rose.", "Ford Motor Co. fell."],
        ["He sued Apple Inc.", "The court agreed."],
        ["At 10 a.m. Monday it began.", "By 5 p.m. it was over."],
        ["It began at 10 a.m.", "Police came."],
        ["The case, Roe v. Wade, was cited.", "It is old."],
        ["Smith et al. wrote it.", "Others read it."],
        ["中国外长说了。", "美国没有回答！", "“为什么？”", "他问。"],
        ["Yes.[1]", "The note follows."],
        ["**It is bold.**", "It is not."],
        ["Visit example.com today.", "Then e.g. Tuesday."],
        ["In St. Petersburg it rained.", "In Moscow it did not."],
        ["Washington, D.C.", "The capital slept."],
        ["The U.S. “Liberation Day” tariffs rose."],
        ["Ann Q. Lee asked.", "It was plan B.", "He agreed."],
        ["Apple Inc. Chief Tim Cook said so."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(parts: list[str]) -> None:
    between = "" if parts[0].startswith("中") else " "
    assert sentences(between.join(parts)) == parts


def test_a_numbered_item_is_one_sentence() -> None:
    assert sentences("1. The first point.\n2. The second.") == ["1. The first point.", "2. The second."]


def test_a_year_at_the_end_ends_the_sentence() -> None:
    assert sentences("It was in 2025. The year was long.") == ["It was in 2025.", "The year was long."]


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    assert sentences("A headline\n\nThe text.\n \nand more") == ["A headline", "The text.", "and more"]


def test_a_line_end_alone_does_not_end_a_sentence() -> None:
    assert sentences("The tariffs\nrose again. They\nfell.") == ["The tariffs\nrose again.", "They\nfell."]


def test_text_without_words_has_no_sentences() -> None:
    assert sentences(" \n\n \t") == []
    assert sentences("") == []


def test_the_bundled_article_is_split_as_it_is_written(seeds: Path) -> None:
    text = (seeds / "000_f009184965be3be7.txt").read_text("utf-8")
    found = sentences(text)
    assert len(found) == 11
    assert (
        "China in turn accused the Trump administration of using the issue as a pretext to raise tariffs."
        in found
    )


NEWS = st.lists(
    st.sampled_from(
        [
            "U.S.",
            "Mr.",
            "China",
            "said",
            "3.5",
            ".",
            "...",
            "…",
            "”",
            '"',
            "。",
            "？",
            "\n",
            "\n\n",
            " ",
            "  ",
            "a",
            "J.",
            "\x1c",
            "\u3000",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), NEWS))
@example(".\n\nA")
@example("\u2028.\u2028\u2028")
def test_spans_are_in_order_and_hold_everything_but_white_space(text: str) -> None:
    spans = sentence_spans(text)
    last = 0
    between = ""
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        between += text[last:start]
        last = end
    assert not (between + text[last:]).strip()

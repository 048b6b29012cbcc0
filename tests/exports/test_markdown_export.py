from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from fenttui.articles.article import Headline
from fenttui.exports import ArticleNotes, render
from fenttui.exports.markdown_escape import escape_line, quote

GITHUB = MarkdownIt("gfm-like")

EXPECTED = """\
# China said

2025-04-02 · Daily · talks

- on the whole article · 2025-04-03

  About it all.

- > China

  characters 0 to 5 · 2025-04-03 · Ada · tariffs, claim/contested

  **Who** says so?

  - a list

- > gone

  orphan: the passage is no longer in the article · 2025-04-03
"""


def test_the_document_has_headings_quotations_and_bodies(make_chapter: Callable[..., ArticleNotes]) -> None:
    chapter = make_chapter(
        "China said no.",
        ("China", {"body": "**Who** says so?\n\n- a list\n", "author": "Ada", "tags": TAGS}),
        ("gone", {}),
        (None, {"body": "About it all."}),
        headline=Headline(dt.date(2025, 4, 2), "header", "China said", source="Daily"),
    )
    assert render("markdown", [chapter]) == EXPECTED


TAGS = ("tariffs", "claim/contested")


def test_an_empty_book_is_an_empty_document() -> None:
    assert render("markdown", []) == ""


def shown(markdown: str) -> tuple[set[str], str]:
    """The kinds of markup in a document, and its text."""
    tokens = [inner for token in GITHUB.parse(markdown) for inner in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens if token.type not in ("inline", "text", "text_special")}
    text = "".join("\n" if token.type == "softbreak" else token.content for token in tokens if is_text(token))
    return kinds, text


def is_text(token: Token) -> bool:
    return token.type in ("text", "text_special", "softbreak")


PLAIN = {"paragraph_open", "paragraph_close", "softbreak"}
QUOTED = PLAIN | {"blockquote_open", "blockquote_close"}


@pytest.mark.parametrize(
    "text",
    [
        "# heading", "a\n===", "a\n---", "- item", "+ item", "* item", "1. one", "2) two", "> quote",
        "    code", "\tcode", "```\ncode", "~~~\ncode", "`code`", "*em* _em_ __strong__", "~~gone~~",
        "[text](http://a.b)", "![image](http://a.b/c.png)", "[ref]: http://a.b", "<b>bold</b>", "<!-- gone",
        "<http://a.b>", "http://a.b/c", "see https://a.b/c", "www.a.com", "a@b.com", "&amp; &#65;",
        "a | b\n--|--\nc | d", "a\n:-", "| a |", "***", "_ _ _", "back\\", "\\*", "#", "==mark==", "$x$",
        "$1.2 billion and $3", "C# #", "- - -", "evil.com", "[^1]: note", "term\n: meaning", "***a***",
    ],
)  # fmt: skip
def test_text_from_outside_is_shown_and_never_markup(text: str) -> None:
    kinds, content = shown("\n".join(quote(text)))
    assert kinds <= QUOTED
    assert content == "\n".join(line.strip(" \t") for line in text.split("\n"))
    line = " ".join(text.split())
    kinds, content = shown(f"# {escape_line(line)}")
    assert kinds == {"heading_open", "heading_close"}
    assert content == line


marks = st.text("ab1 \n\t#*_`~[]()<>!|\\-+=:.&;/@w$^", max_size=40)


@given(text=marks)
@settings(max_examples=300, deadline=None)
def test_no_mixture_of_signs_becomes_markup(text: str) -> None:
    kinds, content = shown("\n".join(quote(text)))
    assert kinds <= QUOTED
    assert "".join(content.split()) == "".join(text.split())


def test_control_characters_and_bidirectional_marks_are_visible() -> None:
    assert quote("\x1b[31mred\u202e") == ["> ␛\\[31mred␦"]
    assert escape_line("a\nb") == "a␊b"


@pytest.mark.parametrize(
    "body", ["```\nopen", "<!-- open", "<details>", "> quote", "a\n  ", "- x\n- y", "# H"]
)
def test_a_body_does_not_reach_what_follows_it(make_chapter: Callable[..., ArticleNotes], body: str) -> None:
    chapter = make_chapter("one two", ("one", {"body": body}), ("two", {"body": "after"}))
    document = render("markdown", [chapter, make_chapter("text", name="next")])
    tokens = GITHUB.parse(document)
    outermost = [token.type for token in tokens if token.level == 0]
    assert outermost == [
        "heading_open", "heading_close", "paragraph_open", "paragraph_close",
        "bullet_list_open", "bullet_list_close",
        "heading_open", "heading_close", "paragraph_open", "paragraph_close",
    ]  # fmt: skip
    assert sum(token.type == "list_item_open" and token.level == 1 for token in tokens) == 2


@given(body=st.text(max_size=60) | marks)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_body_reaches_the_next_heading(make_chapter: Callable[..., ArticleNotes], body: str) -> None:
    chapter = make_chapter("one", ("one", {"body": body}))
    document = render("markdown", [chapter, make_chapter("text", name="next")])
    assert document.endswith("\n\n# China said\n\n2025-04-02 · next\n")
    headings = [token for token in GITHUB.parse(document) if token.type == "heading_open" and not token.level]
    assert len(headings) == 2

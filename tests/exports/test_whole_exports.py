from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenttui.articles.article import Headline
from fenttui.exports import FORMATS, ArticleNotes, render
from fenttui.notes.records import read_record

TEXT = "China said no."
FIELDS = {"body": "one\r\ntwo\x1b", "tags": ("a", "b/c"), "unknown": {"mine": {"x": Decimal("4.50")}}}


def test_json_holds_everything(make_chapter: Callable[..., ArticleNotes]) -> None:
    headline = Headline(dt.date(2025, 4, 2), "modified", "China said", source="Daily", url="https://a.b")
    document = json.loads(render("json", [make_chapter(TEXT, ("said", FIELDS), headline=headline)]))
    (article,) = document["articles"]
    (note,) = article.pop("annotations")
    assert document["schema"] == 1
    assert article.pop("sha256")
    assert article == {
        "id": "talks", "path": "talks.txt", "date": "2025-04-02", "date_source": "modified",
        "title": "China said", "source": "Daily", "url": "https://a.b",
    }  # fmt: skip
    assert note == {
        "id": "id-0", "created": "2025-04-03T09:12:44Z", "modified": "2025-04-03T09:12:44Z", "author": "",
        "tags": ["a", "b/c"], "color": "yellow", "body": "one\r\ntwo\x1b", "mine": {"x": 4.5},
        "target": {"exact": "said", "prefix": "China ", "suffix": " no.", "start": 6, "end": 10},
        "anchor": {"start": 6, "end": 10, "found": "position", "score": 1.0},
    }  # fmt: skip


def test_json_keeps_what_it_has_no_type_for_as_text(make_chapter: Callable[..., ArticleNotes]) -> None:
    unknown = {
        "when": dt.datetime(1979, 5, 27, 7, 32, tzinfo=dt.UTC), "day": dt.date(1979, 5, 27),
        "long": Decimal("0.12345678901234567890123"), "none": Decimal("nan"),
    }  # fmt: skip
    document = json.loads(render("json", [make_chapter(TEXT, (None, {"unknown": unknown}))]))
    note = document["articles"][0]["annotations"][0]
    assert note["when"] == "1979-05-27T07:32:00+00:00"
    assert note["day"] == "1979-05-27"
    assert note["long"] == "0.12345678901234567890123"
    assert note["none"] == "NaN"


def test_an_orphan_is_exported_and_says_so(make_chapter: Callable[..., ArticleNotes]) -> None:
    book = [make_chapter(TEXT, ("gone", {}))]
    (from_json,) = json.loads(render("json", book))["articles"][0]["annotations"]
    (from_toml,) = tomllib.loads(render("toml", book))["article"][0]["annotation"]
    assert from_json["anchor"] == from_toml["anchor"] == {"found": "orphan", "score": 0.0}
    assert "orphan" in render("markdown", book)
    assert "orphan" in render("csv", book)


def test_toml_has_every_article_with_its_own_notes(make_chapter: Callable[..., ArticleNotes]) -> None:
    book = [
        make_chapter(TEXT, ("said", FIELDS), (None, {}), name="one"),
        make_chapter(TEXT, name="none"),
        make_chapter(TEXT, ("China", {}), name="two"),
    ]
    document = tomllib.loads(render("toml", book), parse_float=Decimal)
    assert [article["id"] for article in document["article"]] == ["one", "none", "two"]
    for chapter, article in zip(book, document["article"], strict=True):
        records = article.get("annotation", [])
        for record, note in zip(records, chapter.notes, strict=True):
            del record["anchor"]
            again = read_record(record)
            assert again == note.annotation
            assert dict(again.unknown) == dict(note.annotation.unknown)


any_text = st.text(st.characters(exclude_categories=["Cs"])) | st.text('ab"\\\r\n\t\0 ')


@given(body=any_text, tags=st.lists(any_text, max_size=3), author=any_text)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_json_and_toml_give_any_text_back_exactly(
    make_chapter: Callable[..., ArticleNotes], body: str, tags: list[str], author: str
) -> None:
    book = [make_chapter(TEXT, ("said", {"body": body, "tags": tuple(tags), "author": author}))]
    (from_json,) = json.loads(render("json", book))["articles"][0]["annotations"]
    (from_toml,) = tomllib.loads(render("toml", book))["article"][0]["annotation"]
    for record in (from_json, from_toml):
        assert (record["body"], record["tags"], record["author"]) == (body, tags, author)


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_book_gives_the_same_text(
    make_chapter: Callable[..., ArticleNotes], format_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def text() -> str:
        return render(format_name, [make_chapter(TEXT, ("said", FIELDS), ("gone", {}), (None, {}))])

    first = text()
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert text() == first
    assert "\x1b" not in first


def test_every_format_has_a_suffix_and_a_description() -> None:
    suffixes = {"markdown": ".md", "csv": ".csv", "json": ".json", "toml": ".toml"}
    assert {name: FORMATS[name].suffix for name in suffixes} == suffixes
    first, *others = FORMATS
    assert (first, others) == ("markdown", sorted(others))
    assert all(format_.doc and format_.name == name for name, format_ in FORMATS.items())

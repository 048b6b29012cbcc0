from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenttui.exports import ArticleNotes, render
from fenttui.exports.formats.csv import COLUMNS


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_each_note_is_a_row_with_all_columns(make_chapter: Callable[..., ArticleNotes]) -> None:
    chapter = make_chapter(
        "China said no.", ("said", {"body": 'two\nlines, "quoted"', "tags": ("a", "b"), "author": "Ada"})
    )
    text = render("csv", [chapter])
    assert text.startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")
    assert rows(text) == [
        {
            "article_id": "talks", "article_date": "2025-04-02", "article_title": "China said",
            "path": "talks.txt", "id": "id-0", "created": "2025-04-03T09:12:44Z",
            "modified": "2025-04-03T09:12:44Z", "author": "Ada", "color": "yellow", "tags": "a, b",
            "exact": "said", "prefix": "China ", "suffix": " no.", "start": "6", "end": "10",
            "found": "position", "body": 'two\nlines, "quoted"',
        }
    ]  # fmt: skip


def test_an_orphan_and_a_note_on_the_article_have_no_offsets(
    make_chapter: Callable[..., ArticleNotes],
) -> None:
    chapter = make_chapter("China said no.", ("gone", {}), (None, {}))
    found = [(row["exact"], row["start"], row["end"], row["found"]) for row in rows(render("csv", [chapter]))]
    assert found == [("", "", "", "position"), ("gone", "", "", "orphan")]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_formula_is_shown_as_text_in_every_text_cell(
    make_chapter: Callable[..., ArticleNotes], sign: str
) -> None:
    formula = f"{sign}cmd|' /C calc'!A0"
    fields = {"body": formula, "author": formula, "tags": (formula,), "color": formula}
    chapter = make_chapter(f"{formula} in the text", (formula, fields))
    (row,) = rows(render("csv", [chapter]))
    for column in ("body", "author", "tags", "color", "exact"):
        # A tag with white space at its start is in quotation marks, which begin no formula either.
        assert row[column].startswith("'") or (column == "tags" and row[column].startswith('"'))
        assert row[column].removesuffix('"').endswith("cmd|' /C calc'!A0")


def test_control_characters_are_visible(make_chapter: Callable[..., ArticleNotes]) -> None:
    (row,) = rows(render("csv", [make_chapter("text", ("text", {"body": "a\x1b[2J\0\u202e"}))]))
    assert row["body"] == "a␛[2J␀␦"


@given(body=st.text())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_body_stays_in_its_cell(make_chapter: Callable[..., ArticleNotes], body: str) -> None:
    chapter = make_chapter("text", ("text", {"body": body}), (None, {"body": "other"}))
    found = rows(render("csv", [chapter]))
    assert [row["id"] for row in found] == ["id-1", "id-0"]
    assert None not in found[1]

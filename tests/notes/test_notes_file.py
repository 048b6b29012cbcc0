from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fenttui.articles.article import Article, Entry
from fenttui.notes.annotation import Annotation, Target
from fenttui.notes.notes_file import NotesFile, describe, parse_notes
from fenttui.notes.notes_writing import write_notes
from fenttui.notes.tags import clean_tags
from fenttui.problem import ProblemError

FILE = Path("notes.toml")
NOW = dt.datetime(2025, 4, 3, 9, 12, 44, tzinfo=dt.UTC)


def format_notes(article: Article, notes: NotesFile) -> bytes:
    return write_notes(FILE, describe(article), notes).content


LAYOUT = '''\
schema = 1

[article]
id = "talks"
path = "talks.txt"
date = 2025-04-02
title = "China said"
sha256 = "{sha256}"

[[annotation]]
id = "0196a3c2"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:12:44Z
author = "Ada"
tags = [
    "tariffs",
    "claim/contested",
]
color = "yellow"
body = """
Two
lines, "quoted"."""

[annotation.target]
exact = "China"
prefix = ""
suffix = " said"
start = 0
end = 5
'''.replace('"quoted"', '\\"quoted\\"')


def test_the_file_has_the_layout_of_the_format(article: Article) -> None:
    note = Annotation(
        "0196a3c2", NOW, NOW, "Ada", ("tariffs", "claim/contested"), body='Two\nlines, "quoted".',
        target=Target("China", "", " said", 0, 5),
    )  # fmt: skip
    content = format_notes(article, NotesFile(annotations=(note,)))
    assert content.decode() == LAYOUT.format(sha256=article.sha256)


def test_notes_are_written_by_time_of_creation_whatever_order_they_come_in(article: Article) -> None:
    later = Annotation("a", NOW + dt.timedelta(days=1), NOW)
    first, second = Annotation("b", NOW, NOW), Annotation("c", NOW, NOW)
    one = format_notes(article, NotesFile(annotations=(later, second, first)))
    other = format_notes(article, NotesFile(annotations=(first, later, second)))
    assert one == other
    assert [record["id"] for record in tomllib.loads(one.decode())["annotation"]] == ["b", "c", "a"]


def test_unknown_keys_are_kept_at_every_level(article: Article) -> None:
    text = """
schema = 1
mood = "curious"

[article]
id = "talks"
rating = 4.50

[tool.of.mine]
when = 1979-05-27T07:32:00

[[annotation]]
id = "a"
created = 2025-04-03T09:12:44Z
reply_to = ["b"]

[annotation.target]
exact = "China"
start = 0
end = 5
xpath = "/p[1]"

[[annotation.history]]
body = "before"
"""
    notes = parse_notes(FILE, text.encode())
    again = tomllib.loads(format_notes(article, notes).decode(), parse_float=str)
    assert again["mood"] == "curious"
    assert again["article"]["rating"] == "4.50"
    assert again["tool"]["of"]["mine"]["when"] == dt.datetime(1979, 5, 27, 7, 32)
    (record,) = again["annotation"]
    assert record["reply_to"] == ["b"]
    assert record["target"]["xpath"] == "/p[1]"
    assert record["history"] == [{"body": "before"}]
    assert format_notes(article, parse_notes(FILE, format_notes(article, notes))) == format_notes(
        article, notes
    )


UUID = "0196a3c2-0000-7000-8000-000000000001"
GOOD = f'[[annotation]]\nid = "{UUID}"\ncreated = 2025-04-03T09:12:44Z\n'


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ('id = ""\ncreated = 2025-04-03T09:12:44Z', "has an empty `id`"),
        ("id = 7\ncreated = 2025-04-03T09:12:44Z", "the annotation 7 has a `id` that is not a text"),
        ('id = "bad"\ncreated = "yesterday"', "has a `created` that is not a time such as 2025-04-03T09"),
        ('id = "bad"\ncreated = 0001-01-01T00:00:00+09:00', "has a `created` outside the calendar"),
        ('id = "bad"\ncreated = 2025-04-03T09:12:44Z\ntags = 1', "has `tags` that are not a list of texts"),
        ('id = "bad"\ncreated = 2025-04-03T09:12:44Z\ntags = [1]', "has `tags` that are not a list of texts"),
        ('id = "bad"\ncreated = 2025-04-03T09:12:44Z\nbody = 1', "has a `body` that is not a text"),
        ('id = "bad"\ncreated = 2025-04-03T09:12:44Z\ntarget = "p"', "has a `target` that is not a table"),
        ('id = "bad"\ncreated = 2025-04-03T09:12:44Z\ntarget = {start=0,end=1}', "has no `target.exact`"),
        (
            'id = "bad"\ncreated = 2025-04-03T09:12:44Z\ntarget = {exact="a",start=true,end=1}',
            "has a `target.start` that is not a whole number",
        ),
        (
            f'id = "{UUID}"\ncreated = 2025-04-03T09:12:44Z',
            f"the annotation {UUID} has the same id as another",
        ),
        ('id = "\\u001b[31m"\nbody = 1', "the annotation ␛[31m has a `body` that is not a text"),
        ("body = 1", "the annotation without id has a `body` that is not a text"),
        ("created = 2025-04-03", "the annotation without id has neither `body` nor `target`"),
        ("id = [1]", "the annotation with a strange id has a `id` that is not a text"),
        ('id = "bad"\ncreated = 09:12:44', "has a `created` that is not a time such as"),
        ('id = "bad"\ncreated = "2025-02-30"', "has a `created` that is not a time such as"),
        ('id = "bad"\ntarget = {exact="a",start=1e99,end=1}', "has a `target.start` that is not a whole"),
        ('id = "bad"\ntarget = {exact="a",start=inf,end=1}', "has a `target.start` that is not a whole"),
        ('id = "bad"\ntarget = {exact="a",start=0.5,end=1}', "has a `target.start` that is not a whole"),
    ],
)
def test_a_record_with_something_wrong_is_told_with_its_line_and_kept(
    article: Article, record: str, said: str
) -> None:
    text = f"{GOOD}\n[[annotation]]\n{record}\n"
    notes = parse_notes(FILE, text.encode())
    (problem,) = notes.problems
    assert said in problem.message
    assert (problem.path, problem.line) == (FILE, 5)
    assert [note.id for note in notes.annotations] == [UUID]
    rewritten = tomllib.loads(format_notes(article, notes).decode())["annotation"]
    assert rewritten[-1] == tomllib.loads(f"[[annotation]]\n{record}")["annotation"][0]


def test_the_line_of_a_record_is_known_where_a_body_looks_like_a_record() -> None:
    text = f"{GOOD}body = '''\n[[annotation]]\n'''\n# and\n[[annotation]]\nbody = 1\n"
    assert [problem.line for problem in parse_notes(FILE, text.encode()).problems] == [8]


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"schema = 1\nid = = 2", 2, "is not valid TOML"),
        (b'schema = 1\nbody = """', 2, "is not valid TOML"),
        (b"a = 1\n\nb = '\xff'", 3, "is not UTF-8"),
        (b"\n# new\nschema = 2", 3, "was written by a newer fenttui (schema 2)"),
        (b"schema = true", 1, "`schema` must be 1"),
        (b"article = 1", 1, "`article` must be a table"),
        (b"annotation = 1", 1, "`annotation` must be a list of tables"),
        (b"annotation = [1]", 1, "`annotation` must be a list of tables"),
        (b"b = 1\na = " + b"[" * 100_000, 2, "is not valid TOML (its values are nested too deep)"),
        (b"b = 1\na = " + b"[" * 1000 + b"]" * 1000, 2, "its values are nested too deep"),
        (b"b = 1\n[" + b"a." * 1000 + b"a]\nc = 1", 2, "its values are nested too deep"),
        (b"b = 1\na = 1" + b"0" * 5000, 2, "is not valid TOML (it holds a number that is too large)"),
        (b"b = 1\na = 0x1" + b"0" * 5000, 2, "it holds a number that is too large"),
        (b"b = 1\na = 1e999999999999999999999", 2, "it holds a number that is too large"),
        (b"\x00\x1b[2J", 1, "it holds NUL characters, as after a crash"),
        (b"\xff\xfea\x00\x00", 1, "is damaged UTF-16; save it as UTF-8"),
        (b"a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> other\n", 2, "on the lines 2, 4 and 6: keep"),
        (b"a = 1\nb = 2\n>>>>>>> other\n", 3, "it has merge markers of version control on the line 3: keep"),
        (
            b"a = 1\r\n<<<<<<< a\r\n%%%%%%% b\r\n+++++++ c\r\n>>>>>>> d\r\n",
            2,
            "on the lines 2, 3, 4 and 5: keep",
        ),
        (b"<<<<<<< a\n=======\n>>>>>>> b\n" * 50, 1, "on the lines 1, 2, 3, 4, 5, 6 and 144 more: keep"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_file_that_cannot_be_used_is_told_with_its_line(
    content: bytes, line: int | None, said: str
) -> None:
    with pytest.raises(ProblemError) as caught:
        parse_notes(FILE, content)
    assert said in caught.value.problem.message
    assert caught.value.problem.line == line
    assert "\x1b" not in str(caught.value)


def test_a_file_saved_by_a_windows_editor_is_read() -> None:
    text = "\ufeff" + (GOOD + 'body = """a\nb"""\n').replace("\n", "\r\n")
    (note,) = parse_notes(FILE, text.encode()).annotations
    assert note.body == "a\nb"


def test_a_time_without_zone_is_read_as_utc_and_one_with_a_zone_is_converted() -> None:
    text = '[[annotation]]\nid = "a"\ncreated = 2025-04-03T09:12:44\nmodified = 2025-04-03T09:12:44+02:00\n'
    (note,) = parse_notes(FILE, text.encode()).annotations
    assert note.created == NOW
    assert note.modified == NOW - dt.timedelta(hours=2)


def test_a_file_name_that_is_not_utf_8_does_not_keep_notes_from_being_written(article: Article) -> None:
    entry = Entry("t\udcff", article.entry.root / "t\udcff.txt", article.entry.root, "t\udcff")
    content = format_notes(replace(article, entry=entry), NotesFile(annotations=(Annotation("a", NOW, NOW),)))
    assert len(parse_notes(FILE, content).annotations) == 1


any_text = st.text(st.characters(exclude_categories=["Cs"])) | st.text("ab\"\\\r\n\t\0\x7f\x85\u2028 '")
times = st.datetimes(min_value=dt.datetime(1, 1, 2), timezones=st.just(dt.UTC))
whole = st.integers(-(10**30), 10**30)
offsets = st.tuples(st.integers(0, 10**30), st.integers(0, 10**30)) | st.just((-1, -1))
targets = st.builds(
    lambda exact, prefix, suffix, span: Target(exact, prefix, suffix, *span),
    any_text,
    any_text,
    any_text,
    offsets,
)
values = st.recursive(
    any_text | st.booleans() | whole | times | st.dates() | st.decimals(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)
unknown = st.dictionaries(any_text.map("x-{}".format), values, max_size=3)
any_annotation = st.builds(
    Annotation,
    id=any_text.filter(bool),
    created=times,
    modified=times,
    author=any_text,
    tags=st.lists(any_text, max_size=3).map(clean_tags),
    color=any_text,
    body=any_text,
    target=st.none() | targets,
    unknown=unknown,
)


def plain(value: object) -> object:
    """Decimals as TOML has them: 1E+2 and 100.0 are one number."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return ("decimal", value) if isinstance(value, Decimal) else value


@given(notes=st.lists(any_annotation, max_size=3, unique_by=lambda note: note.id))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_annotation_comes_back_exactly(article: Article, notes: list[Annotation]) -> None:
    content = format_notes(article, NotesFile(annotations=tuple(notes)))
    again = parse_notes(FILE, content)
    assert again.problems == ()
    expected = sorted(notes, key=lambda note: (note.created, note.id))
    assert list(again.annotations) == expected
    assert [plain(note.unknown) for note in again.annotations] == [plain(note.unknown) for note in expected]
    assert format_notes(article, again) == content


@given(
    old=st.lists(any_annotation, max_size=3, unique_by=lambda note: note.id),
    new=st.lists(any_annotation, max_size=2, unique_by=lambda note: note.id),
    deleted=st.lists(st.frozensets(st.sampled_from("abc")), min_size=2, max_size=2),
    data=st.data(),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_that_no_hand_changed_is_changed_to_what_writing_it_anew_gives(
    article: Article,
    old: list[Annotation],
    new: list[Annotation],
    deleted: list[frozenset[str]],
    data: st.DataObject,
) -> None:
    changed = [
        replace(note, body=other.body, tags=other.tags, color=other.color, target=other.target)
        for note, other in zip(old, new, strict=False)
        if "target" not in note.unknown
    ]
    notes = {note.id: note for note in (*old, *new, *changed)}
    kept = tuple(note for note in notes.values() if data.draw(st.booleans()))
    other = replace(article, text=f"{article.text} And more.")
    before = parse_notes(FILE, format_notes(article, NotesFile(annotations=tuple(old), deleted=deleted[0])))
    after = write_notes(FILE, describe(other), replace(before, annotations=kept, deleted=deleted[1]))
    anew = write_notes(FILE, describe(other), NotesFile(annotations=kept, deleted=deleted[1]))
    # With a CRLF in one of its texts a new table has all of them on one line each.
    assume(not any(b"\\r\\n" in file.content for file in (before, anew)))
    assert after.content == anew.content


@given(content=st.binary() | any_text.map(str.encode) | any_text.map(lambda text: (GOOD + text).encode()))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused_in_a_sentence(article: Article, content: bytes) -> None:
    try:
        notes = parse_notes(FILE, content)
    except ProblemError as error:
        said = str(error)
    else:
        said = ""
        assert parse_notes(FILE, format_notes(article, notes)).annotations == notes.annotations
    assert "\n" not in said

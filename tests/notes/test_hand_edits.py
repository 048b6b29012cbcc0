"""What was written into a notes file by hand is read, and stays when something else changes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenttui.articles.article import Article
from fenttui.notes.annotation import Annotation, Target
from fenttui.notes.notebook import Notebook
from fenttui.notes.notes_file import NotesFile, describe, parse_notes
from fenttui.notes.notes_writing import write_notes

FILE = Path("notes.toml")
NOW = dt.datetime(2025, 4, 3, 9, 12, 44, tzinfo=dt.UTC)
ONE, TWO, THREE = (f"0196a3c2-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))
MADE = f'id = "{TWO}"\ncreated = 2025-04-03T09:12:44Z'


def head(article: Article) -> str:
    return write_notes(FILE, describe(article), NotesFile()).content.decode()


def record(identity: str, body: str) -> str:
    return f'[[annotation]]\nid = "{identity}"\ncreated = 2025-04-03T09:12:44Z\nbody = "{body}"\n'


def read(text: str) -> NotesFile:
    file = parse_notes(FILE, text.encode())
    assert not file.problems
    return file


def rewritten(article: Article, file: NotesFile, **bodies: str | None) -> str:
    """Return the file after the note with a body got another one, or was deleted."""
    notes = tuple(
        replace(note, body=body)
        for note in file.annotations
        if (body := bodies.get(note.body, note.body)) is not None
    )
    return write_notes(FILE, describe(article), replace(file, annotations=notes)).content.decode()


ODD = {
    "comments": f'# above\n[[annotation]] # header\n{MADE}\nbody   =  "old"   # beside\n# below\n',
    "a header in a text": f"[[annotation]]\n{MADE}\nbody = 'old'\nmood = '''\n[[annotation]]\n# none\n'''\n",
    "dotted keys": f'[[annotation]]\n{MADE}\n"body" = "old"\ntarget.exact = "x"\ntarget . start = 1\n',
    "an inline table": f'[[annotation]]\n{MADE}\nbody="old"\ntarget = {{ exact = "x", "st\\u0061rt" = 0 }}\n',
    "others between": f'[[annotation]]\n{MADE}\nbody="old"\n[my.tool]\nx=1\n[annotation.target]\nexact=""\n',
    "an array within": f'[[annotation]]\n{MADE}\nbody = "old"\n[[annotation.was]]\na=1\n[[annotation.was]]\n',
    "indents": f'  [[ annotation ]]\n{MADE}\n\tbody = "old"\n  tags = [ "a", # one\n    "b" ]\n',
    "quotes": f'[["annotation"]]\n{MADE}\nbody = """old"""\nq = """"a"""""\nmore = \'\'\'\'a\'\'\'\'\'\n',
    "other order": f'[[annotation]]\nbody = "old"\ncolor = "red"\n# made\n{MADE}\n\n\n',
    "values over lines": f'[[annotation]]\n{MADE}\nbody = "old"\nx = [\n  {{ a = "]" }}, # ] }}\n\n]\n',
    "no line end": f"[[annotation]]\n{MADE}\nbody = 'old'",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("eol", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_change_of_one_value_leaves_every_other_byte(article: Article, odd: str, eol: str) -> None:
    text = f"# top\n{head(article)}\n{record(ONE, 'first')}\n\n# two\n{odd}".replace("\n", eol)
    assert rewritten(article, read(text)) == text
    after = rewritten(article, read(text), old="new")
    assert after == re.sub('"{3}old"{3}|["\']old["\']', '"new"', text)
    assert rewritten(article, read(text), first="new") == text.replace('"first"', '"new"')


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_deleted_record_goes_alone(article: Article, odd: str) -> None:
    before, after = f"# top\n{head(article)}\n", f"# one\n{record(ONE, 'first')}"
    left = rewritten(article, read(f"{before}{odd.rstrip()}\n\n{after}"), old=None)
    assert left.startswith(before)
    assert left.endswith(after)
    assert [note.body for note in read(left).annotations] == ["first"]
    assert ("[my.tool]\nx=1" in left) == ("[my.tool]" in odd)
    assert rewritten(article, read(f"{before}{after}\n{odd}"), first=None).startswith(before)


def test_a_deleted_record_takes_the_comments_that_are_its_own(article: Article) -> None:
    text = f"""{head(article)}
# part one

# about the first
# it is old
{record(ONE, "first")}# below the first

# part two

# about the second
{record(TWO, "second")}
# the end
"""
    left = rewritten(article, read(text), first=None)
    assert left == text.replace(f"# about the first\n# it is old\n{record(ONE, 'first')}", "")
    left = rewritten(article, read(text), second=None)
    assert left == text.replace(f"# about the second\n{record(TWO, 'second')}\n", "")


def test_a_deleted_note_comes_back_as_it_stood(article: Article, notes_file: Path) -> None:
    book = Notebook(article, notes_file)
    first, second = book.add((0, 5), "first"), book.add((6, 10), "second")
    text = notes_file.read_text().replace("[[annotation]]", "# ask the embassy\n[[annotation]] # mine", 1)
    notes_file.write_text(text.replace("author", "mood = 'curious' # why\nauthor", 1))
    book.reload()
    before = notes_file.read_text()
    for note in (first, second):
        book.delete(note.id)
        assert note.body not in notes_file.read_text()
        book.reload()
        book.undo()
        assert notes_file.read_text() == before
    book.delete(first.id)
    assert "# ask the embassy" not in notes_file.read_text()
    assert notes_file.with_name("talks.toml~").read_text() == before


def test_a_deletion_leaves_a_file_as_if_the_note_had_not_been(article: Article) -> None:
    notes = [Annotation(identity, NOW, NOW, body=identity[-1]) for identity in (ONE, TWO, THREE)]

    def of(*kept: Annotation) -> str:
        return write_notes(FILE, describe(article), NotesFile(annotations=kept)).content.decode()

    for gone in notes:
        rest = [note for note in notes if note is not gone]
        assert rewritten(article, read(of(*notes)), **{gone.body: None}) == of(*rest)


def test_a_new_note_goes_to_the_end(article: Article) -> None:
    text = f"{head(article)}\n{record(TWO, 'second')}# the end"
    file = read(text)
    newer = Annotation(ONE, NOW + dt.timedelta(days=1), NOW, body="newer")
    after = write_notes(
        FILE, describe(article), replace(file, annotations=(newer, *file.annotations))
    ).content.decode()
    assert after.startswith(f'{text}\n\n[[annotation]]\nid = "{ONE}"\n')


def test_a_note_that_comes_back_goes_where_it_was_unless_somebody_changed_the_order(article: Article) -> None:
    first, second, third = (
        f"# {body}\n{record(identity, body)}"
        for identity, body in ((ONE, "first"), (TWO, "second"), (THREE, "third"))
    )
    text = f"{head(article)}\n{first}\n{third}"
    note = read(second).annotations[0]
    made = record(TWO, "second").replace(
        "body", 'modified = 2025-04-03T09:12:44Z\nauthor = ""\ntags = []\ncolor = "yellow"\nbody'
    )
    file = read(text)
    back = write_notes(FILE, describe(article), replace(file, annotations=(note, *file.annotations)))
    assert back.content.decode() == f"{head(article)}\n{first}\n{made}\n{third}"
    file = read(f"{head(article)}\n{third}\n{first}")
    back = write_notes(FILE, describe(article), replace(file, annotations=(note, *file.annotations)))
    assert back.content.decode() == f"{head(article)}\n{third}\n{first}\n{made}"


def test_a_passage_that_is_attached_again_is_written_in_its_place(article: Article) -> None:
    place = '[annotation.target] # here\nexact = "x" # the words\nprefix = ""\nsuffix = ""\n'
    place += "start = 1\nend = 2 # so far\n"
    text = f"{head(article)}\n{record(ONE, 'first')}{place}{record(TWO, 'second')}"
    file = read(text)
    first, second = file.annotations
    moved = replace(first, target=Target("said", "China ", " that", 6, 10))
    new = replace(second, target=Target("said", "China ", " that", 6, 10))
    after = write_notes(FILE, describe(article), replace(file, annotations=(moved, new))).content.decode()
    values = 'exact = "said"{}\nprefix = "China "\nsuffix = " that"\nstart = 6\nend = 10{}\n'
    expected = text.replace(
        place, "[annotation.target] # here\n" + values.format(" # the words", " # so far")
    )
    assert after == f"{expected}\n[annotation.target]\n{values.format('', '')}"
    none = write_notes(
        FILE, describe(article), replace(file, annotations=(replace(first, target=None), second))
    )
    assert none.content.decode() == text.replace(place, "")
    assert none.drops


def test_tags_stay_on_one_line_where_they_are(article: Article) -> None:
    text = f"{head(article)}\n{record(ONE, 'first')}tags = ['a'] # mine\n"
    file = read(text)
    (note,) = file.annotations
    after = write_notes(
        FILE, describe(article), replace(file, annotations=(replace(note, tags=("a", 'b"c')),))
    )
    assert after.content.decode() == text.replace("['a']", '["a", "b\\"c"]')


def test_the_facts_of_the_article_are_written_in_their_place(article: Article) -> None:
    text = f"""[article] # of the embassy
title = "An old title" # mine
mood = "curious"
path = "old.txt"

{record(ONE, "first")}"""
    assert (
        rewritten(article, read(text))
        == f"""[article] # of the embassy
title = "China said" # mine
mood = "curious"
path = "talks.txt"
id = "talks"
date = 2025-04-02
sha256 = "{article.sha256}"

{record(ONE, "first")}"""
    )


@pytest.mark.parametrize(
    "start", ["", "# only a comment\n", "schema = 1 # one\n", 'schema = 1\n\n[mine]\nx = "y"\n']
)
def test_a_file_without_article_gets_one(article: Article, start: str) -> None:
    text = f"{start}{record(ONE, 'first')}"
    after = rewritten(article, read(text))
    table = head(article).partition("\n\n")[2]
    assert table in after
    assert after.replace(table, "").split() == text.split()
    assert read(after).annotations == read(text).annotations


def test_what_cannot_be_changed_in_its_place_is_written_anew_and_the_old_file_kept(article: Article) -> None:
    file = read(f"# mine\nannotation = [{{ id = '{ONE}', body = 'old' }}]\n")
    after = write_notes(
        FILE, describe(article), replace(file, annotations=(replace(file.annotations[0], body="new"),))
    )
    assert [note.body for note in after.annotations] == ["new"]
    assert "# mine" not in after.content.decode()
    assert after.drops


FORMS = {
    "a date": "created = 2025-04-03",
    "a date in quotes": 'created = "2025-04-03"',
    "a time in quotes": "created = '2025-04-03T00:00:00Z'",
    "a time with a zone in quotes": 'created = "2025-04-03 02:00:00+02:00"',
    "a time without zone": "created = 2025-04-03T00:00:00",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_time_is_read_however_it_is_written(form: str) -> None:
    (note,) = read(f"[[annotation]]\n{form}\nbody = 'x'\n").annotations
    assert note.created == note.modified == dt.datetime(2025, 4, 3, tzinfo=dt.UTC)


def test_a_note_without_time_has_that_of_its_id_else_of_its_article_else_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "notes.toml"
    file.write_bytes(b"")
    changed = dt.datetime.fromtimestamp(int(file.stat().st_mtime), dt.UTC)
    bare = "[[annotation]]\nbody = 'x'\n"
    of_article = f"[article]\ndate = 2025-04-02\n{bare}"
    assert parse_notes(file, bare.encode()).annotations[0].created == changed
    assert parse_notes(file, of_article.encode()).annotations[0].created == dt.datetime(
        2025, 4, 2, tzinfo=dt.UTC
    )
    (note,) = parse_notes(
        file, f"{of_article}id = '0195f9a0-9be0-7000-8000-000000000001'\n".encode()
    ).annotations
    assert note.created == dt.datetime(2025, 4, 3, 3, 10, 7, tzinfo=dt.UTC)


def test_a_note_without_id_gets_one_that_stays_and_is_written_when_it_changes(article: Article) -> None:
    bare = "[[annotation]]\nbody = 'x'\n"
    text = f"{head(article)}\n{bare}{bare}[[annotation]]\nbody = 'y'\n"
    ids = [note.id for note in read(text).annotations]
    assert len(set(ids)) == 3
    assert ids == [note.id for note in read(f"# more\n{text}").annotations]
    after = rewritten(article, read(text), y="z")
    assert after.startswith(text.removesuffix("body = 'y'\n") + 'id = "')
    assert after.endswith('created = 2025-04-02T00:00:00Z\nbody = "z"\n')
    assert sorted(ids) == sorted(note.id for note in read(after).annotations)


def test_what_a_changed_note_lacked_is_added_in_the_order_of_the_format(article: Article) -> None:
    text = f"{head(article)}\n# mine\n[[annotation]]\nbody = 'y' # so\n"
    file = read(text)
    changed = replace(file.annotations[0], body="z", modified=NOW)
    after = write_notes(FILE, describe(article), replace(file, annotations=(changed,))).content.decode()
    added = f'id = "{changed.id}"\ncreated = 2025-04-02T00:00:00Z\nmodified = 2025-04-03T09:12:44Z\n'
    assert after == text.replace("body = 'y'", f'{added}body = "z"')


def test_a_passage_is_read_without_its_place() -> None:
    def target(rows: str) -> Target | None:
        return read(f"[[annotation]]\n[annotation.target]\nexact = 'abc'\n{rows}").annotations[0].target

    assert target("") == Target("abc", "", "", -1, -1)
    assert target("start = 4.0") == Target("abc", "", "", 4, 7)
    assert target("end = 7") == Target("abc", "", "", 4, 7)


def test_tags_in_one_text_are_read_as_they_are_typed() -> None:
    assert read("[[annotation]]\ntags = 'claim, the  duty'\n").annotations[0].tags == ("claim", "the duty")


@pytest.mark.parametrize("count", [1, 2])
def test_a_header_in_single_brackets_is_read_and_mended_by_a_save(article: Article, count: int) -> None:
    first = record(ONE, "first").replace("[[annotation]]", "[ annotation ] # one")
    second = record(TWO, "second").replace("[[annotation]]", "[annotation]") if count == 2 else ""
    text = f"{head(article)}\n{first}\n[annotation.target]\nexact = 'x'\n{second}"
    assert len(read(text).annotations) == count
    after = rewritten(article, read(text))
    assert after == text.replace("[ annotation ]", "[[annotation]]").replace(
        "\n[annotation]\n", "\n[[annotation]]\n"
    )


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_the_encoding_and_the_line_ends_of_a_file_stay(article: Article, mark: bytes, codec: str) -> None:
    text = f"{head(article)}\n{record(ONE, 'first')}".replace("\n", "\r\n")
    file = parse_notes(FILE, mark + text.encode(codec))
    new = replace(file.annotations[0], body="two\nlines é")
    after = write_notes(FILE, describe(article), replace(file, annotations=(new,))).content
    assert after == mark + text.replace('"first"', '"""\r\ntwo\r\nlines é"""').encode(codec)
    assert parse_notes(FILE, after).annotations == (new,)


@st.composite
def hand_edited(draw: st.DrawFn, rows: list[str]) -> list[str]:
    """Return the lines of a record as a hand may have left them: other order, comments, spaces, more keys."""
    lines = [
        rows[0],
        *draw(st.permutations([*rows[1:], *draw(st.lists(EXTRA, max_size=2, unique_by=key_of))])),
    ]
    edited: list[str] = []
    for line in lines:
        edited += draw(
            st.lists(st.sampled_from(["# by hand", "", "  # [[annotation]]", '# """']), max_size=2)
        )
        edited.append(
            draw(st.sampled_from(["", " ", "\t"])) + line + draw(st.sampled_from(["", " ", " # ' \" #"]))
        )
    return edited


EXTRA = st.sampled_from(
    [
        "mood = 'curious'",
        "when.seen = 1979-05-27",
        '"a.b" = { c = [1, { d = "]" }] }',
        "notes = '''\n[[annotation]]\n'''",
    ]
)


def key_of(row: str) -> str:
    return row.partition(" ")[0]


@given(data=st.data(), eol=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_hand_did_to_a_file_changing_one_note_leaves_every_other_byte(
    article: Article, data: st.DataObject, eol: str
) -> None:
    lines = data.draw(hand_edited(head(article).splitlines()[:1])) + head(article).splitlines()[1:]
    for identity, body in ((TWO, "second"), (ONE, "first"), (THREE, "third")):
        lines += ["", *data.draw(hand_edited(record(identity, body).splitlines()))]
        if data.draw(st.booleans()):
            lines += data.draw(
                hand_edited(["[annotation.target]", 'exact = "China"', "start = 0", "end = 5"])
            )
    text = eol.join(line.replace("\n", eol) for line in lines) + data.draw(st.sampled_from(["", eol]))
    file = read(text)
    assert rewritten(article, file) == text
    assert rewritten(article, file, first='a "new" one') == text.replace('"first"', '"a \\"new\\" one"')
    without = rewritten(article, file, second=None)
    comments = [line for line in text.split(eol) if line.strip() and line not in without.split(eol)]
    assert text.endswith(without[-60:])
    assert [note.body for note in read(without).annotations] == ["first", "third"]
    assert all("first" not in line and "third" not in line for line in comments)

import datetime as dt
import json

from fenttui.notes.anchoring import anchor_note, make_target
from fenttui.notes.annotation import Annotation
from fenttui.notes.json_record import annotation_record

NOW = dt.datetime(2025, 4, 3, 9, 12, 44, tzinfo=dt.UTC)


def test_a_record_has_the_keys_of_the_command_line_in_their_order(article):
    note = Annotation("a", NOW, NOW, "Ada", ("t",), body="b", target=make_target(article.text, 0, 5))
    record = annotation_record(article, anchor_note(article.text, note))
    assert json.loads(json.dumps(record)) == {
        "id": "a", "article": "talks", "author": "Ada", "created": "2025-04-03T09:12:44Z",
        "modified": "2025-04-03T09:12:44Z", "tags": ["t"], "body": "b", "exact": "China",
        "start": 0, "end": 5, "found": "position", "score": 1.0,
    }  # fmt: skip
    assert " ".join(record) == "id article author created modified tags body exact start end found score"


def test_an_orphan_has_no_offsets(article):
    note = Annotation("a", NOW, NOW, target=make_target("something else", 0, 9))
    record = annotation_record(article, anchor_note(article.text, note))
    assert (record["start"], record["end"], record["found"]) == (None, None, "orphan")
    assert record["exact"] == "something"


def test_a_note_on_the_whole_article_has_neither_passage_nor_offsets(article):
    record = annotation_record(article, anchor_note(article.text, Annotation("a", NOW, NOW)))
    assert (record["exact"], record["start"], record["found"]) == (None, None, "position")

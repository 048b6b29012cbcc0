from __future__ import annotations

import datetime as dt
import errno
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenttui import places
from fenttui.annotations.anchoring import make_target
from fenttui.annotations.drafts import Draft, drop_draft, find_draft, keep_draft
from fenttui.problem import ProblemError

NOW = dt.datetime(2025, 4, 3, 9, 12, 44, tzinfo=dt.UTC)


@pytest.fixture
def draft(root: Path) -> Draft:
    return Draft(root / "talks.txt", make_target("a passage", 2, 9), None, "half a sen", ("t",), NOW)


def test_a_draft_is_found_again_for_its_article_alone(draft: Draft, root: Path):
    keep_draft(draft)
    assert find_draft(draft.article_path) == draft
    assert find_draft(root / "other.txt") is None


def test_a_later_draft_takes_the_place_of_the_first(draft: Draft):
    keep_draft(draft)
    later = replace(draft, body="half a sentence", target=None, annotation_id="0196a3c2")
    keep_draft(later)
    assert find_draft(draft.article_path) == later


def test_a_dropped_draft_is_gone_and_may_be_dropped_twice(draft: Draft):
    keep_draft(draft)
    drop_draft(draft.article_path)
    drop_draft(draft.article_path)
    assert find_draft(draft.article_path) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"target": 1}', b"\xff", b"[" * 100_000])
def test_a_broken_draft_is_as_none(draft: Draft, content: bytes):
    keep_draft(draft)
    (file,) = (places.state_folder() / "drafts").iterdir()
    file.write_bytes(content)
    assert find_draft(draft.article_path) is None


def test_a_draft_that_cannot_be_kept_says_so_in_one_sentence(draft: Draft, monkeypatch):
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.write", full)
    with pytest.raises(ProblemError, match="the draft is not kept, no space left on device; save the note"):
        keep_draft(draft)


@given(body=st.text(), tags=st.lists(st.text(), max_size=3))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was(draft: Draft, body: str, tags: list[str]):
    kept = replace(draft, body=body, tags=tuple(tags))
    keep_draft(kept)
    assert find_draft(draft.article_path) == kept

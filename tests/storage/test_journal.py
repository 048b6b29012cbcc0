from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fenttui.problem import ProblemError
from tests.support.full_disk import full_disk
from tests.support.shelf import BACK, BOTH, REFUSAL, Shelf, ShelfStore, TextJournal, content_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shelf.toml"


def on_disk(path: Path) -> dict[str, str]:
    return dict(ShelfStore(path).read().records)


def test_a_change_is_told_and_on_the_disk_at_once(path: Path) -> None:
    journal = TextJournal(path)
    journal.put("a", "one")
    assert on_disk(path) == dict(journal.records) == {"a": "one"}
    assert journal.told[-1] == {"a": "one"}
    assert not journal.unsaved


def test_undo_and_redo_say_what_was_given_with_the_change(path: Path) -> None:
    journal = TextJournal(path)
    journal.put("a", "one")
    assert journal.undo() == "a as before"
    assert (on_disk(path), journal.undo()) == ({}, None)
    assert journal.redo() == "a again"
    assert (on_disk(path), journal.redo()) == ({"a": "one"}, None)


def test_a_change_of_several_records_is_one_step(path: Path) -> None:
    journal = TextJournal(path)
    journal.edit({"a": "one", "b": "two"}, undone="undone", redone="redone")
    journal.edit({"a": None, "b": "three", "c": "four"}, undone="undone", redone="redone")
    journal.undo()
    assert on_disk(path) == {"a": "one", "b": "two"}
    journal.redo()
    assert on_disk(path) == {"b": "three", "c": "four"}


def test_a_step_of_several_records_of_which_another_program_changed_one_is_not_undone_in_part(
    path: Path,
) -> None:
    journal, other = TextJournal(path), TextJournal(path)
    journal.edit({"a": "one", "b": "two"}, undone="undone", redone="redone")
    other.reload()
    other.put("b", "theirs")
    journal.reload()
    assert journal.undo() == REFUSAL
    assert on_disk(path) == {"a": "one", "b": "theirs"}
    assert journal.undo() is None


def test_what_another_program_did_too_can_still_be_undone_and_redone(path: Path) -> None:
    journal, other = TextJournal(path), TextJournal(path)
    journal.put("a", "one")
    other.reload()
    other.put("a", None)
    journal.reload()
    assert journal.undo() == "a as before"
    assert journal.redo() == "a again"
    assert on_disk(path) == {"a": "one"}


def test_a_clash_that_a_save_finds_is_told_once_and_both_versions_stay(path: Path) -> None:
    journal, other = TextJournal(path), TextJournal(path)
    journal.put("a", "one")
    other.put("a", "two")
    assert (other.take_clash(), other.take_clash(), journal.take_clash()) == (BOTH, None, None)
    assert sorted(on_disk(path).values()) == ["one", "two"]


def test_a_clash_that_a_reload_finds_is_told_too(path: Path) -> None:
    journal, other = TextJournal(path), TextJournal(path)
    with full_disk(), pytest.raises(ProblemError):
        journal.put("a", "one")
    other.put("a", "two")
    assert journal.reload()
    assert sorted(journal.records.values()) == ["one", "two"]
    assert journal.unsaved
    assert journal.take_clash() == BOTH
    journal.save()
    assert journal.take_clash() is None
    assert sorted(on_disk(path).values()) == ["one", "two"]


def test_clashes_of_two_saves_are_told_together_each_kind_once(path: Path) -> None:
    journal, other = TextJournal(path), TextJournal(path)
    journal.edit({"a": "one", "b": "one", "c": "one"}, undone="undone", redone="redone")
    other.reload()
    other.edit({"a": "two", "b": "two", "c": "two"}, undone="undone", redone="redone")
    with full_disk(), pytest.raises(ProblemError):
        journal.edit({"a": "three", "b": "three"}, undone="undone", redone="redone")
    journal.put("c", None)
    assert journal.take_clash() == f"{BOTH}; {BACK}"


def test_a_file_that_cannot_be_used_is_kept_and_what_is_done_meanwhile_comes_after_it(path: Path) -> None:
    path.write_text("schema = 1\n= broken\n")
    journal = TextJournal(path)
    assert journal.unreadable is not None
    assert journal.unreadable.line == 2
    assert journal.problems == (journal.unreadable,)
    with pytest.raises(ProblemError):
        journal.put("a", "one")
    assert path.read_text() == "schema = 1\n= broken\n"
    path.write_bytes(content_of(Shelf(texts={"b": "two"})))
    journal.save()
    assert [journal.unreadable, journal.problems, journal.unsaved] == [None, (), False]
    assert on_disk(path) == {"a": "one", "b": "two"}


def test_a_file_that_breaks_later_is_told_by_a_reload_and_the_records_stay(path: Path) -> None:
    journal = TextJournal(path)
    journal.put("a", "one")
    good = path.read_bytes()
    path.write_bytes(b"= broken")
    with pytest.raises(ProblemError):
        journal.reload()
    assert journal.unreadable is not None
    assert journal.records == {"a": "one"}
    path.write_bytes(good)
    assert not journal.reload()
    assert journal.unreadable is None


def test_an_empty_journal_makes_no_file(path: Path) -> None:
    journal = TextJournal(path)
    journal.save()
    assert not path.exists()
    journal.put("a", "one")
    journal.put("a", None)
    assert on_disk(path) == {}
    assert path.exists()


NAMES = st.sampled_from(["a", "b", "c"])
CHANGES = st.dictionaries(NAMES, st.none() | st.sampled_from(["one", "two", "three"]), max_size=3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(before=st.lists(CHANGES, max_size=3), then=st.lists(CHANGES, max_size=6))
def test_undoing_everything_gives_the_file_back_and_redoing_it_again(
    before: list[dict[str, str | None]], then: list[dict[str, str | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shelf.toml"
        first = TextJournal(path)
        start: dict[str, str | None] = {"a": "zero"}
        for changes in (start, *before):
            first.edit(changes, undone="undone", redone="redone")
        journal = TextJournal(path)
        files = [path.read_bytes()]
        for changes in then:
            journal.edit(changes, undone="undone", redone="redone")
            files.append(path.read_bytes())
        for content in files[-2::-1]:
            assert journal.undo() == "undone"
            assert path.read_bytes() == content
        assert journal.undo() is None
        for content in files[1:]:
            assert journal.redo() == "redone"
            assert path.read_bytes() == content


class TwoWriters(RuleBasedStateMachine):
    """Two programs on one file, one of which may have no room to save: nobody's text is ever lost."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "shelf.toml"
        self.journals = [TextJournal(self.path), TextJournal(self.path)]
        self.written: set[str] = set()
        self.given_up: set[str] = set()
        """Texts that were replaced, removed or undone by someone who saw them."""

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        one, two = self.journals
        for journal in (one, two, one):
            journal.save()
        two.reload()
        assert dict(one.records) == dict(two.records) == on_disk(self.path)
        assert not one.unsaved
        assert not two.unsaved
        shutil.rmtree(self.folder)

    @rule(who=st.integers(0, 1), name=NAMES, room=st.booleans())
    def write(self, who: int, name: str, room: bool) -> None:
        text = f"text {len(self.written)}"
        self.written.add(text)
        self.change(who, name, text, room)

    @rule(who=st.integers(0, 1), name=NAMES, room=st.booleans())
    def remove(self, who: int, name: str, room: bool) -> None:
        self.change(who, name, None, room)

    def change(self, who: int, name: str, text: str | None, room: bool) -> None:
        journal = self.journals[who]
        seen = journal.records.get(name)
        self.given_up |= {seen} if seen else set()
        if room:
            journal.put(name, text)
        else:
            before = on_disk(self.path)
            with full_disk(), contextlib.suppress(ProblemError):
                journal.put(name, text)
            assert on_disk(self.path) == before
            assert journal.unsaved or dict(journal.records) == before

    @rule(who=st.integers(0, 1), back=st.booleans())
    def undo_or_redo(self, who: int, back: bool) -> None:
        journal = self.journals[who]
        before = set(journal.records.values())
        said = journal.undo() if back else journal.redo()
        gone = before - set(journal.records.values()) - self.given_up
        # A change was of one record, so that no more than one text goes with it.
        assert len(gone) <= (0 if said in (None, REFUSAL) else 1)
        self.given_up |= gone

    @rule(who=st.integers(0, 1))
    def save(self, who: int) -> None:
        self.journals[who].save()
        assert dict(self.journals[who].records) == on_disk(self.path)

    @rule(who=st.integers(0, 1))
    def reload(self, who: int) -> None:
        journal = self.journals[who]
        before = dict(journal.records)
        assert journal.reload() == (dict(journal.records) != before)
        if not journal.unsaved:
            assert dict(journal.records) == on_disk(self.path)

    @rule()
    def vanish(self) -> None:
        # Only where each of the two knows all of it: else what only the file had is gone with it.
        if all(not each.unsaved and dict(each.records) == on_disk(self.path) for each in self.journals):
            self.path.unlink(missing_ok=True)

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "folder"):
            return
        kept = set(on_disk(self.path).values())
        for journal in self.journals:
            kept |= set(journal.records.values())
            assert journal.told[-1] == journal.records
        assert self.written - self.given_up <= kept


TwoWriters.TestCase.settings = settings(max_examples=70, stateful_step_count=20, deadline=None)
TestTwoWriters = TwoWriters.TestCase

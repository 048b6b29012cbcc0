from __future__ import annotations

import datetime as dt
import errno
import fcntl
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fenttui.articles.article import Article
from fenttui.notes.anchoring import anchor_note, make_target
from fenttui.notes.annotation import Annotation
from fenttui.notes.notes_file import NotesFile
from fenttui.notes.notes_path import other_notes_path
from fenttui.notes.store import load_notes, read_notes, save_notes
from fenttui.problem import ProblemError

NOW = dt.datetime(2025, 4, 3, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=1)
ONE = Annotation("1", NOW, NOW, body="first")
TWO = Annotation("2", NOW, NOW, body="second")


def bodies(path: Path) -> list[str]:
    return [note.body for note in load_notes(path).annotations]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock")


def test_a_missing_and_an_empty_file_have_no_notes(notes_file: Path) -> None:
    assert load_notes(notes_file) == NotesFile()
    notes_file.parent.mkdir()
    notes_file.write_text("\n")
    assert load_notes(notes_file) == NotesFile()


def test_what_is_saved_is_read_back(article: Article, notes_file: Path) -> None:
    saved = save_notes(article, notes_file, NotesFile(), [ONE, TWO], NOW)
    assert saved.annotations == load_notes(notes_file).annotations == (ONE, TWO)
    assert names(notes_file.parent) == ["talks.toml"]


def test_no_file_is_made_for_no_notes_but_an_old_one_stays_without_them(
    article: Article, notes_file: Path
) -> None:
    save_notes(article, notes_file, NotesFile(), [], NOW)
    assert not notes_file.exists()
    saved = save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    save_notes(article, notes_file, saved, [], NOW)
    assert bodies(notes_file) == []
    assert notes_file.read_text().startswith("schema = 1")


@pytest.mark.parametrize("content", ["= broken", "schema = 99"])
def test_a_file_that_cannot_be_used_is_never_overwritten(
    article: Article, notes_file: Path, content: str
) -> None:
    notes_file.parent.mkdir()
    notes_file.write_text(content)
    with pytest.raises(ProblemError):
        save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    assert notes_file.read_text() == content
    assert names(notes_file.parent) == ["talks.toml"]


@pytest.mark.parametrize("call", ["write", "fsync", "rename", "open"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_a_disk_that_fails_leaves_the_old_file_and_no_other(
    article: Article, notes_file: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    saved = save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    before = notes_file.read_bytes()

    def fail(*_args: object, **_more: object) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(Path if call == "rename" else os, "replace" if call == "rename" else call, fail)
        # Reading goes through os.open, too; what is read is then what was written.
        if call == "open":
            patch.setattr("fenttui.storage.saving.read_regular", Path.read_bytes)
        with pytest.raises(ProblemError) as caught:
            save_notes(article, notes_file, saved, [ONE, TWO], NOW)
    assert "the notes are not saved" in caught.value.problem.message
    assert os.strerror(code).lower() in caught.value.problem.message
    assert "save again" in caught.value.problem.message
    assert notes_file.read_bytes() == before
    assert names(notes_file.parent) == ["talks.toml"]
    save_notes(article, notes_file, saved, [ONE, TWO], NOW)
    assert bodies(notes_file) == ["first", "second"]


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_all_of_them(
    article: Article, notes_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr("os.write", lambda descriptor, data: write(descriptor, data[:7]))
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    assert bodies(notes_file) == ["first"]


def test_what_another_program_wrote_meanwhile_is_merged_in(article: Article, notes_file: Path) -> None:
    ours = save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    theirs = read_notes(article.entry, notes_file)
    save_notes(article, notes_file, theirs, [ONE, TWO], NOW)
    changed = replace(ONE, body="changed", modified=LATER)
    saved = save_notes(article, notes_file, ours, [changed], NOW)
    assert saved.annotations == (changed, TWO)
    assert bodies(notes_file) == ["changed", "second"]


def test_a_conflict_keeps_both_versions_in_the_file(article: Article, notes_file: Path) -> None:
    base = save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    save_notes(article, notes_file, base, [replace(ONE, body="theirs")], NOW)
    save_notes(article, notes_file, base, [replace(ONE, body="ours")], NOW)
    kept = load_notes(notes_file).annotations
    assert sorted((note.body, note.tags) for note in kept) == [("ours", ()), ("theirs", ("conflict",))]
    assert len({note.id for note in kept}) == 2


@pytest.mark.parametrize("vanish", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_file_that_vanished_or_was_emptied_is_written_again_in_full(
    article: Article, notes_file: Path, vanish: Callable[[Path], object]
) -> None:
    saved = save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    vanish(notes_file)
    save_notes(article, notes_file, saved, [ONE, TWO], NOW)
    assert bodies(notes_file) == ["first", "second"]


def test_content_of_others_is_backed_up_before_it_is_replaced_and_our_own_is_not(
    article: Article, notes_file: Path
) -> None:
    backup = notes_file.with_name("talks.toml~")
    saved = save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    saved = save_notes(article, notes_file, saved, [ONE, TWO], NOW)
    assert not backup.exists()
    by_hand = notes_file.read_bytes() + b"# by hand\n"
    notes_file.write_bytes(by_hand)
    saved = save_notes(article, notes_file, saved, [ONE], NOW)
    assert backup.read_bytes() == by_hand
    save_notes(article, notes_file, saved, [TWO], NOW)
    assert backup.read_bytes() == by_hand


def test_a_file_that_would_not_change_is_not_written(article: Article, notes_file: Path) -> None:
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    before = notes_file.stat()
    read = read_notes(article.entry, notes_file)
    save_notes(article, notes_file, read, read.annotations, NOW)
    after = notes_file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert names(notes_file.parent) == ["talks.toml"]


def test_a_passage_written_without_offsets_is_found_and_left_as_it_is(
    article: Article, notes_file: Path
) -> None:
    notes_file.parent.mkdir()
    by_hand = "[[annotation]]\nbody = 'mine'\ntarget = { exact = 'equal dialogue' }\n"
    notes_file.write_text(by_hand)
    read = read_notes(article.entry, notes_file)
    found = anchor_note(article.text, read.annotations[0]).anchor
    assert (found.found, found.start) == ("quote", article.text.index("equal dialogue"))
    save_notes(article, notes_file, read, [*read.annotations, ONE], NOW)
    assert by_hand in notes_file.read_text()


def test_a_broken_record_is_kept_by_a_save(article: Article, notes_file: Path) -> None:
    notes_file.parent.mkdir()
    notes_file.write_text('[[annotation]]\nid = "bad"\ntags = 1\nbody = "do not lose me"\n')
    read = read_notes(article.entry, notes_file)
    saved = save_notes(article, notes_file, read, [ONE], NOW)
    assert 'body = "do not lose me"' in notes_file.read_text()
    assert "the annotation bad has `tags` that are not a list of texts" in saved.problems[0].message


def test_file_and_backup_have_the_mode_of_the_old_file(article: Article, notes_file: Path) -> None:
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    notes_file.chmod(0o600)
    save_notes(article, notes_file, NotesFile(), [TWO], NOW)
    assert bodies(notes_file) == ["first", "second"]
    for file in (notes_file, notes_file.with_name("talks.toml~")):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_symbolic_link_is_written_through(article: Article, notes_file: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.toml"
    real.parent.mkdir()
    notes_file.parent.mkdir()
    notes_file.symlink_to(real)
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    assert notes_file.is_symlink()
    assert bodies(real) == ["first"]


def test_a_loop_of_links_is_told_in_a_sentence(article: Article, notes_file: Path) -> None:
    notes_file.parent.mkdir()
    notes_file.symlink_to(notes_file)
    with pytest.raises(ProblemError, match="too many levels of symbolic links"):
        load_notes(notes_file)
    with pytest.raises(ProblemError, match="too many levels of symbolic links"):
        save_notes(article, notes_file, NotesFile(), [ONE], NOW)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_told_in_a_sentence_and_not_waited_for(
    article: Article, notes_file: Path, make: Callable[[Path], object]
) -> None:
    notes_file.parent.mkdir()
    make(notes_file)
    with pytest.raises(ProblemError, match="the notes cannot be read"):
        load_notes(notes_file)
    with pytest.raises(ProblemError):
        save_notes(article, notes_file, NotesFile(), [ONE], NOW)


def test_a_file_left_behind_by_a_killed_writer_is_ignored_and_removed_later(
    article: Article, notes_file: Path
) -> None:
    notes_file.parent.mkdir()
    old, fresh = (notes_file.parent / f".fenttui-{name}.tmp" for name in ("old", "fresh"))
    old.write_text("half a fi")
    fresh.write_text("another program is at it")
    os.utime(old, (1, 1))
    assert load_notes(notes_file) == NotesFile()
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    assert bodies(notes_file) == ["first"]
    assert names(notes_file.parent) == [fresh.name, "talks.toml"]


def test_a_writer_killed_before_the_rename_leaves_the_old_file_whole(
    article: Article, notes_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = save_notes(article, notes_file, NotesFile(), [ONE], NOW)

    class Killed(BaseException):
        """What no handler may catch."""

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        patch.setattr(Path, "unlink", killed)
        with pytest.raises(Killed):
            save_notes(article, notes_file, saved, [TWO], NOW)
    assert len(names(notes_file.parent)) == 2
    assert bodies(notes_file) == ["first"]
    save_notes(article, notes_file, saved, [TWO], NOW)
    assert bodies(notes_file) == ["second"]


def test_a_lock_that_another_program_holds_is_told_in_a_sentence(
    article: Article, notes_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fenttui.storage.saving.LOCK_SECONDS", 0)
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    with (notes_file.parent / ".lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ProblemError, match="another program is saving there; save again"):
            save_notes(article, notes_file, NotesFile(), [TWO], NOW)
    assert bodies(notes_file) == ["first"]


def test_a_file_system_without_locks_still_saves(
    article: Article, notes_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    assert bodies(notes_file) == ["first"]


def test_offsets_follow_the_text_when_a_passage_moved(
    make_article: Callable[..., Article], notes_file: Path
) -> None:
    before = make_article("China said no.")
    target = make_target(before.text, 6, 10)
    base = save_notes(before, notes_file, NotesFile(), [replace(ONE, target=target)], NOW)
    after = make_article("Today China said no.")
    (note,) = save_notes(after, notes_file, base, base.annotations, NOW).annotations
    assert note.target is not None
    assert after.text[note.target.start : note.target.end] == note.target.exact == "said"
    assert after.sha256 in notes_file.read_text()


def test_notes_of_a_dossier_that_became_read_only_are_read_and_never_changed(
    article: Article, notes_file: Path
) -> None:
    save_notes(article, notes_file, NotesFile(), [ONE, TWO], NOW)
    beside = notes_file.read_bytes()
    own = other_notes_path(article.entry, notes_file)
    read = read_notes(article.entry, own)
    assert read.annotations == (ONE, TWO)
    changed = replace(ONE, body="changed", modified=LATER)
    save_notes(article, own, read, [changed], NOW)
    assert notes_file.read_bytes() == beside
    again = read_notes(article.entry, own)
    assert again.annotations == (changed,)


def test_the_only_note_of_a_read_only_dossier_can_be_deleted_and_stays_deleted(
    article: Article, notes_file: Path
) -> None:
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    own = other_notes_path(article.entry, notes_file)
    save_notes(article, own, read_notes(article.entry, own), [], NOW)
    again = read_notes(article.entry, own)
    assert again.annotations == ()
    assert save_notes(article, own, again, [TWO], NOW).annotations == (TWO,)
    assert bodies(notes_file) == ["first"]


def test_a_deletion_in_a_read_only_dossier_outlives_a_file_that_vanished(
    article: Article, notes_file: Path
) -> None:
    save_notes(article, notes_file, NotesFile(), [ONE, TWO], NOW)
    own = other_notes_path(article.entry, notes_file)
    kept = save_notes(article, own, read_notes(article.entry, own), [TWO], NOW)
    own.unlink()
    kept = save_notes(article, own, kept, [], NOW)
    assert kept.annotations == read_notes(article.entry, own).annotations == ()


def test_a_problem_is_told_by_a_save_with_the_line_that_it_has_now(
    article: Article, notes_file: Path
) -> None:
    notes_file.parent.mkdir()
    notes_file.write_text('[[annotation]]\nid = "bad"\ntags = 1\n')
    read = read_notes(article.entry, notes_file)
    assert [problem.line for problem in read.problems] == [1]
    saved = save_notes(article, notes_file, read, [ONE], NOW)
    lines = notes_file.read_text().splitlines()
    assert [lines[problem.line :][0] for problem in saved.problems] == ['id = "bad"']


def test_notes_made_while_a_dossier_was_read_only_are_there_when_it_is_writable(
    article: Article, notes_file: Path
) -> None:
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    own = other_notes_path(article.entry, notes_file)
    base = read_notes(article.entry, own)
    save_notes(article, own, base, [replace(ONE, body="changed", modified=LATER), TWO], NOW)
    assert [note.body for note in read_notes(article.entry, notes_file).annotations] == ["changed", "second"]


def test_a_broken_file_at_the_other_path_is_a_problem_and_costs_nothing(
    article: Article, notes_file: Path
) -> None:
    own = other_notes_path(article.entry, notes_file)
    own.parent.mkdir(parents=True)
    own.write_text("= broken")
    save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    read = read_notes(article.entry, notes_file)
    assert read.annotations == (ONE,)
    assert [problem.path for problem in read.problems] == [own]


def test_no_backup_is_overwritten_by_one_with_other_content(article: Article, notes_file: Path) -> None:
    backup = notes_file.with_name("talks.toml~")
    saved = save_notes(article, notes_file, NotesFile(), [ONE], NOW)
    backup.write_text("kept by an editor\n")
    by_hand = saved.content.replace(b"first", b"by hand")
    notes_file.write_bytes(by_hand)
    save_notes(article, notes_file, load_notes(notes_file), [replace(ONE, body="again")], NOW)
    assert backup.read_text() == "kept by an editor\n"
    assert notes_file.with_name("talks.toml~2").read_bytes() == by_hand
    assert names(notes_file.parent) == ["talks.toml", "talks.toml~", "talks.toml~2"]


def test_sessions_that_only_add_leave_one_backup(article: Article, notes_file: Path) -> None:
    notes = [ONE]
    for number in range(5):
        notes.append(replace(TWO, id=f"{number + 2}"))
        save_notes(article, notes_file, load_notes(notes_file), notes, NOW)
    assert names(notes_file.parent) == ["talks.toml", "talks.toml~"]

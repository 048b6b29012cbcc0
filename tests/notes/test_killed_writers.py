"""Real processes that annotate and are killed, or annotate the same article at once."""

from __future__ import annotations

import errno
import subprocess
import sys
import tomllib
from pathlib import Path
from random import Random

import pytest

from fenttui.articles.article import Article
from fenttui.notes.notebook import Notebook
from fenttui.storage import saving

WRITER = """
import datetime as dt, sys
from pathlib import Path
{before}
from fenttui.articles.article import Article, Entry, Headline
from fenttui.notes.notebook import Notebook
root, author, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
entry = Entry(id="talks", path=root / "talks.txt", root=root, name="talks")
article = Article(entry, Headline(dt.date(2025, 4, 2), "header", "China said"), sys.argv[4])
book = Notebook(article, root / "annotations" / "talks.toml", author=author)
for number in range(most):
    note = book.add((number % 40, number % 40 + 5), f"{{author}} {{number}}")
    print(note.id, flush=True)
"""
NO_LOCKS = """
import errno, fcntl
def unsupported(*_):
    raise OSError(errno.ENOLCK, "No locks available")
fcntl.flock = unsupported
"""


def writer(article: Article, author: str, most: int, before: str = "") -> subprocess.Popen[str]:
    """A process that annotates, and prints the id of each note that is saved."""
    root = article.entry.root
    code = WRITER.format(before=before)
    command = [sys.executable, "-c", code, str(root), author, str(most), article.text]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def ids(path: Path) -> set[str]:
    return {note["id"] for note in tomllib.loads(path.read_text("utf-8"))["annotation"]}


@pytest.mark.parametrize("rounds", [20, pytest.param(500, marks=pytest.mark.slow)])
def test_no_note_of_a_killed_writer_is_lost_and_nothing_is_left(
    article: Article, notes_file: Path, rounds: int
) -> None:
    random, saved = Random(1), set[str]()
    for number in range(rounds):
        process = writer(article, str(number), 10_000)
        assert process.stdout is not None
        for _ in range(random.randint(1, 5)):
            saved.add(process.stdout.readline().strip())
        process.kill()
        # What was told before the end was saved, too.
        saved |= {line.strip() for line in process.stdout if line.endswith("\n")}
        assert process.wait() != 0
        process.stdout.close()
        assert saved <= ids(notes_file)
        if number % 25 == 24:
            notes_file.unlink()
            saved.clear()
    book = Notebook(article, notes_file)
    book.add(None, "the last one")
    left = {path.name for path in notes_file.parent.iterdir()}
    assert left <= {"talks.toml", "talks.toml~", ".lock"}


@pytest.mark.parametrize("most", [25, pytest.param(400, marks=pytest.mark.slow)])
def test_two_writers_at_once_lose_nothing(article: Article, notes_file: Path, most: int) -> None:
    processes = [writer(article, name, most) for name in ("Ada", "Ben")]
    saved = set[str]()
    for process in processes:
        told, _ = process.communicate(timeout=300)
        assert process.returncode == 0
        saved |= set(told.split())
    assert len(saved) == 2 * most
    assert ids(notes_file) == saved


def test_a_writer_that_was_overtaken_without_locks_merges_what_the_other_wrote(
    article: Article, notes_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    mine, others = Notebook(article, notes_file), Notebook(article, notes_file)
    mine.add(None, "first")
    real, overtaken = saving.read_saved, [True]

    def read_saved(path: Path, what: str) -> bytes:
        if overtaken and path == notes_file and sys._getframe(1).f_code.co_name == "save_file":
            overtaken.clear()
            others.add(None, "from another program")
        return real(path, what)

    monkeypatch.setattr("fenttui.storage.record_file.read_saved", read_saved)
    mine.add(None, "second")
    written = tomllib.loads(notes_file.read_text("utf-8"))["annotation"]
    assert sorted(note["body"] for note in written) == ["first", "from another program", "second"]


def test_writers_without_locks_leave_a_file_that_can_be_read(article: Article, notes_file: Path) -> None:
    processes = [writer(article, name, 10, NO_LOCKS) for name in ("Ada", "Ben")]
    for process in processes:
        process.communicate(timeout=300)
        assert process.returncode == 0
    assert ids(notes_file)

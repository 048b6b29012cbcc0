"""Two people's notes in two clones, merged by real git."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from fenttui.articles.dossier import open_dossier
from fenttui.articles.reading import read_article
from fenttui.cli.program import program
from fenttui.notes.git_setup import ATTRIBUTES
from fenttui.notes.notebook import Notebook
from fenttui.settings.types import Settings
from tests.support.dossiers import write_article

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

BODY = "Wang Yi met Marco Rubio. They spoke for an hour. Exports fell by a tenth."
Change = Callable[[Notebook], object]


def git(folder: Path, *arguments: str, fails: bool = False) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout


def install(folder: Path, *options: str) -> str:
    """Call install-git, and let git call the program under test, which may not be on the path."""
    result = CliRunner().invoke(program, ["notes", "install-git", *options, str(folder)])
    assert result.exit_code == 0, result.output
    code = "from fenttui.cli import main; main()"
    driver = f"{shlex.quote(sys.executable)} -c {shlex.quote(code)} notes merge-driver %O %A %B %P"
    if not options:
        git(folder, "config", "merge.fenttui-notes.driver", driver)
    return result.output


def notebook(folder: Path, author: str) -> Notebook:
    entry = open_dossier((folder,)).entries[0]
    article = read_article(entry, Settings().articles)
    return Notebook(article, folder / "annotations" / "the talks.toml", author=author)


def notes(folder: Path) -> list[dict[str, Any]]:
    content = (folder / "annotations" / "the talks.toml").read_text("utf-8")
    assert "<<<<" not in content
    found: list[dict[str, Any]] = tomllib.loads(content).get("annotation", [])
    return found


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Ada's and Ben's clone of a dossier with one note."""
    for name, value in {
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "Ada",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
    }.items():
        monkeypatch.setenv(name, value)
    ada, ben = tmp_path / "ada", tmp_path / "ben"
    write_article(ada, "the talks", BODY)
    git(ada, "init", "-q", "-b", "main")
    install(ada)
    notebook(ada, "Ada").add((0, 7), "who he is", tags=["people"])
    git(ada, "add", "-A", ":!annotations/.lock")
    git(ada, "commit", "-q", "-m", "the dossier")
    git(tmp_path, "clone", "-q", str(ada), str(ben))
    install(ben)
    return ada, ben


def merge(clones: tuple[Path, Path], adas: Change, bens: Change) -> Path:
    """Let both change their notes, and Ben merge Ada's; return his clone."""
    ada, ben = clones
    for folder, author, change in ((ada, "Ada", adas), (ben, "Ben", bens)):
        change(notebook(folder, author))
        git(folder, "commit", "-q", "-a", "-m", author)
    git(ben, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    assert git(ben, "status", "--porcelain", "--untracked-files=no") == ""
    return ben


def first(book: Notebook) -> str:
    return book.anchored[0].annotation.id


def test_notes_of_both_stay(clones: tuple[Path, Path]) -> None:
    ben = merge(
        clones, lambda book: book.add((8, 11), "Ada's"), lambda book: book.add((12, 17), "Ben's", tags=["b"])
    )
    assert {(note["author"], note["body"]) for note in notes(ben)} == {
        ("Ada", "who he is"), ("Ada", "Ada's"), ("Ben", "Ben's"),
    }  # fmt: skip


def test_changes_of_different_fields_of_one_note_are_joined(clones: tuple[Path, Path]) -> None:
    ben = merge(
        clones,
        lambda book: book.edit(first(book), body="the foreign minister"),
        lambda book: book.edit(first(book), tags=["people", "china"]),
    )
    assert [(note["body"], note["tags"]) for note in notes(ben)] == [
        ("the foreign minister", ["people", "china"])
    ]


def test_of_one_field_that_both_changed_both_versions_stay(clones: tuple[Path, Path]) -> None:
    ben = merge(
        clones,
        lambda book: book.edit(first(book), body="Ada's words"),
        lambda book: book.edit(first(book), body="Ben's words"),
    )
    found = {note["body"]: note["tags"] for note in notes(ben)}
    assert found == {"Ben's words": ["people"], "Ada's words": ["people", "conflict"]}
    assert len({note["id"] for note in notes(ben)}) == 2


def test_a_note_that_one_deleted_and_the_other_changed_stays(clones: tuple[Path, Path]) -> None:
    ben = merge(
        clones,
        lambda book: book.edit(first(book), body="still needed"),
        lambda book: book.delete(first(book)),
    )
    assert [note["body"] for note in notes(ben)] == ["still needed"]


def test_a_note_that_one_deleted_is_gone(clones: tuple[Path, Path]) -> None:
    ben = merge(clones, lambda book: book.delete(first(book)), lambda book: book.add((8, 11), "another"))
    assert [note["body"] for note in notes(ben)] == ["another"]


def test_comments_of_both_stay(clones: tuple[Path, Path]) -> None:
    def comment(folder: Path, words: str) -> Change:
        def change(book: Notebook) -> None:
            book.add((8, 11), words)
            path = folder / "annotations" / "the talks.toml"
            before = path.read_text("utf-8")
            at = before.rindex("[[annotation]]")
            path.write_text(f"{before[:at]}# {words}\n{before[at:]}", "utf-8")

        return change

    ben = merge(clones, comment(clones[0], "asked Ada"), comment(clones[1], "asked Ben"))
    content = (ben / "annotations" / "the talks.toml").read_text("utf-8")
    assert content.count("# asked Ada\n") == content.count("# asked Ben\n") == 1


def test_a_file_that_cannot_be_read_is_left_to_git(clones: tuple[Path, Path]) -> None:
    ada, ben = clones
    (ada / "annotations" / "the talks.toml").write_text("schema = [", "utf-8")
    git(ada, "commit", "-q", "-a", "-m", "broken")
    notebook(ben, "Ben").add((8, 11), "Ben's")
    before = (ben / "annotations" / "the talks.toml").read_bytes()
    git(ben, "commit", "-q", "-a", "-m", "Ben")
    git(ben, "pull", "-q", "--no-rebase", "origin", "main", fails=True)
    assert "UU" in git(ben, "status", "--porcelain")
    assert (ben / "annotations" / "the talks.toml").read_bytes() == before


def test_both_merge_to_the_same_file(clones: tuple[Path, Path], tmp_path: Path) -> None:
    ada, ben = clones
    ours, theirs = (folder / "annotations" / "the talks.toml" for folder in (ben, ada))
    base = tmp_path / "base"
    base.write_bytes(ours.read_bytes())
    for folder, body in ((ada, "Ada's"), (ben, "Ben's")):
        book = notebook(folder, body)
        book.edit(first(book), body=body)
    merged = []
    for copy in ("one", "two"):
        target = tmp_path / copy
        target.write_bytes(ours.read_bytes())
        arguments = ["notes", "merge-driver", str(base), str(target), str(theirs), "the", "talks.toml"]
        result = CliRunner().invoke(program, arguments)
        assert result.exit_code == 0, result.output
        merged.append(target.read_bytes())
    assert merged[0] == merged[1]


def test_what_is_there_stays_and_is_not_doubled(clones: tuple[Path, Path]) -> None:
    ada = clones[0]
    attributes = ada / ".gitattributes"
    attributes.write_text(f"*.txt text\n{ATTRIBUTES}\n", "utf-8")
    assert "already" in install(ada)
    assert attributes.read_text("utf-8") == f"*.txt text\n{ATTRIBUTES}\n"
    attributes.write_text("*.txt text", "utf-8")
    assert "commit it" in install(ada)
    assert attributes.read_text("utf-8") == f"*.txt text\n{ATTRIBUTES}\n"


def test_print_changes_nothing(tmp_path: Path) -> None:
    write_article(tmp_path, "a", BODY)
    git(tmp_path, "init", "-q")
    said = install(tmp_path, "--print")
    assert ATTRIBUTES in said
    assert "git config merge.fenttui-notes.driver" in said
    assert not (tmp_path / ".gitattributes").exists()
    assert "fenttui" not in git(tmp_path, "config", "--list", "--local")


def test_a_folder_in_no_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = CliRunner().invoke(program, ["notes", "install-git", str(tmp_path)])
    assert result.exit_code != 0


def test_notes_below_a_subfolder_are_merged_too(clones: tuple[Path, Path]) -> None:
    ada = clones[0]
    path = "annotations/2025/april/deep.toml"
    assert git(ada, "check-attr", "merge", path).strip().endswith("fenttui-notes")

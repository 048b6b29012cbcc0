from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from fenttui.articles.reading import text_digest
from tests.support.command_output import records

CONFLICT = "one.sync-conflict-20250402-101112-ABCDEFG.toml"


@pytest.fixture
def notes_file(dossier: Path) -> Path:
    return dossier / "annotations" / "one.toml"


def bodies(run: Callable[..., Result], dossier: Path) -> list[str]:
    return sorted(record["body"] for record in records(run("annotations", "--json", dossier)))


def with_another(content: str, body: str = "from the train") -> str:
    note = content[content.index("[[annotation]]") :]
    note = note.replace("000000000001", "000000000002").replace("Says who?", body)
    return f"{content}\n{note}"


def test_a_conflict_copy_is_told_and_the_command_named_merges_it(
    run: Callable[..., Result], dossier: Path, notes_file: Path
) -> None:
    copy = notes_file.with_name(CONFLICT)
    content = with_another(notes_file.read_text())
    copy.write_text(content)
    checked = run("check", dossier)
    assert checked.exit_code == 1
    (line,) = (line for line in checked.stdout.splitlines() if CONFLICT in line)
    assert bodies(run, dossier) == ["Says who?"]
    merged = run(*shlex.split(line.split("`")[1])[1:])
    assert merged.exit_code == 0
    assert "1 note added" in merged.stdout
    assert bodies(run, dossier) == ["Says who?", "from the train"]
    assert not copy.exists()
    assert copy.with_name(f"{CONFLICT}.merged").read_text() == content
    assert run("check", dossier).exit_code == 0


def test_of_a_note_in_two_versions_both_are_kept(
    run: Callable[..., Result], dossier: Path, notes_file: Path
) -> None:
    copy = notes_file.with_name("one.toml.orig")
    copy.write_text(notes_file.read_text().replace("Says who?", "Said Rubio"))
    merged = run("notes", "merge", copy)
    assert "of 1 note both versions are kept" in merged.stdout
    assert bodies(run, dossier) == ["Said Rubio", "Says who?"]
    (other,) = records(run("annotations", "--json", "--tag", "conflict", dossier))
    assert other["body"] == "Said Rubio"


def test_a_copy_in_which_only_the_place_of_a_passage_differs_adds_nothing(
    run: Callable[..., Result], dossier: Path, notes_file: Path
) -> None:
    copy = notes_file.with_name("one (1).toml")
    copy.write_text(
        notes_file.read_text().replace("start = 12", "start = 10").replace("end = 23", "end = 21")
    )
    assert "0 notes added" in run("notes", "merge", copy).stdout
    assert bodies(run, dossier) == ["Says who?"]


def test_a_stray_is_told_and_adopted(run: Callable[..., Result], dossier: Path, notes_file: Path) -> None:
    stray = notes_file.rename(notes_file.with_name("gone.toml"))
    (dossier / "one.txt").unlink()
    checked = run("check", dossier)
    assert checked.exit_code == 1
    assert f"fenttui notes adopt {stray} ARTICLE" in checked.stdout
    adopted = run("notes", "adopt", stray, dossier / "two.txt")
    assert adopted.exit_code == 0
    (record,) = records(run("annotations", "--json", dossier))
    assert (record["article"], record["body"]) == ("two", "Says who?")
    assert stray.with_name("gone.toml.merged").exists()


def test_notes_that_already_follow_the_article_are_adopted_without_loss(
    run: Callable[..., Result], dossier: Path, notes_file: Path
) -> None:
    digest = text_digest(dossier / "one.txt")
    notes_file.write_text(notes_file.read_text().replace('sha256 = ""', f'sha256 = "{digest}"'))
    (dossier / "one.txt").rename(dossier / "new.txt")
    assert bodies(run, dossier) == ["Says who?"]
    assert run("notes", "adopt", notes_file, dossier / "new.txt").exit_code == 0
    assert bodies(run, dossier) == ["Says who?"]
    assert notes_file.with_name("new.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("adopt {0}/annotations/one.toml {0}/two.txt", "these are the notes of the article one"),
        ("adopt {0}/annotations/missing.toml {0}/two.txt", "there is no such file"),
        ("adopt {0}/annotations/bad.toml {0}/two.txt", "bad.toml:"),
        ("adopt {0}/annotations/bad.toml {0}/annotations", "this is a folder"),
        ("adopt {0}/annotations/bad.toml {0}/three.txt", "there is no such file"),
        ("merge {0}/annotations/bad.toml", "its name does not say"),
        ("merge {0}/annotations/bad.toml {0}/annotations/bad.toml", "into itself"),
        ("merge {0}/annotations/bad.toml.orig", "no article of this name"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    run: Callable[..., Result], dossier: Path, arguments: str, sentence: str
) -> None:
    for name in ("bad.toml", "bad.toml.orig"):
        (dossier / "annotations" / name).write_text("= broken\n")
    before = {path: path.read_bytes() for path in (dossier / "annotations").glob("*.*")}
    result = run("notes", *arguments.format(dossier).split())
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert sentence in line
    after = {path: path.read_bytes() for path in (dossier / "annotations").glob("*.*") if path.name[0] != "."}
    assert after == {path: content for path, content in before.items() if path.name[0] != "."}


def test_the_list_names_strays_and_copies_with_their_commands(
    run: Callable[..., Result], dossier: Path, notes_file: Path
) -> None:
    assert run("notes", "list", dossier).stdout == ""
    copy, stray = notes_file.with_name(CONFLICT), notes_file.with_name("gone.toml")
    for path in (copy, stray):
        path.write_bytes(notes_file.read_bytes())
    assert records(run("notes", "list", "--json", dossier)) == [
        {"kind": "stray", "file": str(stray), "command": f"fenttui notes adopt {stray} ARTICLE"},
        {"kind": "conflict", "file": str(copy), "command": f"fenttui notes merge {copy}"},
    ]


@pytest.mark.parametrize("name", ["list", "adopt", "merge"])
def test_each_command_on_notes_files_explains_itself(run: Callable[..., Result], name: str) -> None:
    result = run("notes", name, "--help")
    assert result.exit_code == 0
    assert f"fenttui notes {name}" in result.stdout.split(":\n")[-1]


def test_a_conflict_copy_of_an_article_is_told(run: Callable[..., Result], dossier: Path) -> None:
    name = "one.sync-conflict-20250402-101112-ABCDEFG.txt"
    (dossier / name).write_bytes((dossier / "one.txt").read_bytes())
    assert f"{name}: warning: this is a conflict copy" in run("check", dossier).stdout

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.support.command_output import records

BOOK = """# Our codebook.
[[tag]]
name = "claim"
description = "What somebody says is so."

[[tag]]
name = "person"
"""
NOTE = """
[[annotation]]
id = "{id}"
created = 2025-04-03T09:12:44Z
tags = {tags}
body = "b"
"""


@pytest.fixture
def coded(dossier: Path) -> Path:
    """The dossier with a codebook, two notes on the article `two` and one on `one`."""
    (dossier / "tags.toml").write_text(BOOK)
    notes = NOTE.format(id="a", tags='["Claim", "tariffs"]') + NOTE.format(id="b", tags='["claims"]')
    (dossier / "annotations" / "two.toml").write_text(f"schema = 1\n{notes}")
    return dossier


def tags_on_disk(dossier: Path) -> dict[str, list[str]]:
    return {
        note["id"][-2:]: note["tags"]
        for path in (dossier / "annotations").glob("*.toml")
        for note in tomllib.loads(path.read_text("utf-8"))["annotation"]
    }


def names(dossier: Path) -> list[str]:
    return [tag["name"] for tag in tomllib.loads((dossier / "tags.toml").read_text("utf-8"))["tag"]]


def test_tags_are_counted_with_those_below_them(run: Callable[..., Result], coded: Path) -> None:
    result = run("tags", coded)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "claim\t1\t1\t2\t2\t\tWhat somebody says is so.",
        "claim/contested\t1\t1\t1\t1\tundescribed\t",
        "claims\t1\t1\t1\t1\tundescribed\t",
        "person\t0\t0\t0\t0\tunused, undescribed\t",
        "tariffs\t2\t2\t2\t2\tundescribed\t",
    ]
    first = records(run("tags", "--json", coded))[0]
    assert (first["tag"], first["notes_below"], first["in_codebook"]) == ("claim", 2, True)


@pytest.mark.parametrize(
    ("against", "head", "claim"),
    [
        ("month", "tag\t2025-03\t2025-04", "claim\t1\t1"),
        ("source", "tag\t-", "claim\t2"),
        ("actor", "tag\tMarco Rubio", "claim\t1"),
    ],
)
def test_tags_are_counted_against_what_they_stand_in(
    run: Callable[..., Result], coded: Path, against: str, head: str, claim: str
) -> None:
    lines = run("tags", "--crosstab", against, coded).stdout.splitlines()
    assert lines[:2] == [head, claim]
    cells = [
        json.loads(line) for line in run("tags", "--crosstab", against, "--json", coded).stdout.splitlines()
    ]
    assert sum(cell["notes"] for cell in cells if cell["tag"] == "claim") == sum(
        map(int, claim.split("\t")[1:])
    )


def test_a_rename_changes_notes_and_codebook_and_undo_restores_both(
    run: Callable[..., Result], coded: Path
) -> None:
    before, book = tags_on_disk(coded), (coded / "tags.toml").read_bytes()
    said = run("tags", "rename", "--dry-run", "claim", "statement", coded).stdout
    assert said == "would be renamed, claim to statement: 2 notes in 2 articles, 1 in tags.toml\n"
    assert (tags_on_disk(coded), (coded / "tags.toml").read_bytes()) == (before, book)
    said = run("tags", "rename", "claim", "statement", coded).stdout
    assert said == "renamed, claim to statement: 2 notes in 2 articles, 1 in tags.toml\n"
    assert tags_on_disk(coded) == {
        "01": ["tariffs", "statement/contested"], "a": ["statement", "tariffs"], "b": ["claims"],
    }  # fmt: skip
    assert names(coded) == ["statement", "person"]
    assert run("tags", "undo", coded).stdout == "taken back, claim to statement: 2 notes in 2 articles\n"
    assert (tags_on_disk(coded), (coded / "tags.toml").read_bytes()) == (before, book)
    assert run("tags", "undo", coded).stdout == "no rename to take back\n"


def test_a_merge_makes_several_tags_one(run: Callable[..., Result], coded: Path) -> None:
    before = tags_on_disk(coded)
    result = run("tags", "merge", "claims", "tariffs", "#claim", "--in", coded)
    assert result.stdout == "renamed, claims, tariffs to claim: 3 notes in 2 articles, 0 in tags.toml\n"
    assert tags_on_disk(coded) == {"01": ["claim", "claim/contested"], "a": ["Claim"], "b": ["claim"]}
    run("tags", "undo", coded)
    assert tags_on_disk(coded) == before


def test_undo_leaves_what_was_changed_since(run: Callable[..., Result], coded: Path) -> None:
    run("tags", "rename", "claim", "statement", coded)
    path = coded / "annotations" / "two.toml"
    path.write_text(path.read_text().replace('"statement",', '"mine",'))
    (coded / "tags.toml").write_text(BOOK)
    result = run("tags", "undo", coded)
    assert "1 note in 1 article; 1 note changed since left alone" in result.stdout
    assert tags_on_disk(coded)["a"] == ["mine", "tariffs"]
    assert tags_on_disk(coded)["01"] == ["tariffs", "claim/contested"]


def test_a_codebook_that_was_changed_since_stays(run: Callable[..., Result], coded: Path) -> None:
    run("tags", "rename", "claim", "statement", coded)
    (coded / "tags.toml").write_text("# new\n")
    result = run("tags", "undo", coded)
    assert "was changed since that rename" in result.stderr
    assert result.exit_code == 1
    assert (coded / "tags.toml").read_text() == "# new\n"


def test_a_file_that_does_not_parse_is_told_and_the_others_are_renamed(
    run: Callable[..., Result], coded: Path
) -> None:
    (coded / "annotations" / "one.toml").write_text("schema = \n")
    result = run("tags", "rename", "claim", "statement", coded)
    assert result.exit_code == 1
    assert "one.toml" in result.stderr
    assert "1 note in 1 article" in result.stdout
    assert (coded / "annotations" / "one.toml").read_text() == "schema = \n"


@pytest.mark.parametrize("words", [("rename", "claim", " #claim"), ("rename", "x", "/"), ("merge", "x")])
def test_a_rename_to_nothing_is_refused(
    run: Callable[..., Result], coded: Path, words: tuple[str, ...]
) -> None:
    before = tags_on_disk(coded)
    assert run("tags", *words).exit_code == 2
    assert tags_on_disk(coded) == before


def test_a_codebook_in_another_encoding_is_renamed_and_restored(
    run: Callable[..., Result], coded: Path
) -> None:
    book = BOOK.encode("utf-16")
    (coded / "tags.toml").write_bytes(book)
    assert run("tags", "rename", "claim", "statement", coded).exit_code == 0
    assert (coded / "tags.toml").read_bytes().decode("utf-16") == BOOK.replace('"claim"', '"statement"')
    assert run("tags", "undo", coded).exit_code == 0
    assert (coded / "tags.toml").read_bytes() == book


def test_check_names_the_faults_of_the_codebook(run: Callable[..., Result], coded: Path) -> None:
    (coded / "tags.toml").write_text(f'{BOOK}key = "long"\n')
    result = run("check", coded)
    assert "tags.toml" in result.stdout
    assert "the tag person has a `key` that is not one character" in result.stdout

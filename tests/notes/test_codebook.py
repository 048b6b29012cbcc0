import tomllib
from pathlib import Path

import pytest

from fenttui.notes.codebook import load_codebook, read_codebook
from fenttui.notes.codebook_renaming import rename_in_codebook, renamed_codebook
from fenttui.problem import ProblemError

BOOK = """# Ours.
mood = "curious"

[[tag]]
name = "claim"
description = "What somebody says is so."
color = "red"
key = "c"
since = 2025 # the year

[[tag]]
name = "Claim/contested"

[[tag]]
name = "person"
"""


@pytest.fixture
def path(root: Path) -> Path:
    path = root / "tags.toml"
    path.write_text(BOOK)
    return path


def test_a_codebook_gives_tags_their_meaning_color_and_key(path: Path) -> None:
    claim, contested, person = read_codebook([path.parent]).tags
    assert (claim.description, claim.color, claim.key) == ("What somebody says is so.", "red", "c")
    assert [contested.name, person.name, person.color, person.key] == [
        "Claim/contested",
        "person",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("table", "fault", "used"),
    [
        ("name = 1", "a tag has no `name`, a text in quotation marks", 3),
        ('name = "CLAIM"', "the tag CLAIM stands here twice", 3),
        ('name = "x"\ncolor = ["red"]', "the tag x has a `color` that is not one of yellow, red,", 4),
        ('name = "x"\nkey = "cc"', "the tag x has a `key` that is not one character", 4),
        ('name = "x"\nkey = "c"', "the tag x has the `key` c, which claim has too", 4),
        ('name = "x"\ndescription = 4', "the tag x has a `description` that is not a text", 4),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_rest_is_used(
    path: Path, table: str, fault: str, used: int
) -> None:
    path.write_text(f"{BOOK}\n[[tag]]\n{table}\n")
    book = read_codebook([path.parent])
    (problem,) = book.problems
    assert fault in problem.message
    assert problem.line == BOOK.count("\n") + 2
    assert len(book.tags) == used
    rename_in_codebook(path, ["person"], "people")
    assert tomllib.loads(path.read_text())["tag"][-1] == tomllib.loads(table)


def test_a_rename_takes_the_tags_below_along_and_keeps_unknown_keys(path: Path) -> None:
    before, after, count = renamed_codebook(path, ["claim"], "statement")
    assert (before, count) == (path.read_bytes(), 2)
    rename_in_codebook(path, ["claim"], "statement")
    assert path.read_bytes() == after
    written = tomllib.loads(path.read_text())
    assert [tag["name"] for tag in written["tag"]] == ["statement", "statement/contested", "person"]
    assert path.read_text() == BOOK.replace('"claim"', '"statement"').replace("Claim/", "statement/")


def test_the_tag_that_has_the_new_name_already_keeps_its_description(path: Path) -> None:
    rename_in_codebook(path, ["person"], "claim")
    assert [tag.name for tag in load_codebook(path).tags] == ["claim", "Claim/contested"]
    assert load_codebook(path).tags[0].key == "c"


def test_a_codebook_that_does_not_parse_is_not_overwritten(path: Path) -> None:
    path.write_text("[[tag]\n")
    with pytest.raises(ProblemError):
        rename_in_codebook(path, ["claim"], "x")
    assert path.read_text() == "[[tag]\n"
    assert len(read_codebook([path.parent]).problems) == 1

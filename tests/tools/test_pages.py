"""The documents: those that are made are up to date, and links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from fenttui.ui.commands.registry import all_commands
from tests.support.checkout import ROOT
from tools import figures, formats, keys, times


@pytest.mark.parametrize("made", [figures, keys, times], ids=lambda made: made.PAGE.stem)
def test_a_page_is_up_to_date(made: ModuleType) -> None:
    assert made.PAGE.read_text("utf-8") == made.page(), f"run `make {made.PAGE.stem}`"


@pytest.mark.parametrize("path", formats.pages(), ids=lambda path: path.stem)
def test_a_table_of_formats_is_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == formats.pages()[path], "run `make formats`"


def test_the_page_of_keys_has_a_row_for_every_command() -> None:
    named = re.findall(r"\| `([a-z_.]+)` \|$", keys.page(), flags=re.MULTILINE)
    assert named == [command.name for command in all_commands().commands]


ARCHITECTURE = ROOT / "ARCHITECTURE.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PAGES = [
    *(ROOT / "README.md", ARCHITECTURE, CONTRIBUTING),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "benchmarks" / "README.md",
]
PACKAGE = ROOT / "tui" / "fenttui"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    text = page.read_text("utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        name, _, heading = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), flags=re.MULTILINE)
            assert heading in [re.sub(r"[^\w -]", "", text).lower().replace(" ", "-") for text in headings], (
                link
            )


WITH_KEYS = ["README.md", "docs/notes.md", "docs/actors.md", "docs/figures-and-timeline.md"]
WITH_KEYS += ["docs/configuration.md", "docs/remote.md"]


@pytest.mark.parametrize("name", WITH_KEYS)
def test_every_key_that_a_page_names_is_one(name: str) -> None:
    known = {written for command in all_commands().commands for written in command.keys}
    # Of the editor, which is a field of text, and of the shell.
    known |= {"ctrl+s", "fg"}
    prose = re.sub(r"^```.*?^```", "", (ROOT / name).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    written = [code.split() for code in re.findall(r"`([^`]+)`", prose) if not code.startswith("-")]
    named = [key for keys in written if all(map(looks_like_a_key, keys)) for key in keys]
    assert named
    assert [key for key in named if key not in known] == []


def looks_like_a_key(code: str) -> bool:
    """Return whether a word in a page's code is a key rather than a command, a path or a value."""
    return len(code) <= 2 or code.startswith("ctrl+")


def named_file(name: str) -> Path | None:
    """Return the file or folder that a page names, in the checkout or below the package."""
    return next((folder / name for folder in (ROOT, PACKAGE) if (folder / name).exists()), None)


@pytest.mark.parametrize("page", [ARCHITECTURE, CONTRIBUTING], ids=lambda page: page.stem)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(r"`([\w./-]+)`", page.read_text("utf-8"))
    paths = [name for name in named if name.endswith(".py") or "/" in name]
    assert len(paths) > 20
    assert [name for name in paths if named_file(name) is None] == []


def test_every_function_that_architecture_names_with_its_file_is_in_it() -> None:
    named = re.findall(r"`([\w/]+\.py)` \(`(\w+)`\)", ARCHITECTURE.read_text("utf-8"))
    assert named
    for name, function in named:
        path = named_file(name)
        assert path is not None
        assert f"def {function}(" in path.read_text("utf-8"), (name, function)


def test_the_drawing_of_the_rooms_has_every_part_of_the_program() -> None:
    drawing = ARCHITECTURE.read_text("utf-8").split("```")[1].split("inside extract")[0]
    parts = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert parts - {"__init__"} <= set(re.findall(r"\w+", drawing))

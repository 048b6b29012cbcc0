"""What start-up imports: each module costs time before the first paint, most of all on a small machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

# Each with what it costs and where it belongs.
FORBIDDEN = {
    "yaml": "front matter alone needs it",
    "charset_normalizer": "a file that is not UTF-8 alone needs it",
    "markdown_it": "a Markdown heading with markup alone needs it",
    "dateutil": "a date that is not ISO alone needs it",
    "tomli_w": "writing a note needs it",
    "asyncssh": "a tool of the tests",
    "pyte": "a tool of the tests",
    "hypothesis": "a tool of the tests",
    "tree_sitter": "no code is highlighted",
    "sqlite3": "a large dossier alone has a catalog",
    "plotille": "a plot over time needs it",
    "textual.widgets._text_area": "the editor alone needs it",
    "textual.widgets._markdown": "nothing is rendered from Markdown at start",
    "textual.widgets._data_table": "there is no table",
    "fenttui.ui.dialogs.editor": "writing a note needs it",
    "fenttui.ui.dialogs.help": "the key ? needs it",
    "fenttui.ui.dialogs.card": "the key K needs it",
    "fenttui.exports": "exporting needs it",
    "multiprocessing": "there are no processes to share work",
    "unittest": "a tool of the tests",
}

MOST_MODULES = 550
"""All modules when the first article is on the screen. Textual with asyncio brings about 370, the program,
one idea a file, and what else it stands on about 180. Where this fails, a new import stands at the head of a
file: make it where it is used, or raise this with the reason."""

PROGRAM = """
import atexit, sys
from pathlib import Path
atexit.register(lambda: Path({out!r}).write_text("\\n".join(sorted(sys.modules))))
sys.argv = ["fenttui", *{arguments!r}]
from fenttui.cli import main
main()
"""

READER = """
import sys
from pathlib import Path
sys.argv = ["fenttui"]
from fenttui.ui.controllers.articles import Articles
opened = Articles._opened
def first_paint_is_over(self, article):
    out = Path({out!r})
    if not out.exists():
        out.write_text("\\n".join(sorted(sys.modules)))
    opened(self, article)
Articles._opened = first_paint_is_over
from fenttui.cli import main
main()
"""
"""Writes down what is imported when the text is on the screen, before notes and mentions are read."""


def imported_by(arguments: list[str], folder: Path, environment: dict[str, str]) -> set[str]:
    """The modules of a command that has run to its end."""
    out = folder / "modules"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(out=str(out), arguments=arguments)],
        cwd=folder, env=environment, capture_output=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    # The bundled dossier has no notes to export.
    said = done.stderr.decode().removesuffix("fenttui: there are no notes to export\n")
    assert (done.returncode, said) == (0, "")
    return set(out.read_text().split("\n"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["list"],
        ["extract"],
        ["actors"],
        ["figures"],
        ["timeline"],
        ["timeline", "--plot", "articles"],
        ["annotations"],
        ["export", "--format", "markdown", "-o", "-"],
        ["check"],
        ["config"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_imports_no_textual(
    arguments: list[str], tmp_path: Path, environment: dict[str, str]
) -> None:
    modules = imported_by(arguments, tmp_path, environment)
    assert "fenttui.cli" in modules
    assert {name for name in modules if name.partition(".")[0] == "textual"} == set()


@pytest.mark.parametrize(
    "words", [["ex"], ["figures", "--"], ["annotations", "--tag", ""], ["export", "-o", ""]]
)
def test_completing_imports_neither_the_screen_nor_the_model(
    words: list[str], tmp_path: Path, environment: dict[str, str]
) -> None:
    modules = imported_by(words, tmp_path, {**environment, "_FENTTUI_COMPLETE": "zsh_complete"})
    assert "fenttui.cli.completing" in modules
    assert modules.isdisjoint({"textual", "rich", "numpy", "spacy", "dateutil", "yaml"})


def test_the_version_is_told_without_click(tmp_path: Path, environment: dict[str, str]) -> None:
    modules = imported_by(["--version"], tmp_path, environment)
    assert modules.isdisjoint({"click", "rich", "msgspec"})


def test_the_first_paint_waits_for_no_module_that_it_does_not_need(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    out = tmp_path / "modules"
    command = [sys.executable, "-c", READER.format(out=str(out))]
    with Terminal(command, environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for("called on the U.S. to remove")
        terminal.wait_for("place: China")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
    modules = set(out.read_text().split("\n"))
    assert "fenttui.ui.app" in modules
    assert {name: why for name, why in FORBIDDEN.items() if name in modules} == {}
    assert len(modules) <= MOST_MODULES

"""`fenttui completion` in the shells themselves: a line is typed, tab is pressed, and the command is run."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

SHELLS = ("bash", "zsh", "fish")

STAND_IN = """#!/bin/sh
[ -n "$_FENTTUI_COMPLETE" ] && exec {program} "$@"
printf '%s\\0' "$@" > "$GIVEN.new" && mv "$GIVEN.new" "$GIVEN"
"""
"""The program as the shell finds it: completion is the real one's, and a call only notes its arguments."""

NAMES = (
    "plain.txt",
    "my file.txt",
    "it's.txt",
    "Ünï çode.txt",
    "-dash.txt",
    'two "words".txt',
    "a:b=c@d.txt",
)


class Shell:
    """An interactive shell in which the program completes."""

    def __init__(self, terminal: Terminal, given: Path) -> None:
        self._terminal = terminal
        self._given = given

    def enter(self, folder: Path) -> None:
        """Go to another folder."""
        self._terminal.send(f"cd '{folder}'; touch '{self._given}'\r")
        self._terminal.wait_until(self._given.exists, f"{folder} is entered")

    def run(self, typed: str) -> list[str]:
        """The arguments that the program gets from a line with tabs in it."""
        self._given.unlink(missing_ok=True)
        self._terminal.send(f"{typed}\r")
        self._terminal.wait_until(self._given.exists, f"the line {typed!r} is run")
        return self._given.read_bytes().decode().split("\0")[:-1]


OpenShell = Callable[[str], Shell]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the shell is: files with difficult names, and a dossier with notes."""
    folder = tmp_path / "work"
    (folder / "a dir" / "annotations").mkdir(parents=True)
    for name in NAMES:
        (folder / name).touch()
    (folder / "notes.md").touch()
    (folder / "notes.txt").touch()
    (folder / "a dir" / "rates rise.txt").write_text("date 2025-04-02\nThe rate rose.\n")
    (folder / "a dir" / "annotations" / "rates rise.toml").write_text(
        'schema = 1\n\n[[annotation]]\nid = "0196a3c2-0000-7000-8000-000000000001"\nauthor = "Ada Byron"\n'
        "created = 2025-04-03T09:12:44Z\nmodified = 2025-04-03T09:12:44Z\n"
        'tags = ["rates/rising fast"]\nbody = ""\n'
    )
    return folder


@pytest.fixture
def open_shell(
    open_terminal: Callable[..., Terminal],
    environment: dict[str, str],
    program: Path,
    folder: Path,
    tmp_path: Path,
) -> OpenShell:
    """Starts a shell in `folder` with the script where the help says to put it."""
    programs, given = tmp_path / "programs", tmp_path / "given"
    programs.mkdir()
    stand_in = programs / "fenttui"
    stand_in.write_text(STAND_IN.format(program=program))
    stand_in.chmod(0o755)
    home = Path(environment["HOME"])
    (home / "home file.txt").touch()

    def start(name: str) -> Shell:
        if shutil.which(name) is None:
            pytest.skip(f"needs {name}")
        script = subprocess.run(
            [program, "completion", name], env=environment, capture_output=True, timeout=60, check=True
        ).stdout
        command = {
            "bash": ["bash", "--norc", "--noprofile", "-i"],
            "zsh": ["zsh", "-f", "-i"],
            "fish": ["fish", "-i"],
        }
        files = {
            "bash": "fenttui",
            "zsh": "functions/_fenttui",
            "fish": ".config/fish/completions/fenttui.fish",
        }
        file = home / files[name]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(script)
        path = f"{programs}:{environment['PATH']}"
        terminal = open_terminal(*command[name], columns=200, PATH=path, GIVEN=given, PS1="$ ")
        begin = {
            "bash": "source ~/fenttui",
            "zsh": "fpath=(~/functions $fpath); autoload -U compinit; compinit -D -u",
            "fish": "true",
        }
        terminal.send(f"{begin[name]}; cd '{folder}'; printf 'rea%s' dy\r")
        terminal.wait_for("ready")
        return Shell(terminal, given)

    return start


LINES = {
    "exp\t": ["export"],
    "pl\t": ["plain.txt"],
    "list pl\t": ["list", "plain.txt"],
    "list my\t": ["list", "my file.txt"],
    "list my\\ f\t": ["list", "my file.txt"],
    'list "my\t': ["list", "my file.txt"],
    "list 'my\t": ["list", "my file.txt"],
    "list it\t": ["list", "it's.txt"],
    "list Ü\t": ["list", "Ünï çode.txt"],
    "list tw\t": ["list", 'two "words".txt'],
    "list ./-\t": ["list", "./-dash.txt"],
    "list -- -d\t": ["list", "--", "-dash.txt"],
    "list a:\t": ["list", "a:b=c@d.txt"],
    "list a:b=c@\t": ["list", "a:b=c@d.txt"],
    "list a\\ d\tra\t": ["list", "a dir/rates rise.txt"],
    'list "a d\tra\t': ["list", "a dir/rates rise.txt"],
    "list ~/ho\t": ["list", "{home}/home file.txt"],
    "list $HOME/ho\t": ["list", "{home}/home file.txt"],
    "list --js\t": ["list", "--json"],
    "export --form\tc\t": ["export", "--format", "csv"],
    "export --format=c\t": ["export", "--format=csv"],
    "export -o no\t": ["export", "-o", "notes.md"],
    'export --output="no\t': ["export", "--output=notes.md"],
    'list "$HOME/ho\t': ["list", "{home}/home file.txt"],
    "list 'it'\\''\t": ["list", "it's.txt"],
    "export --output=no\t": ["export", "--output=notes.md"],
    "annotations a\\ dir --tag rates/\t": ["annotations", "a dir", "--tag", "rates/rising fast"],
    "annotations 'a dir' --tag \"rates/ris\t": ["annotations", "a dir", "--tag", "rates/rising fast"],
    "annotations a\\ dir --author A\t": ["annotations", "a dir", "--author", "Ada Byron"],
    "figures a\\ dir --article=ra\t": ["figures", "a dir", "--article=rates rise"],
    "actors --engine fe\t": ["actors", "--engine", "fenttui"],
    "actors --kind per\t--sort la\t": ["actors", "--kind", "person", "--sort", "last"],
    "--theme nor\t": ["--theme", "nord"],
    "--order old\tpl\t": ["--order", "oldest", "plain.txt"],
    "timeline --plot ar\t": ["timeline", "--plot", "articles"],
    "timeline --plot act\tWang": ["timeline", "--plot", "actor:Wang"],
    "completion z\t": ["completion", "zsh"],
}
"""What is typed after the name of the program, and the arguments that it gets."""

ITS_OWN_WAY = {
    "bash": (),
    # zsh expands a variable in quotes at the first tab, and completes nothing after a quote within a word.
    "zsh": ('list "$HOME/ho\t', "list 'it'\\''\t"),
    # fish begins a path anew after a colon.
    "fish": ("list a:\t",),
}
"""Lines that a shell treats in a way of its own with every program."""


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell_completes_commands_paths_options_and_their_values(
    name: str, open_shell: OpenShell, environment: dict[str, str]
) -> None:
    shell = open_shell(name)
    expected = {
        typed: [each.replace("{home}", environment["HOME"]) for each in arguments]
        for typed, arguments in LINES.items()
        if typed not in ITS_OWN_WAY[name]
    }
    assert {typed: shell.run(f"fenttui {typed}") for typed in expected} == expected


@pytest.mark.parametrize("name", SHELLS)
def test_the_only_file_is_no_option_where_its_name_begins_with_a_dash(
    name: str, open_shell: OpenShell, folder: Path
) -> None:
    (folder / "dashes").mkdir()
    (folder / "dashes" / "-only.txt").touch()
    shell = open_shell(name)
    shell.enter(folder / "dashes")
    # fish hides what begins with a dot until one is typed.
    offered = [] if name == "fish" else ["./-only.txt"]
    assert shell.run("fenttui list \t") == ["list", *offered]
    assert shell.run("fenttui list ./\t") == ["list", "./-only.txt"]
    assert shell.run("fenttui list -- \t") == ["list", "--", "-only.txt"]


@pytest.mark.parametrize("name", SHELLS)
def test_what_is_misspelt_completes_nothing_and_disturbs_nothing(
    name: str, open_shell: OpenShell, environment: dict[str, str]
) -> None:
    config = Path(environment["FENTTUI_CONFIG_DIR"])
    config.mkdir(parents=True)
    (config / "config.toml").write_text("[reader\n")
    shell = open_shell(name)
    assert shell.run("fenttui export --format pdf\t") == ["export", "--format", "pdf"]
    assert shell.run("fenttui annotations nowhere --tag x\t") == ["annotations", "nowhere", "--tag", "x"]

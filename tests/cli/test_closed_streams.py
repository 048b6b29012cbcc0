"""Standard streams that the caller closed, or that take nothing more: every command, every combination."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from fenttui.cli.program import COMMANDS

RUN = "from fenttui.cli import main; main()"
QUESTION = b'{"id": 1, "text": "Wang Yi left."}\n'

CALLS = (
    "--version", "--help", "list --help", "list {0}", "list --json {0}", "extract {0}", "extract -",
    "actors {0}", "figures {0}", "figures --csv {0}", "timeline {0}", "timeline --plot articles {0}",
    "annotations {0}", "tags {0}", "tags --crosstab month {0}",
    "export {0}", "export --format json -o - {0}", "check {0}", "config",
    "config --json {0}", "completion bash", "list --jsn", "lst", "list {0}/missing",
    "export {0} -o notes.pdf", "{0}", "notes --help", "notes list {0}",
)  # fmt: skip
"""What is called, with the dossier for `{0}`."""

STREAMS = ("<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full")
EVERY_STREAMS = [
    " ".join(filter(None, each))
    for each in itertools.product(("", "<&-"), ("", ">&-", ">/dev/full"), ("", "2>&-", "2>/dev/full"))
    if any(each)
]
"""Every combination."""


pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")


class Ended(NamedTuple):
    code: int
    out: str
    err: str


def call(arguments: str, streams: str, dossier: Path) -> Ended:
    words = [word.format(dossier) for word in arguments.split()]
    # The shell sets the streams as a user's would; then the program runs instead of it.
    command = ["bash", "-c", f'exec "$@" {streams}', "bash", sys.executable, "-c", RUN, *words]
    done = subprocess.run(
        command, cwd=dossier.parent, input=QUESTION, capture_output=True, timeout=60, check=False
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def troubled(dossier: Path) -> Path:
    """The dossier with notes that do not parse, so that something is told beside what is printed."""
    (dossier / "annotations" / "two.toml").write_text("schema = \n")
    return dossier


def test_the_calls_are_of_every_command() -> None:
    assert {each.split()[0] for each in CALLS} >= set(COMMANDS)


@pytest.mark.parametrize("arguments", CALLS)
@pytest.mark.parametrize(
    "combinations", [STREAMS, pytest.param(EVERY_STREAMS, marks=pytest.mark.slow)], ids=["some", "all"]
)
def test_a_command_prints_what_it_prints_else_or_says_what_stops_it(
    arguments: str, combinations: Sequence[str], troubled: Path
) -> None:
    usual = call(arguments, "", troubled)
    before = content(troubled)
    for streams in combinations:
        ended = call(arguments, streams, troubled)
        told = "2>" not in streams
        if arguments == "extract -" and "<&-" in streams:
            assert (ended.code, ended.out) == (1, ""), streams
            sentence = "standard input: cannot be read, it is closed; send JSON Lines into it"
            assert ended.err == (f"fenttui: {sentence}\n" if told else ""), streams
        elif usual.out and (">&-" in streams.split() or ">/dev/full" in streams.split()):
            assert (ended.code, ended.out) == (1, ""), streams
            *before_it, last = ended.err.splitlines() if told else ["fenttui: standard output"]
            assert last.startswith(("fenttui: standard output", "fenttui: writing the output")), streams
            assert set(before_it) <= set(usual.err.splitlines()), streams
            assert told or not ended.err, streams
        else:
            assert (ended.code, ended.out) == (usual.code, usual.out), streams
            assert ended.err == (usual.err if told else ""), streams
    assert content(troubled) == before


@pytest.mark.parametrize("streams", STREAMS)
def test_an_export_into_a_file_holds_the_export_alone(streams: str, troubled: Path) -> None:
    usual = call("export {0}", "", troubled)
    target = troubled.parent / "notes.md"
    target.write_text("Old.\n")
    ended = call(f"export {{0}} -o {target} --force", streams, troubled)
    assert ended.code == usual.code
    assert target.read_text() == usual.out
    assert target.with_name("notes.md~").read_text() == "Old.\n"


def test_an_export_to_the_name_of_a_closed_stream_is_not_lost_in_silence(dossier: Path) -> None:
    assert call("export {0} -o /dev/stdout", ">&-", dossier).code == 1


def test_messages_that_nobody_reads_do_not_cost_the_output(troubled: Path) -> None:
    usual = call("list {0}", "", troubled)
    words = [sys.executable, "-c", RUN, "list", str(troubled)]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=write, timeout=60, check=False)
    os.close(write)
    assert (done.returncode, done.stdout.decode()) == (usual.code, usual.out)
    assert usual.err != ""

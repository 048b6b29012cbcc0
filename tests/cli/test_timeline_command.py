from __future__ import annotations

import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path

import pytest
from click.testing import Result

from tests.support.command_output import records

RUN = "from fenttui.cli import main; main()"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Two articles; the later one tells of a day between them."""
    root = tmp_path / "story"
    root.mkdir()
    (root / "one.txt").write_text("date 2025-03-13\nAna Silva arrived. Duties of Chile were 10 percent.\n")
    (root / "two.txt").write_text(
        "date 2025-04-02\nAna Silva left Chile on Tuesday and paid $5. Duties of Chile rose to 20 percent.\n"
    )
    return root


def test_dates_are_listed_in_the_order_of_time_with_the_articles_among_them(
    run: Callable[..., Result], story: Path
) -> None:
    result = run("timeline", story)
    assert result.exit_code == 0
    assert [line.split("\t")[:3] for line in result.stdout.splitlines()] == [
        ["2025-03-13", "article", "one"],
        ["2025-04-01", "Tuesday", "two"],
        ["2025-04-02", "article", "two"],
    ]


def test_an_entry_as_json(run: Callable[..., Result], story: Path) -> None:
    assert records(run("timeline", "--json", story))[1] == {
        "first": "2025-04-01",
        "last": "2025-04-01",
        "granularity": "day",
        "article": "two",
        "date": "2025-04-02",
        "is_article": False,
        "start": 24,
        "end": 31,
        "text": "Tuesday",
        "sentence": "Ana Silva left Chile on Tuesday and paid $5.",
        "actors": ["Ana Silva", "Chile"],
        "figures": ["$5"],
    }


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        (["--after", "2025-04"], 2),
        (["--before", "2025-04-01"], 1),
        (["--after", "2025-04-01", "--before", "2025-04-02"], 1),
        (["--text", "SILVA"], 3),
        (["--text", "left chile"], 2),
        (["--article", "one"], 1),
        (["--after", "2026"], 0),
    ],
)
def test_entries_are_searched_by_conditions(
    run: Callable[..., Result], story: Path, conditions: list[str], count: int
) -> None:
    assert len(run("timeline", story, *conditions).stdout.splitlines()) == count


def test_a_date_that_is_none_is_a_usage_error(run: Callable[..., Result], story: Path) -> None:
    result = run("timeline", "--after", "2025-13", story)
    assert result.exit_code == 2
    assert '"2025-13" is no date; write it as 2025, 2025-04 or 2025-04-02' in result.stderr


@pytest.mark.parametrize(
    ("what", "points"),
    [
        ("articles", [("2025-03-13", 1), ("2025-04-02", 1)]),
        ("actor:ana silva", [("2025-03-13", 1), ("2025-04-02", 1)]),
        ("actor:chil", [("2025-03-13", 1), ("2025-04-02", 2)]),
        ("figure:duties", [("2025-03-13", 10), ("2025-04-02", 20)]),
    ],
)
def test_what_is_plotted_can_be_had_as_json(
    run: Callable[..., Result], story: Path, what: str, points: list[tuple[str, int]]
) -> None:
    rows = records(run("timeline", "--plot", what, "--json", story))
    assert [(row["date"], row["value"]) for row in rows] == points


def test_a_plot_has_a_title_numbers_and_dates_and_no_color(run: Callable[..., Result], story: Path) -> None:
    result = run("timeline", "--plot", "figure:duties", story)
    lines = result.stdout.splitlines()
    assert lines[0] == "duties, percent"
    assert lines[1].lstrip().startswith("20│")
    assert lines[1].endswith("o")
    assert lines[-3].lstrip().startswith("10│ o")
    assert lines[-1].split() == ["2025-03-13", "2025-04-02"]
    assert "\x1b" not in result.stdout
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("columns", [60, 120])
def test_a_plot_is_as_wide_as_the_terminal(story: Path, columns: int) -> None:
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("COLUMNS", None)
    arguments = [sys.executable, "-c", RUN, "timeline", "--plot", "articles", str(story)]
    with subprocess.Popen(arguments, stdout=theirs, env=environment) as process:
        os.close(theirs)
        written = b""
        try:
            while part := os.read(ours, 65536):
                written += part
        except OSError:  # how Linux tells the end of a terminal
            os.close(ours)
    assert process.returncode == 0
    assert max(len(line.rstrip()) for line in written.decode().splitlines()) == columns


@pytest.mark.parametrize(
    ("what", "code", "said"),
    [
        ("weather", 2, '--plot takes articles, actor:NAME or figure:WORDS, not "weather"'),
        ("actor:", 2, "--plot takes"),
        ("actor:nobody", 1, 'no actor is called "nobody"; `fenttui actors` lists all'),
        ("figure:rainfall", 1, 'no figure is about "rainfall"'),
    ],
)
def test_what_cannot_be_plotted_is_told(
    run: Callable[..., Result], story: Path, what: str, code: int, said: str
) -> None:
    result = run("timeline", "--plot", what, story)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_a_plot_of_no_articles_is_told(run: Callable[..., Result], story: Path) -> None:
    result = run("timeline", "--plot", "articles", "--after", "2030", story)
    assert result.exit_code == 1
    assert "nothing to plot" in result.stderr

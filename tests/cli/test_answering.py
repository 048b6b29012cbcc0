from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

RUN = "from fenttui.cli import main; main()"


def test_each_text_is_answered_at_once_and_in_order(own_folders: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "text": "Wang Yi left."}).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert answer["id"] == number
            assert answer["mentions"][0]["text"] == "Wang Yi"
        process.stdin.close()
        assert process.wait(60) == 0


def test_the_date_of_a_text_is_what_its_times_count_from(run: Callable[..., Result]) -> None:
    question = {"id": "x", "date": "2025-04-02", "text": "They met on Tuesday."}
    (line,) = run("extract", "-", stdin=json.dumps(question)).stdout.splitlines()
    assert json.loads(line)["mentions"][0]["value"] == "2025-04-01"


@pytest.mark.parametrize(
    ("line", "id", "sentence"),
    [
        (b"nope", None, "this is not JSON; send one object a line, in UTF-8"),
        (b'{"text": "\xff"}', None, "this is not JSON; send one object a line, in UTF-8"),
        (b"[" * 100_000, None, "this is nested too deep; send an object with `text`"),
        (b"[1]", None, "this is not a JSON object; send id, date and text in one"),
        (b'{"id": 2}', 2, "`text` must be there and be a string"),
        (b'{"id": "a", "text": 5}', "a", "`text` must be there and be a string"),
        (b'{"id": 2, "text": "", "date": 3}', 2, "`date` must be a string such as 2025-04-02, or null"),
        (b'{"id": 2, "text": "", "date": "\\u001b"}', 2, '`date` must be such as 2025-04-02, not "␛"'),
    ],
    ids=range(8),
)
def test_a_bad_line_is_told_with_its_number_and_still_answered(
    run: Callable[..., Result], line: bytes, id: int | str | None, sentence: str
) -> None:
    good = b'{"id": 9, "text": "."}'
    result = run("extract", "-", stdin=b"\n".join([good, line, good]))
    answers = [json.loads(answer) for answer in result.stdout.splitlines()]
    assert answers == [
        {"id": 9, "mentions": []},
        {"id": id, "mentions": [], "error": sentence},
        {"id": 9, "mentions": []},
    ]
    assert result.stderr == f"fenttui: standard input, line 2: {sentence}\n"
    assert result.exit_code == 1


def test_lone_surrogates_and_huge_ids_come_back_as_they_were(run: Callable[..., Result]) -> None:
    line = b'{"id": [%s, "\\ud800"], "text": "Wang Yi \\ud800 met Rubio."}' % (b"9" * 30)
    result = run("extract", "-", stdin=line)
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["id"] == [int("9" * 30), "\ud800"]
    assert answer["mentions"][0]["text"].startswith("Wang Yi")


def test_an_empty_input_is_answered_with_nothing(run: Callable[..., Result]) -> None:
    result = run("extract", "-", stdin=b"\n \n")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.one_of(
            st.binary(max_size=30).filter(lambda line: line.strip() and b"\n" not in line),
            st.recursive(
                st.none() | st.integers() | st.text(max_size=20),
                lambda inner: st.dictionaries(st.sampled_from(["id", "text", "date", "x"]), inner),
                max_leaves=5,
            ).map(lambda value: json.dumps(value).encode()),
        ),
        max_size=5,
    )
)
def test_any_lines_are_answered_one_for_one(run: Callable[..., Result], lines: list[bytes]) -> None:
    result = run("extract", "-", stdin=b"\n".join(lines))
    *answers, nothing = result.stdout.split("\n")
    assert nothing == ""
    assert len(answers) == len(lines)
    assert all("mentions" in json.loads(answer) for answer in answers)
    assert result.exit_code == int(any("error" in json.loads(answer) for answer in answers))

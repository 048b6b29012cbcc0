"""`fenttui extract -`: texts as JSON Lines, each answered with its mentions before the next is read."""

from __future__ import annotations

import datetime as dt
import errno
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from fenttui.cli.json_lines import encode_line
from fenttui.extract import extract_with_quotes
from fenttui.extract.coreference.corrections import Corrections
from fenttui.extract.names.engines.engine import Engine
from fenttui.extract.record import mention_record
from fenttui.problem import Problem, ProblemError, reason
from fenttui.visible import visible_line


class _Question(msgspec.Struct):
    text: str
    id: Any = None
    date: str | None = None


class _BadLineError(ValueError):
    """A line that cannot be answered; the text says why, `id` is the line's where it has one."""

    def __init__(self, why: str, id: object = None) -> None:
        super().__init__(why)
        self.id = id


def answer_lines(corrections: Corrections, engine: Engine) -> int:
    """Answer every line of standard input on standard output, one for one and in order.

    A line that cannot be answered is reported on standard error and answered with no mentions and an `error`,
    so that both sides have the same number of lines. Blank lines are ignored.

    Returns:
        The exit code: 1 where a line could not be answered.

    Raises:
        ProblemError: standard input cannot be read.
    """
    failed = False
    for number, line in enumerate(_lines(), start=1):
        if line.isspace():
            continue
        try:
            record = _answer(line, corrections, engine)
        except _BadLineError as error:
            failed = True
            print(f"fenttui: standard input, line {number}: {error}", file=sys.stderr)
            record = {"id": error.id, "mentions": [], "error": str(error)}
        sys.stdout.buffer.write(encode_line(record))
        sys.stdout.buffer.flush()
    return int(failed)


def _lines() -> Iterator[bytes]:
    """Yield the lines of standard input as they arrive."""
    while True:
        try:
            line = sys.stdin.buffer.readline()
        except OSError as error:
            why = "it is closed" if error.errno == errno.EBADF else reason(error)
            message = f"cannot be read, {why}; send JSON Lines into it"
            raise ProblemError(Problem(Path("standard input"), message)) from None
        if not line:
            return
        yield line


def _answer(line: bytes, corrections: Corrections, engine: Engine) -> dict[str, object]:
    question = _question(line)
    mentions = extract_with_quotes(question.text, _date(question), corrections, engine)
    return {"id": question.id, "mentions": [mention_record(mention, question.text) for mention in mentions]}


def _question(line: bytes) -> _Question:
    try:
        return msgspec.json.decode(line, type=_Question)
    except (ValueError, RecursionError):
        # What msgspec refuses is rare, and may be a lone surrogate, which the standard library takes.
        return _question_slowly(line)


def _question_slowly(line: bytes) -> _Question:
    try:
        value = json.loads(line)
    except RecursionError:
        raise _BadLineError("this is nested too deep; send an object with `text`") from None
    except ValueError:
        raise _BadLineError("this is not JSON; send one object a line, in UTF-8") from None
    if not isinstance(value, dict):
        raise _BadLineError("this is not a JSON object; send id, date and text in one")
    text, date = value.get("text"), value.get("date")
    if not isinstance(text, str):
        raise _BadLineError("`text` must be there and be a string", value.get("id"))
    if not isinstance(date, str | None):
        raise _BadLineError("`date` must be a string such as 2025-04-02, or null", value.get("id"))
    return _Question(text, value.get("id"), date)


def _date(question: _Question) -> dt.date | None:
    """Return the day of the question's `date`, which may include a time of day."""
    if not question.date:
        return None
    try:
        return dt.datetime.fromisoformat(question.date).date()
    except ValueError:
        shown = visible_line(question.date[:40])
        raise _BadLineError(f'`date` must be such as 2025-04-02, not "{shown}"', question.id) from None

from __future__ import annotations

import json

import pytest

from fenttui.cli.json_lines import encode_line


@pytest.mark.parametrize(
    "record", [{"a": "é", "b": [1, 2.5, None]}, {"a": "\ud800 é"}, {"id": 10**40}, {"a": "\x00\x1b\u2028"}]
)
def test_a_record_is_one_line_and_reads_back_as_it_was(
    record: dict[str, object],
) -> None:
    line = encode_line(record)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert json.loads(line) == record

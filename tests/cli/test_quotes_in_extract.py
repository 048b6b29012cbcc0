from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

TEXT = "“We will wait,” Wang Yi told reporters. A fisherman said the sea was high.\n\n“It may fall by May.”"


def quotes(mentions: list[dict[str, object]]) -> list[dict[str, object]]:
    return [mention for mention in mentions if mention["kind"] == "quote"]


def assert_told(mentions: list[dict[str, object]]) -> None:
    said = quotes(mentions)
    assert said == [
        {"start": 0, "end": 15, "text": "“We will wait,”", "kind": "quote", "actor": "Wang Yi",
         "cue": {"start": 24, "end": 38, "text": "told reporters"}},
        {"start": 57, "end": 73, "text": "the sea was high", "kind": "quote", "actor": None,
         "cue": {"start": 52, "end": 56, "text": "said"}},
        {"start": 76, "end": 97, "text": "“It may fall by May.”", "kind": "quote", "actor": None,
         "cue": None},
    ]  # fmt: skip
    starts = [(mention["start"], -int(str(mention["end"]))) for mention in mentions]
    assert starts == sorted(starts)
    assert any(mention["kind"] == "person" for mention in mentions)


def test_the_articles_of_a_dossier_are_told_with_their_quotes(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "talks.txt").write_text(f"date 2025-04-02\n{TEXT}\n", encoding="utf-8")
    assert_told(json.loads(run("extract", tmp_path / "talks.txt").stdout)["mentions"])


def test_texts_from_standard_input_are_answered_with_their_quotes(run: Callable[..., Result]) -> None:
    line = json.dumps({"id": 1, "text": TEXT})
    assert_told(json.loads(run("extract", "-", stdin=line).stdout)["mentions"])

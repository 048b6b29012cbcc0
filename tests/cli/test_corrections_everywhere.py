from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.support.command_output import records

TEXT = (
    "Mr Okello sold 40 boats to Peru in May 2024. "
    "\u201cThe sea was kind,\u201d Tendai Okello said. The Okello Foundation agreed."
)


@pytest.fixture
def harbor(tmp_path: Path) -> Path:
    root = tmp_path / "harbor"
    root.mkdir()
    (root / "boats.txt").write_text(f"date 2025-04-02\n\n{TEXT}\n", "utf-8")
    return root


@pytest.fixture
def shown(run: Callable[..., Result], harbor: Path) -> Callable[[], dict[str, Any]]:
    """What each command calls its actors."""

    def rows(*arguments: object) -> list[dict[str, Any]]:
        result = run(*arguments, harbor)
        assert result.exit_code == 0, result.stderr
        return records(result)

    def names() -> dict[str, Any]:
        (article,) = rows("extract")
        (boats,) = rows("figures", "--json", "--kind", "count")
        (may,) = (row for row in rows("timeline", "--json") if not row["is_article"])
        return {
            "text": {m["text"]: m["actor"] for m in article["mentions"] if "actor" in m},
            "actors": {row["actor"]: row["kind"] for row in rows("actors", "--json")},
            "figure": boats["actor"],
            "timeline": may["actors"],
        }

    return names


QUOTE, BODY = "\u201cThe sea was kind,\u201d", "Okello Foundation"


def test_a_name_is_corrected_in_every_command_and_a_longer_name_that_holds_it_stays(
    shown: Callable[[], dict[str, Any]], harbor: Path
) -> None:
    before = shown()
    assert before["text"] == {
        "Okello": "Tendai Okello", "Peru": "Peru", QUOTE: "Tendai Okello", "Tendai Okello": "Tendai Okello",
        BODY: BODY,
    }  # fmt: skip
    assert before["figure"] == "Tendai Okello"
    assert before["timeline"] == ["Tendai Okello", "Peru"]
    (harbor / "actors.toml").write_text(
        '[[actor]]\nname = "Admiral Okello"\njoins = ["Tendai Okello"]\nkind = "group"\n'
        '[[ignore]]\nactor = "Peru"\n'
    )
    after = shown()
    assert after["text"] == {
        "Okello": "Admiral Okello", QUOTE: "Admiral Okello", "Tendai Okello": "Admiral Okello", BODY: BODY,
    }  # fmt: skip
    assert after["actors"] == {"Admiral Okello": "group", BODY: "organization"}
    assert after["figure"] == "Admiral Okello"
    assert after["timeline"] == ["Admiral Okello"]


@pytest.mark.parametrize("key", ["texts", "aliases"])
def test_a_surname_that_is_another_actors_leaves_the_longer_names_that_hold_it(
    shown: Callable[[], dict[str, Any]], harbor: Path, key: str
) -> None:
    (harbor / "actors.toml").write_text(
        f'[[actor]]\nname = "Captain Okello"\nkind = "person"\n{key} = ["Okello"]\n'
    )
    after = shown()
    assert after["text"] == {
        "Okello": "Captain Okello", "Peru": "Peru", QUOTE: "Tendai Okello", "Tendai Okello": "Tendai Okello",
        BODY: BODY,
    }  # fmt: skip
    assert after["actors"] == {
        "Captain Okello": "person", "Tendai Okello": "person", "Peru": "place", BODY: "organization",
    }  # fmt: skip
    assert after["figure"] == "Captain Okello"
    assert after["timeline"] == ["Captain Okello", "Peru"]


def test_the_settings_correct_every_command_as_the_dossiers_file_does(
    shown: Callable[[], dict[str, Any]], harbor: Path
) -> None:
    (harbor / "fenttui.toml").write_text(
        '[actors."Admiral Okello"]\naliases = ["Okello", "Tendai Okello"]\nkind = "person"\n'
        '[ignore]\nwords = ["Peru"]\n'
    )
    after = shown()
    assert after["text"] == {
        "Okello": "Admiral Okello", QUOTE: "Admiral Okello", "Tendai Okello": "Admiral Okello", BODY: BODY,
    }  # fmt: skip
    assert after["actors"] == {"Admiral Okello": "person", BODY: "organization"}
    assert after["figure"] == "Admiral Okello"
    assert after["timeline"] == ["Admiral Okello"]

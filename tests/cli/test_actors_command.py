from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.support.command_output import records


def by_name(result: Result) -> dict[str, dict[str, Any]]:
    return {row["actor"]: row for row in records(result)}


@pytest.fixture
def three(dossier: Path) -> Path:
    """A dossier in which Wang Yi is named in two of three articles, once by his surname alone."""
    (dossier / "three.txt").write_text("date 2025-05-01\nMr Wang left. China stayed with Chinese friends.\n")
    return dossier


def test_actors_are_tallied_over_the_whole_dossier(run: Callable[..., Result], three: Path) -> None:
    rows = by_name(run("actors", "--json", three))
    assert rows["Wang Yi"] == {
        "actor": "Wang Yi",
        "kind": "person",
        "mentions": 2,
        "articles": 2,
        "first": "2025-04-02",
        "last": "2025-05-01",
        "aliases": ["Wang"],
        "dates": [{"date": "2025-04-02", "mentions": 1}, {"date": "2025-05-01", "mentions": 1}],
        "named_with": [{"actor": "Marco Rubio", "sentences": 1}, {"actor": "Russia", "sentences": 1}],
    }
    assert "Wang" not in rows


def test_in_a_pipe_an_actor_is_a_line_parted_by_tabs(run: Callable[..., Result], three: Path) -> None:
    line = "China\tplace\t3\t2\t2025-03-13\t2025-05-01\t▄··········█\tUnited States\n"
    assert line in run("actors", three).stdout


@pytest.mark.parametrize(
    ("order", "first"),
    [("mentions", "China"), ("articles", "China"), ("name", "China"), ("first", "China"), ("last", "China")],
)
def test_every_order_puts_its_first_first(
    run: Callable[..., Result], three: Path, order: str, first: str
) -> None:
    assert records(run("actors", "--json", "--sort", order, three))[0]["actor"] == first


def test_actors_are_sorted_by_name_or_by_the_latest_date(run: Callable[..., Result], three: Path) -> None:
    assert [row["actor"] for row in records(run("actors", "--json", "--sort", "name", three))] == [
        "China", "Marco Rubio", "Russia", "United States", "Wang Yi",
    ]  # fmt: skip
    assert [row["last"][:7] for row in records(run("actors", "--json", "--sort", "last", three))] == [
        "2025-05", "2025-05", "2025-04", "2025-04", "2025-03",
    ]  # fmt: skip


def test_an_unknown_order_is_told_with_those_that_there_are(run: Callable[..., Result], three: Path) -> None:
    result = run("actors", "--sort", "fame", three)
    assert result.exit_code == 2
    assert "'mentions', 'articles', 'name', 'first', 'last'" in result.stderr


def test_a_word_may_stand_in_an_actors_other_names(run: Callable[..., Result], three: Path) -> None:
    assert set(by_name(run("actors", "--json", "--text", "chinese", three))) == {"China"}


def test_an_empty_dossier_has_no_actors_and_is_told(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("actors", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "the folder holds no articles" in result.stderr


def test_the_dossiers_corrections_are_heeded_by_every_command(
    run: Callable[..., Result], three: Path
) -> None:
    (three / "actors.toml").write_text(
        '[[actor]]\nname = "Minister Wang"\njoins = ["Wang Yi"]\nkind = "group"\n'
        '[[actor]]\nname = "Moscow"\ntexts = ["Moscow"]\n[[ignore]]\nactor = "Marco Rubio"\n'
    )
    rows = by_name(run("actors", "--json", three))
    assert set(rows) == {"China", "Minister Wang", "Moscow", "United States"}
    assert (rows["Minister Wang"]["kind"], rows["Minister Wang"]["mentions"]) == ("group", 2)
    mentions = [mention for line in records(run("extract", three)) for mention in line["mentions"]]
    assert {mention["actor"] for mention in mentions if "actor" in mention} >= {"Minister Wang", "Moscow"}
    assert "Marco Rubio" not in {mention["text"] for mention in mentions}


def test_a_broken_file_of_corrections_is_told_with_its_line_and_the_actors_are_listed(
    run: Callable[..., Result], three: Path
) -> None:
    (three / "actors.toml").write_text('schema = 1\n[[actor]]\nname = "Wang Yi"\nkind = "hero"\n')
    told = f"{three}/actors.toml:2: the actor Wang Yi has a `kind` that is not one of person, organization"
    result = run("actors", three)
    assert result.exit_code == 1
    assert told in result.stderr
    assert "Wang Yi\tperson\t2\t" in result.stdout
    result = run("check", three)
    assert result.exit_code == 1
    assert told in result.stdout


def test_texts_from_standard_input_have_no_dossier_and_no_corrections_of_one(
    run: Callable[..., Result], three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (three / "actors.toml").write_text('[[ignore]]\nactor = "China"\n')
    monkeypatch.chdir(three)
    (line,) = records(run("extract", "-", stdin='{"id": 1, "text": "China stayed."}\n'))
    assert [mention["actor"] for mention in line["mentions"]] == ["China"]

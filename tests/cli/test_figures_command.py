from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from fenttui.paths import bundled
from tests.support.command_output import records


@pytest.fixture
def trade(tmp_path: Path) -> Path:
    """Two articles with amounts of several units."""
    root = tmp_path / "trade"
    root.mkdir()
    (root / "one.txt").write_text(
        "date 2025-03-13\nAna Silva paid $5 million in Chile. Exports of Peru fell 25 percent.\n"
    )
    (root / "two.txt").write_text("date 2025-04-02\nChile sold 10 percent. It earned $7.50.\n")
    return root


def table(result: Result) -> list[dict[str, str]]:
    assert result.stdout.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        (["--unit", "usd"], ["$5 million", "$7.50"]),
        (["--unit", "USD", "--unit", "percent"], ["$5 million", "25 percent", "10 percent", "$7.50"]),
        (["--unit", "euro"], []),
        (["--actor", "silva"], ["$5 million"]),
        (["--actor", "chile"], ["10 percent"]),
        (["--kind", "money", "--sort", "value"], ["$5 million", "$7.50"]),
        (["--kind", "percent", "--sort", "value"], ["25 percent", "10 percent"]),
        (["--sort", "unit"], ["$5 million", "$7.50", "25 percent", "10 percent"]),
        (["--sort", "actor", "--kind", "percent"], ["10 percent", "25 percent"]),
    ],
)
def test_figures_are_chosen_and_sorted(
    run: Callable[..., Result], trade: Path, conditions: list[str], found: list[str]
) -> None:
    assert [row["text"] for row in records(run("figures", "--json", trade, *conditions))] == found


def test_a_figure_says_where_it_stands_and_whose_it_is(run: Callable[..., Result], trade: Path) -> None:
    money = records(run("figures", "--json", trade))[0]
    assert (money["start"], money["end"]) == (15, 25)
    assert (money["actor"], money["before"], money["of"]) == ("Ana Silva", None, None)
    assert run("figures", trade, "--unit", "USD").stdout.splitlines()[0] == (
        "one\t2025-03-13\tmoney\t$5 million\t5000000\tUSD\texact\t\t\t\tAna Silva\t"
        "Ana Silva paid $5 million in Chile."
    )


def test_csv_has_a_row_a_figure_and_exact_numbers(run: Callable[..., Result], trade: Path) -> None:
    (trade / "three.txt").write_text("date 2025-05-01\nIt cost 10 to 15 dollars on Tuesday.\n")
    rows = table(run("figures", "--csv", trade, "--text", "cost"))
    assert [(row["value"], row["value_high"], row["unit"]) for row in rows] == [
        ("10", "15", "USD"),
        ("2025-04-29", "", ""),
    ]
    (row,) = table(run("figures", "--csv", trade, "--text", "earned"))
    assert (row["article"], row["value"], row["actor"]) == ("two", "7.50", "")


def test_a_text_that_would_be_a_formula_is_none_in_the_csv(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "=1+1.txt").write_text('date 2025-05-01\n=HYPERLINK("x") cost $5.\n')
    (row,) = table(run("figures", "--csv", tmp_path))
    assert row["article"] == "'=1+1"
    assert row["sentence"] == '\'=HYPERLINK("x") cost $5.'


def test_csv_and_json_exclude_each_other(run: Callable[..., Result], trade: Path) -> None:
    result = run("figures", "--csv", "--json", trade)
    assert result.exit_code == 2
    assert result.stderr.startswith("fenttui: --json and --csv exclude each other")


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_a_dossier_without_figures_gives_none(
    run: Callable[..., Result], tmp_path: Path, form: list[str]
) -> None:
    (tmp_path / "one.txt").write_text("date 2025-05-01\nNobody came.\n")
    result = run("figures", tmp_path, *form)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == (form == ["--csv"])


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_listed(
    run: Callable[..., Result], trade: Path
) -> None:
    (trade / "bad.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    result = run("figures", "--json", trade)
    assert result.exit_code == 1
    assert len(records(result)) == 4
    assert f"fenttui: {trade / 'bad.txt'}: " in result.stderr


def test_the_actor_of_a_figure_is_called_as_in_the_whole_dossier(
    run: Callable[..., Result], trade: Path
) -> None:
    (trade / "fenttui.toml").write_text('[actors."Republic of Chile"]\naliases = ["Chile"]\n')
    (sold,) = records(run("figures", "--json", trade, "--text", "sold"))
    assert sold["actor"] == "Republic of Chile"


def test_the_bundled_articles_show_the_tariffs_with_what_they_were_before(run: Callable[..., Result]) -> None:
    raised, before = records(run("figures", "--disagreeing", "--json", bundled("seeds")))
    assert (raised["text"], raised["before"]) == ("20 per cent", 10)
    assert (before["text"], before["of"]) == ("10 per cent", raised["of"])

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


def on_a_terminal(*args: object, columns: int) -> str:
    """What the program writes to a terminal that wide."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color"}
    env.pop("COLUMNS", None)
    with subprocess.Popen([sys.executable, "-c", RUN, *map(str, args)], stdout=theirs, env=env) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux tells the end of a terminal
                break
            if not part:
                break
            written += part
        os.close(ours)
    assert process.returncode == 0
    return written.decode("utf-8")


def test_list_is_by_date_one_article_a_line_parted_by_tabs(run: Callable[..., Result], dossier: Path) -> None:
    result = run("list", dossier)
    assert result.exit_code == 0
    assert result.stdout == (
        "two\t2025-03-13\tChina accused the United States.\t0\t5\n"
        "one\t2025-04-02\tWang Yi met Marco Rubio in Moscow on Tuesday.\t1\t13\n"
    )


def test_list_as_json(run: Callable[..., Result], dossier: Path) -> None:
    assert records(run("list", "--json", dossier))[1] == {
        "id": "one",
        "path": str(dossier / "one.txt"),
        "date": "2025-04-02",
        "date_source": "header",
        "title": "Wang Yi met Marco Rubio in Moscow on Tuesday.",
        "annotations": 1,
        "words": 13,
    }


def test_a_date_that_the_article_does_not_name_is_marked(run: Callable[..., Result], dossier: Path) -> None:
    (dossier / "two.txt").write_text("China accused the United States.\n")
    os.utime(dossier / "two.txt", (0, 0))
    assert "two\t1970-01-01~\t" in run("list", dossier).stdout


def test_an_article_that_cannot_be_read_is_listed_and_told(run: Callable[..., Result], dossier: Path) -> None:
    (dossier / "bad.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    result = run("list", dossier)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert any(line.startswith("bad\t") and line.endswith("\t0\t") for line in result.stdout.splitlines())
    assert result.stderr.startswith(f"fenttui: {dossier / 'bad.txt'}: ")
    assert result.stderr.count("\n") == 1


def test_a_missing_path_is_told_and_the_others_are_listed(
    run: Callable[..., Result], dossier: Path, tmp_path: Path
) -> None:
    result = run("list", tmp_path / "missing", dossier)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert f"{tmp_path / 'missing'}: there is no such file or folder" in result.stderr


def test_a_wrong_setting_is_told_and_does_not_stop_the_command(
    run: Callable[..., Result], dossier: Path, own_config: Path
) -> None:
    own_config.write_text("[reader]\nmeasur = 5\n")
    result = run("list", dossier)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == (
        f"fenttui: {own_config}:2: unknown key `measur` in [reader]; did you mean `measure`?\n"
    )


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_list_is_a_table_that_fits(dossier: Path, columns: int) -> None:
    title = "A title that goes on and on and does not come to an end before the line does, however long it is"
    (dossier / "long.txt").write_text(f"date 2025-05-01\n{title}.\n")
    lines = on_a_terminal("list", dossier, columns=columns).splitlines()
    assert len(lines) == 4
    plain = [line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in lines]
    assert plain[0].split() == ["id", "date", "title", "notes", "words"]
    assert all(len(line) <= columns for line in plain)
    assert "…" in plain[3]


def test_on_a_narrow_terminal_figures_keep_their_text_and_value(dossier: Path) -> None:
    (dossier / "a-long-name-of-an-article-that-was-saved-from-the-web.txt").write_text(
        "date 2025-05-01\nTariffs rose by more than 300 billion dollars last month, Beijing said.\n"
    )
    lines = on_a_terminal("figures", dossier, columns=80).splitlines()
    plain = [line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in lines]
    assert plain[0].split()[:6] == ["article", "date", "kind", "figure", "value", "unit"]
    assert "sentence" not in plain[0]
    assert all(len(line) <= 80 for line in plain)
    (money,) = [line for line in plain if " money " in line]
    assert "300 billion dollars" in money
    assert " 300000000000  USD" in money
    wide = on_a_terminal("figures", dossier, columns=200).splitlines()
    heading = wide[0].replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert heading.split()[-6:] == ["bound", "change", "before", "of", "actor", "sentence"]


def test_an_escape_sequence_in_an_article_does_not_reach_the_terminal(dossier: Path) -> None:
    (dossier / "one.txt").write_text("date 2025-04-02\nBoo \x1b]52;c;AAAA\x07 boo.\n")
    written = on_a_terminal("list", dossier, columns=100)
    assert "\x1b]52" not in written
    assert "␛]52;c;AAAA␇" in written


def test_extract_prints_one_article_a_line_with_its_mentions(
    run: Callable[..., Result], dossier: Path
) -> None:
    result = run("extract", dossier)
    assert result.exit_code == 0
    one, two = records(result)
    assert list(one) == ["id", "path", "date", "title", "text", "mentions"]
    assert (one["id"], one["date"], two["id"]) == ("one", "2025-04-02", "two")
    assert one["text"] == "Wang Yi met Marco Rubio in Moscow on Tuesday.\n\nExports fell 25 percent."
    for mention in one["mentions"]:
        assert one["text"][mention["start"] : mention["end"]] == mention["text"]
    assert {"start": 0, "end": 7, "text": "Wang Yi", "kind": "person", "actor": "Wang Yi"} in one["mentions"]


def test_extract_takes_the_corrections_of_the_settings(run: Callable[..., Result], dossier: Path) -> None:
    (dossier / "fenttui.toml").write_text('[actors."The Minister"]\naliases = ["Wang Yi"]\nkind = "person"\n')
    (mention, *_) = records(run("extract", dossier))[0]["mentions"]
    assert mention["actor"] == "The Minister"


def test_figures_stand_with_their_article_and_sentence(run: Callable[..., Result], dossier: Path) -> None:
    rows = records(run("figures", "--json", dossier))
    (percent,) = [row for row in rows if row["kind"] == "percent"]
    assert percent["article"] == "one"
    assert percent["date"] == "2025-04-02"
    assert percent["text"] == "25 percent"
    assert percent["value"] == 25
    assert percent["sentence"] == "Exports fell 25 percent."
    lines = run("figures", dossier).stdout.splitlines()
    (line,) = [line for line in lines if "\tpercent\t" in line]
    assert line.startswith("one\t2025-04-02\tpercent\t25 percent\t25\t")
    assert line.endswith("\tExports fell 25 percent.")


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        (["--kind", "percent"], ["25 percent", "10 percent"]),
        (["--kind", "percent", "--kind", "date"], ["Tuesday", "25 percent", "10 percent"]),
        (["--kind", "money"], []),
        (["--article", "WANG YI met"], ["Tuesday", "25 percent"]),
        (["--article", "three"], ["10 percent"]),
        (["--text", "exports", "--text", "25"], ["25 percent"]),
        (["--text", "exports", "--text", "duties"], []),
    ],
)
def test_figures_are_searched_by_conditions(
    run: Callable[..., Result], dossier: Path, conditions: list[str], found: list[str]
) -> None:
    (dossier / "three.txt").write_text("date 2025-05-01\nThe duties rose 10 percent.\n")
    rows = records(run("figures", "--json", dossier, *conditions))
    assert [row["text"] for row in rows] == found


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        (["--kind", "person"], {"Marco Rubio", "Wang Yi"}),
        (["--text", "wang"], {"Wang Yi"}),
        (["--text", "wang", "--kind", "place"], set()),
        (["--text", "o", "--text", "r"], {"Marco Rubio"}),
    ],
)
def test_actors_are_searched_by_conditions(
    run: Callable[..., Result], dossier: Path, conditions: list[str], found: set[str]
) -> None:
    assert {row["actor"] for row in records(run("actors", "--json", dossier, *conditions))} == found


def test_annotations_are_listed_with_their_position(run: Callable[..., Result], dossier: Path) -> None:
    result = run("annotations", dossier)
    assert result.exit_code == 0
    assert result.stdout == "one\tAda\ttariffs, claim/contested\tMarco Rubio\tSays who?\tposition\n"
    (record,) = records(run("annotations", "--json", dossier))
    assert " ".join(record) == "id article author created modified tags body exact start end found score"
    assert (record["exact"], record["start"], record["end"]) == ("Marco Rubio", 12, 23)


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (["--tag", "claim"], 1),
        (["--tag", "claim", "--tag", "no"], 0),
        (["--text", "who", "--text", "rubio"], 1),
        (["--text", "nothing"], 0),
        (["--author", "ada"], 1),
        (["--author", "Bob"], 0),
        (["--article", "wang yi met"], 1),
        (["--article", "two"], 0),
        (["--state", "attached"], 1),
        (["--state", "orphan", "--state", "moved"], 0),
        (["--color", "Yellow"], 1),
        (["--color", "red"], 0),
        (["--where", "rubio tag:claim state:attached"], 1),
        (["--where", "rubio author:bob"], 0),
    ],
)
def test_annotations_are_searched_by_conditions(
    run: Callable[..., Result], dossier: Path, condition: list[str], found: int
) -> None:
    assert len(run("annotations", dossier, *condition).stdout.splitlines()) == found


def test_a_query_that_is_not_understood_is_named_and_lists_nothing(
    run: Callable[..., Result], dossier: Path
) -> None:
    result = run("annotations", dossier, "--where", "autor:ada")
    assert result.exit_code == 2
    assert "did you mean author:" in result.stderr
    assert result.stdout == ""


def test_config_shows_each_setting_with_its_value_and_origin(
    run: Callable[..., Result], dossier: Path, own_config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_config.write_text('[reader]\ntheme = "nord"\n')
    (dossier / "fenttui.toml").write_text("[sidebar]\norder = 'oldest'\n")
    monkeypatch.setenv("FENTTUI_IGNORE_WORDS", "US,May")
    lines = run("config", dossier).stdout.splitlines()
    assert "reader.measure\t76\tdefault" in lines
    assert f'reader.theme\t"nord"\t{own_config}:2' in lines
    assert f'sidebar.order\t"oldest"\t{dossier / "fenttui.toml"}:2' in lines
    assert 'ignore.words\t["US", "May"]\tFENTTUI_IGNORE_WORDS' in lines
    rows = records(run("config", "--json", dossier))
    assert {"setting": "ignore.words", "value": ["US", "May"], "origin": "FENTTUI_IGNORE_WORDS"} in rows


def test_config_says_where_the_own_file_would_be(run: Callable[..., Result], own_config: Path) -> None:
    assert run("config", "--path").stdout == f"{own_config}\n"


def test_check_counts_what_is_well(run: Callable[..., Result], dossier: Path) -> None:
    result = run("check", dossier)
    assert result.exit_code == 0
    assert result.stdout == "2 articles, 1 note: no problems\n"


def test_check_names_every_problem_with_its_file_and_line_and_exits_1(
    run: Callable[..., Result], dossier: Path, own_config: Path
) -> None:
    own_config.write_text("[reader]\nmeasur = 5\n[keys]\nfly = ['q']\n")
    (dossier / "bad.txt").write_bytes(b"")
    (dossier / "annotations" / "two.toml").write_text("schema = 1\n[[annotation\n")
    result = run("check", dossier)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{own_config}:2: unknown key `measur`")
    assert lines[1].startswith(f"{own_config}:4: ")
    assert "`fly`" in lines[1]
    assert any(line.startswith(f"{dossier / 'bad.txt'}: ") for line in lines)
    assert any(line.startswith(f"{dossier / 'annotations' / 'two.toml'}:2: ") for line in lines)
    assert lines[-1].startswith("3 articles, 1 note: ")
    assert "errors" in lines[-1]


def test_check_and_config_tell_a_theme_that_does_not_exist(
    run: Callable[..., Result], dossier: Path, own_config: Path
) -> None:
    own_config.write_text('[reader]\ntheme = "fentui-light"\n')
    sentence = '`theme` in [reader] must be a theme, not "fentui-light"; did you mean `fenttui-light`?'
    told = f"{own_config}:2: {sentence}"
    checked = run("check", dossier)
    assert (checked.exit_code, checked.stdout.splitlines()[0]) == (1, told)
    shown = run("config", dossier)
    assert (shown.exit_code, shown.stderr) == (1, f"fenttui: {told}\n")
    assert 'reader.theme\t"fenttui-dark"\tdefault' in shown.stdout.splitlines()


def test_check_warns_of_a_guess_at_the_encoding(run: Callable[..., Result], dossier: Path) -> None:
    (dossier / "two.txt").write_bytes("date 2025-03-13\nIt’s the café.\n".encode("cp1252"))
    result = run("check", dossier)
    assert result.exit_code == 0
    assert result.stdout == (
        f"{dossier / 'two.txt'}: warning: read as windows-1252; save it as UTF-8 if characters look wrong\n"
        "2 articles, 1 note: 1 warning\n"
    )


def test_list_titles_a_saved_page_by_its_text(run: Callable[..., Result], dossier: Path) -> None:
    (dossier / "two.txt").write_text("https://example.org/2025/tariffs\n\nChina responded. It waited.\n")
    assert "\tChina responded.\t" in run("list", dossier).stdout


def test_check_warns_of_a_passage_that_is_gone_and_exits_0(run: Callable[..., Result], dossier: Path) -> None:
    (dossier / "one.txt").write_text("date 2025-04-02\nNobody met anybody.\n")
    result = run("check", dossier)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith(
        f"{dossier / 'annotations' / 'one.toml'}: warning: the annotation 0196a3c2"
    )
    assert result.stdout.splitlines()[-1] == "2 articles, 1 note: 1 warning"

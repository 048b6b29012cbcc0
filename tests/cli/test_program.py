from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import Result

from fenttui import __version__
from fenttui.cli.program import COMMANDS, program
from fenttui.settings.loading import Loaded
from fenttui.ui.session import extraction_process

Reader = Callable[..., SimpleNamespace]

RUN = "import sys; from fenttui.cli import main; main()"


def call(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Runs the program in a process of its own."""
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        [sys.executable, "-c", RUN, *args], capture_output=True, timeout=60, **options
    )
    return done


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Calls the program on a terminal; the reader only notes what it was started with, or runs `act`."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def start(*args: object, act: Callable[[], int] = lambda: 0, real: bool = False) -> SimpleNamespace:
        started: list[tuple[list[Path], Loaded]] = []

        def run_reader(paths: Iterable[Path], _dossier: object, settings: Loaded, _process: object) -> int:
            started.append((list(paths), settings))
            return act()

        monkeypatch.setattr(extraction_process, "started", lambda: None)
        if not real:
            monkeypatch.setitem(sys.modules, "fenttui.ui.launch", SimpleNamespace(run_reader=run_reader))
        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr(sys, "stdout", Terminal())
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        with pytest.raises(SystemExit) as left:
            program.main(args=[str(arg) for arg in args])
        return SimpleNamespace(code=left.value.code, started=started)

    return start


def test_version_is_told_without_importing_click_or_the_screen() -> None:
    code = f"{RUN}; print([name for name in ('click', 'msgspec', 'rich', 'textual') if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [f"fenttui {__version__}", "[]"]


@pytest.mark.parametrize(
    "args",
    ["list", "list --json", "extract", "export -o -", "check", "config", "annotations", "actors", "--help"],
)
def test_no_command_but_the_reader_imports_the_screen_or_rich(args: str) -> None:
    code = (
        "import sys\nfrom fenttui.cli import main\ntry:\n    main()\nexcept SystemExit as left:\n"
        "    assert not left.code, left.code\n"
        "print([name for name in ('rich', 'textual') if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *args.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    # Before it a command may say something, such as that there is nothing to export.
    assert done.stderr.splitlines()[-1] == "[]"


def test_help_names_every_command_and_shows_an_example(run: Callable[..., Result]) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "Usage: fenttui [OPTIONS] [PATH]...\n       fenttui COMMAND [ARGS]...\n" in result.stdout
    for name in COMMANDS:
        assert f"\n  {name} " in result.stdout
    assert "fenttui ~/dossiers/tariffs" in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_with_an_example(run: Callable[..., Result], name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    example = result.stdout.split(":\n")[-1]
    assert f"fenttui {name}" in example


@pytest.mark.parametrize("args", [["folder", "--help"], ["--theme", "x", "-h"], ["-h"]])
def test_help_is_shown_wherever_it_is_asked_for(run: Callable[..., Result], args: list[str]) -> None:
    assert run(*args).stdout.startswith("Usage: fenttui [OPTIONS] [PATH]...")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["list", "--jsn"], "no such option '--jsn'"),
        (["--measure", "wide"], "invalid value for '--measure'"),
        (["--measure", "5"], "invalid value for '--measure': must be a whole number from 20 to 400"),
        (["--theme", "xyzzy"], "invalid value for '--theme': must be a theme"),
        (
            ["--theme", "nope"],
            "invalid value for '--theme': must be a theme, not \"nope\"; did you mean `nord`?",
        ),
        (["export", "-o", "x.pdf"], "no format ends in `.pdf`; end FILE in .md for markdown, .csv for csv, "),
        (["export", "--format", "pdf"], "invalid value for '-f' / '--format'"),
        (["extract", "-", "seeds"], "`-` is standard input and stands alone"),
        (["completion"], "missing argument"),
    ],
)
def test_a_wrong_call_is_one_sentence_that_names_the_help_and_exits_2(
    run: Callable[..., Result], args: list[str], sentence: str
) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"fenttui: {sentence}")
    assert "--help`" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("word", "command"),
    [("lst", "list"), ("LIST", "list"), ("exprot", "export"), ("notations", "annotations")],
)
def test_a_misspelt_command_is_told_with_the_one_that_is_near(
    reader: Reader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    word: str,
    command: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = reader(word, "-o", "x.md", real=True)
    assert done.code == 1
    assert capsys.readouterr().err == (
        f'fenttui: there is no file or folder "{word}"; did you mean the command {command}?\n'
    )


def test_a_folder_with_a_name_like_a_command_opens(
    reader: Reader, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dossier.parent)
    dossier.rename("lst")
    ((paths, _),) = reader("lst").started
    assert [str(path) for path in paths] == ["lst"]


def test_without_a_terminal_the_reader_says_so_and_names_what_works(
    run: Callable[..., Result], dossier: Path
) -> None:
    result = run(dossier)
    assert result.exit_code == 1
    assert result.stderr == (
        "fenttui: reading needs a terminal; use `fenttui list` or `fenttui export` in a pipe or a script\n"
    )


def test_paths_open_the_reader_with_the_settings_of_the_command_line(reader: Reader, dossier: Path) -> None:
    done = reader(dossier, "--theme", "nord", "--measure", "90", "--order", "oldest")
    assert done.code == 0
    ((paths, loaded),) = done.started
    assert paths == [dossier]
    assert loaded.settings.reader.theme == "nord"
    assert loaded.settings.sidebar.order == "oldest"
    assert loaded.origins["reader.measure"] == "--measure"


def test_the_dossiers_own_settings_are_in_force_in_the_reader(reader: Reader, dossier: Path) -> None:
    (dossier / "fenttui.toml").write_text("[reader]\nmeasure = 50\n")
    ((_, loaded),) = reader(dossier).started
    assert loaded.settings.reader.measure == 50


@pytest.mark.parametrize("args", [["./list"], ["--", "list"], ["one.txt", "list"]])
def test_a_folder_called_as_a_command_opens_where_it_cannot_be_the_command(
    reader: Reader, dossier: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    (dossier / "list").mkdir()
    (dossier / "list" / "three.txt").write_text("date 2025-01-01\nThree.\n")
    monkeypatch.chdir(dossier)
    done = reader(*args)
    assert done.code == 0
    assert str(done.started[0][0][-1]) == "list"


def test_without_a_path_the_dossier_of_the_config_opens_else_the_bundled_one(
    reader: Reader, dossier: Path, own_config: Path
) -> None:
    ((bundled, _),) = reader().started
    assert [path.name for path in bundled] == ["seeds"]
    own_config.write_text(f'[dossier]\npath = "{dossier}"\n')
    ((own, _),) = reader().started
    assert own == [dossier]


def test_where_no_article_is_found_nothing_opens(
    reader: Reader, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reader(tmp_path / "missing", real=True).code == 1
    assert "missing: there is no such file or folder" in capsys.readouterr().err


def test_where_some_path_is_missing_the_rest_opens(reader: Reader, dossier: Path, tmp_path: Path) -> None:
    done = reader(dossier, tmp_path / "missing")
    assert done.code == 0
    assert len(done.started) == 1


def test_an_interrupt_leaves_without_a_traceback(
    reader: Reader, dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    assert reader(dossier, act=interrupt).code == 130
    assert capsys.readouterr().err.strip() == ""


def test_a_pipe_that_closes_ends_the_program_quietly(dossier: Path) -> None:
    text = "Wang Yi met Marco Rubio. " * 40_000
    (dossier / "long.txt").write_text(f"date 2025-04-02\n{text}\n")
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "extract", str(dossier)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait(60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


def test_a_full_disk_is_one_sentence(dossier: Path) -> None:
    full_disk = Path("/dev/full")
    if not full_disk.exists():
        pytest.skip("/dev/full is Linux's")
    with full_disk.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", RUN, "list", str(dossier)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"fenttui: writing the output: no space left on device\n"


def test_the_output_is_utf_8_whatever_the_locale(dossier: Path) -> None:
    (dossier / "three.txt").write_text("date 2025-01-01\nNaïve “quotes” — 习近平.\n", encoding="utf-8")
    outputs = set()
    for locale in ("C", "POSIX", "en_US.ISO-8859-1"):
        env = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "latin-1", "PYTHONCOERCECLOCALE": "0"}
        outputs.add(call("list", str(dossier), env=env).stdout)
    (output,) = outputs
    assert "Naïve “quotes” — 习近平." in output.decode("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_asks_the_program(run: Callable[..., Result], shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_FENTTUI_COMPLETE={shell}_complete" in result.stdout


def completed(words: str, current: str) -> list[str]:
    env = {**os.environ, "_FENTTUI_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": current}
    return call(env=env).stdout.decode().splitlines()


def test_commands_options_and_paths_complete() -> None:
    first = completed("fenttui ", "1")
    assert "plain,list" in first
    assert "file," in first
    assert completed("fenttui ex", "1")[:2] == ["plain,extract", "plain,export"]
    assert "plain,--theme" in completed("fenttui --th", "1")
    assert "plain,--json" in completed("fenttui list --", "2")
    assert completed("fenttui export --format c", "3") == ["plain,csv"]
    assert completed("fenttui list ta", "2") == ["file,ta"]
    assert completed("fenttui folder ta", "2") == ["file,ta"]

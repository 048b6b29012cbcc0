"""A file of notes, corrections or settings that cannot be used costs its own content and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

MARKERS = b"<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n"

NO_TOML = {
    "truncated": (b'\nx = "never clo', 2),
    "merge markers": (b"\n" + MARKERS, 2),
    "NULs": (b"\n" + b"\0" * 512, 2),
    "nested arrays": (b"\nx = " + b"[" * 1000 + b"]" * 1000 + b"\n", 2),
    "nested tables": (b"\nx = " + b"{a=" * 300 + b"1" + b"}" * 300 + b"\n", 2),
    "nested keys": (b"\n" + b"a." * 3000 + b"a = 1\n", 2),
    "a large integer": (b"\nx = " + b"9" * 5000 + b"\n", 2),
    "a large hexadecimal integer": (b"\nx = 0x" + b"f" * 5000 + b"\n", 2),
    "another encoding": (b"\nx = 'caf\xe9'\n", 2),
    "half of UTF-16": ("\nx = 1".encode("utf-16")[:-1], 2),
}


@pytest.mark.parametrize(("content", "line"), NO_TOML.values(), ids=NO_TOML)
@pytest.mark.parametrize("name", ["annotations/one.toml", "actors.toml", "fenttui.toml"])
def test_check_tells_file_and_line_and_the_rest_works(
    run: Callable[..., Result], dossier: Path, name: str, content: bytes, line: int
) -> None:
    (dossier / "annotations" / "two.toml").write_text("[[annotation]]\nbody = 'on two'\n")
    file = dossier / name
    file.write_bytes(content)
    result = run("check", dossier)
    assert result.exit_code == 1
    (told,) = [row for row in result.stdout.splitlines() if row.startswith(str(file))]
    assert told.startswith(f"{file}:{line}: ")
    assert '"on two"' in run("annotations", dossier, "--json").stdout
    assert "two" in run("list", dossier).stdout
    assert "Wang Yi" in run("actors", dossier).stdout
    assert run("config").exit_code == 0
    assert file.read_bytes() == content


RECORDS = {
    "the same id twice": (
        'id = "0196a3c2-0000-7000-8000-000000000001"',
        "error",
        "has the same id as another one",
    ),
    "an id that is no UUID": ('id = "mine"', "warning", "has an id that is not a UUID"),
    "a misspelled key": (
        "bdoy = 'x'\ntags = []",
        "warning",
        "has an unknown key `bdoy`; did you mean `body`?",
    ),
    "a misspelled key of the passage": (
        "target = { exact = 'x', prefx = 'y' }",
        "warning",
        "has an unknown key `prefx`; did you mean `prefix`?",
    ),
    "a misspelled table": (
        "[[annotations]]\nbody = 'x'",
        "error",
        "`annotations` is unknown; name it [[annotation]]",
    ),
    "markers within a text": (f"body = '''\n{MARKERS.decode()}'''", "warning", "holds merge markers"),
}


@pytest.mark.parametrize(("row", "severity", "said"), RECORDS.values(), ids=RECORDS)
def test_check_tells_what_may_be_wrong_with_one_note(
    run: Callable[..., Result], dossier: Path, row: str, severity: str, said: str
) -> None:
    file = dossier / "annotations" / "one.toml"
    good = file.read_text("utf-8")
    file.write_text(f"{good}\n[[annotation]]\n{row}\n", "utf-8")
    result = run("check", dossier)
    assert result.exit_code == int(severity == "error")
    assert said in result.stdout
    assert result.stdout.startswith(f"{file}:")
    assert '"Says who?"' in run("annotations", dossier, "--json").stdout

"""A file system without locks, as some network file systems are."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from click.testing import CliRunner

from fenttui.cli.program import program
from tests.support.dossiers import write_article


def test_check_says_that_there_are_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    write_article(tmp_path, "talks", "They met.")
    assert "locks" not in CliRunner().invoke(program, ["check", str(tmp_path)]).output
    monkeypatch.setattr("fcntl.flock", unsupported)
    result = CliRunner().invoke(program, ["check", str(tmp_path)])
    assert result.exit_code == 0
    assert f"{tmp_path}: warning: the file system has no locks" in result.output

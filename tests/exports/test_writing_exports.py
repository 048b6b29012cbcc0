from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fenttui.exports.writing import write_export
from fenttui.problem import ProblemError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_an_export_is_written_as_utf_8_with_its_line_ends(tmp_path: Path) -> None:
    assert write_export("会\r\n", tmp_path / "notes.csv") is None
    assert (tmp_path / "notes.csv").read_bytes() == "会\r\n".encode()


def test_a_file_that_is_there_is_not_replaced_without_force(tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("mine")
    with pytest.raises(ProblemError, match=r"notes\.md: exists already; .* --force"):
        write_export("new", target)
    assert target.read_text() == "mine"
    assert names(tmp_path) == ["notes.md"]


def test_with_force_the_old_file_is_kept_as_a_backup(tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("mine")
    assert write_export("new", target, force=True) == tmp_path / "notes.md~"
    assert target.read_text() == "new"
    assert (tmp_path / "notes.md~").read_text() == "mine"


def test_with_force_a_new_file_has_no_backup(tmp_path: Path) -> None:
    assert write_export("new", tmp_path / "notes.md", force=True) is None
    assert names(tmp_path) == ["notes.md"]


def test_a_full_disk_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "notes.md"
    target.write_text("mine")
    monkeypatch.setattr("os.write", full)
    with pytest.raises(ProblemError, match="the export is not written: no space left on device"):
        write_export("new", target, force=True)
    assert target.read_text() == "mine"
    assert names(tmp_path) == ["notes.md"]


def test_a_folder_and_a_missing_folder_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="is a folder; name a file in it"):
        write_export("new", tmp_path, force=True)
    with pytest.raises(ProblemError, match=r"none: the folder of the export does not exist"):
        write_export("new", tmp_path / "none" / "notes.md")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="the export is not written: file name too long"):
        write_export("new", tmp_path / ("x" * 300))


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_export("through it", pipe)
        assert os.read(reader, 100) == b"through it"
    finally:
        os.close(reader)
    assert pipe.is_fifo()

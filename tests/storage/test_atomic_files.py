from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fenttui.storage.files import fit_name, read_regular, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "file"
    write_atomically(target, b"content")
    assert target.read_bytes() == b"content"
    assert names(target.parent) == ["file"]


def test_file_and_folder_are_synced_in_that_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    fsync = os.fsync

    def watch(descriptor: int) -> None:
        synced.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")  # noqa: PTH112
        fsync(descriptor)

    monkeypatch.setattr("os.fsync", watch)
    write_atomically(tmp_path / "file", b"content")
    assert synced == ["file", "folder"]
    write_atomically(tmp_path / "file", b"content", durable=False)
    assert synced == ["file", "folder"]


def test_an_existing_file_is_not_replaced_where_that_is_not_wanted(tmp_path: Path) -> None:
    target = tmp_path / "file"
    write_atomically(target, b"first", replace=False)
    with pytest.raises(FileExistsError):
        write_atomically(target, b"second", replace=False)
    assert target.read_bytes() == b"first"
    assert names(tmp_path) == ["file"]


def test_a_file_system_without_links_still_never_replaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", unsupported)
    target = tmp_path / "file"
    write_atomically(target, b"first", replace=False)
    with pytest.raises(FileExistsError):
        write_atomically(target, b"second", replace=False)
    assert target.read_bytes() == b"first"
    assert names(tmp_path) == ["file"]


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        read_regular(tmp_path / "pipe")


def test_a_name_that_fits_stays_and_a_long_one_is_cut_between_letters() -> None:
    assert fit_name("talks", ".toml") == "talks.toml"
    long = fit_name("会" * 100, ".toml")
    assert long.startswith("会会")
    assert long.endswith(".toml")
    assert len(long.encode()) <= 250
    assert long != fit_name("会" * 101, ".toml")

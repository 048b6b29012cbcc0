from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fenttui.storage.atomic import write_atomically


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

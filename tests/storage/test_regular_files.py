from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fenttui.storage.regular_files import NotRegularError, read_content, read_regular


def test_all_or_the_beginning_of_a_file_is_read_and_which_of_the_two_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"0123456789")
    whole, start, exact = (read_content(file, limit) for limit in (None, 4, 10))
    assert (whole.data, whole.complete, whole.size) == (b"0123456789", True, 10)
    assert (start.data, start.complete, start.size) == (b"0123", False, 10)
    assert (exact.data, exact.complete) == (b"0123456789", True)
    assert whole.modified == file.stat().st_mtime
    assert read_regular(file) == b"0123456789"


def test_a_disk_that_gives_a_few_bytes_at_a_time_gives_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"0123456789" * 30)
    read = os.read
    monkeypatch.setattr("os.read", lambda descriptor, count: read(descriptor, min(count, 7)))
    assert read_regular(file) == b"0123456789" * 30
    assert read_content(file, 33).data == (b"0123456789" * 30)[:33]


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        read_regular(tmp_path / "pipe")


@pytest.mark.parametrize("what", ["folder", "device", "pipe"])
def test_what_is_there_instead_of_a_file_is_told_by_its_mode(tmp_path: Path, what: str) -> None:
    path = Path("/dev/null") if what == "device" else tmp_path / what
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    with pytest.raises(NotRegularError) as refused:
        read_content(path)
    is_it = {"folder": stat.S_ISDIR, "device": stat.S_ISCHR, "pipe": stat.S_ISFIFO}[what]
    assert is_it(refused.value.mode)
    assert refused.value.filename == str(path)


def test_no_file_stays_open(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names alone are wanted
    for _ in range(20):
        read_regular(tmp_path / "file")
        with pytest.raises(NotRegularError):
            read_regular(tmp_path)
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208 - names alone are wanted

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fenttui.storage.locks import LockTakenError, folder_locked, hold_lock, is_lock_held


def test_one_holds_the_lock_of_a_folder_at_a_time_and_it_is_free_afterwards(tmp_path: Path) -> None:
    with folder_locked(tmp_path, 0), pytest.raises(LockTakenError), folder_locked(tmp_path, 0):
        pass
    with folder_locked(tmp_path, 0):
        pass


def test_a_lock_is_free_again_where_what_was_done_under_it_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), folder_locked(tmp_path, 0):
        _ = 1 / 0
    with folder_locked(tmp_path, 0):
        pass


def test_a_lock_of_a_program_that_is_killed_is_free(tmp_path: Path) -> None:
    lock = tmp_path / "session.lock"
    script = (
        "import sys; from pathlib import Path; from fenttui.storage.locks import hold_lock;"
        "hold_lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"held\n"
        assert is_lock_held(lock)
        program.kill()
    assert not is_lock_held(lock)


def test_whether_a_lock_is_held_is_told_without_taking_it(tmp_path: Path) -> None:
    lock = tmp_path / "session.lock"
    assert not is_lock_held(lock)
    assert not lock.exists()
    descriptor = hold_lock(lock)
    assert is_lock_held(lock)
    assert is_lock_held(lock)
    os.close(descriptor)
    assert not is_lock_held(lock)


def test_a_file_system_without_locks_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    with folder_locked(tmp_path, 0), folder_locked(tmp_path, 0):
        pass
    os.close(hold_lock(tmp_path / "session.lock"))
    assert not is_lock_held(tmp_path / "session.lock")


def test_a_lock_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"), folder_locked(tmp_path, 0):
        pass
    assert not (tmp_path / "elsewhere").exists()

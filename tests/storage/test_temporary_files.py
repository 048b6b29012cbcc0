from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from fenttui.storage.temporary_files import remove_left_behind, temporary_name

HALF = (
    "import sys; from pathlib import Path; from fenttui.storage.temporary_files import temporary_name;"
    "(Path(sys.argv[1]) / temporary_name()).write_text('half'); print('written', flush=True);"
    "sys.stdin.read()"
)


def test_the_file_of_a_killed_writer_goes_at_once_that_of_a_living_one_never(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HALF, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"written\n"
        (half,) = tmp_path.iterdir()
        os.utime(half, (1, 1))
        remove_left_behind(tmp_path)
        assert half.exists()
        writer.kill()
    remove_left_behind(tmp_path)
    assert not half.exists()


def test_another_process_with_the_number_of_a_killed_writer_is_not_taken_for_it(tmp_path: Path) -> None:
    head, pid, start, rest = temporary_name().rsplit("-", 3)
    reused = tmp_path / f"{head}-{pid}-{int(start) - 1}-{rest}"
    reused.touch()
    remove_left_behind(tmp_path)
    assert not reused.exists()


def test_a_writer_on_another_machine_has_an_hour(tmp_path: Path) -> None:
    fresh, old = (tmp_path / f".fenttui-{machine}-1-1-{'0' * 16}.tmp" for machine in ("0" * 8, "1" * 8))
    fresh.touch()
    old.touch()
    os.utime(old, (1, 1))
    remove_left_behind(tmp_path)
    assert fresh.exists()
    assert not old.exists()


def test_what_only_looks_like_one_stays(tmp_path: Path) -> None:
    for name in (".fenttui-notes", "fenttui-1.tmp", ".other.tmp"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1, 1))
    remove_left_behind(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3

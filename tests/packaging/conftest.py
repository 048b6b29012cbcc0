from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.checkout import ROOT
from tests.support.environment import program_environment


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (built,) = folder.glob("fenttui-*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel alone of this project.

    Its dependencies come from the environment of the tests, which stands behind its own on the path; the
    checkout does not, since only that environment's own `.pth` file leads there.
    """
    folder = tmp_path_factory.mktemp("clean") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True, timeout=120)
    programs = folder / "bin"
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--no-deps", "--no-index",
         "--ignore-installed", "--disable-pip-version-check", "--quiet", wheel],
        check=True, timeout=120,
    )  # fmt: skip
    return programs


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """All of the environment that the installed program gets."""
    return program_environment(tmp_path, tmp_path)


@pytest.fixture
def output_of(environment: Mapping[str, str], tmp_path: Path) -> Callable[..., str]:
    """Runs a command that is to succeed and to say nothing beside its standard output."""

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            command, cwd=tmp_path, env=dict(environment), capture_output=True, timeout=120, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert (done.returncode, done.stderr.decode()) == (0, "")
        return done.stdout.decode("utf-8")

    return run

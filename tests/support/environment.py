"""Environments in which nothing comes from whoever runs the tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_KINDS = ("config", "data", "state")


def use_own_folders(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Give this process empty folders below `folder` and no other setting; return their parent."""
    for name in [name for name in os.environ if name.startswith("FENTTUI_")]:
        monkeypatch.delenv(name)
    own = folder / "own"
    for variable, path in _folders(own).items():
        monkeypatch.setenv(variable, path)
    (own / "config").mkdir(parents=True)
    return own


def program_environment(folder: Path, home: Path) -> dict[str, str]:
    """Return all of the environment that a program gets, with its own folders below `folder`."""
    return _folders(folder / "own") | {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "TERM": "xterm-256color",
    }


def _folders(own: Path) -> dict[str, str]:
    return {f"FENTTUI_{kind.upper()}_DIR": str(own / kind) for kind in _KINDS}

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fenttui.cli.program import program
from tests.support.environment import use_own_folders


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Empty folders for config, data and state; no setting comes from the real environment."""
    return use_own_folders(monkeypatch, tmp_path)


@pytest.fixture
def own_config(own_folders: Path) -> Path:
    """The user's config.toml, which does not exist yet."""
    return own_folders / "config" / "config.toml"


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the program with arguments and standard input, neither of them a terminal."""

    def call(*args: object, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(program, [str(arg) for arg in args], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Two articles and a note on the first."""
    root = tmp_path / "tariffs"
    (root / "annotations").mkdir(parents=True)
    (root / "one.txt").write_text(
        "date 2025-04-02\nWang Yi met Marco Rubio in Moscow on Tuesday.\n\nExports fell 25 percent.\n",
        encoding="utf-8",
    )
    (root / "two.txt").write_text("date 2025-03-13\nChina accused the United States.\n", encoding="utf-8")
    (root / "annotations" / "one.toml").write_text(
        """schema = 1

[article]
id = "one"
path = "one.txt"
date = 2025-04-02
title = "Wang Yi met Marco Rubio in Moscow on Tuesday."
sha256 = ""

[[annotation]]
id = "0196a3c2-0000-7000-8000-000000000001"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:14:02Z
author = "Ada"
tags = ["tariffs", "claim/contested"]
color = "yellow"
body = "Says who?"

[annotation.target]
exact = "Marco Rubio"
prefix = "Wang Yi met "
suffix = " in Moscow"
start = 12
end = 23
""",
        encoding="utf-8",
    )
    return root

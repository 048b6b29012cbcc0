"""A package that brings an engine, as an installer would put it into an environment."""

from __future__ import annotations

from pathlib import Path

CAPITALIZED = """
import re

def find(text):
    for match in re.finditer(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", text):
        yield match.start(), match.end(), "organization"
"""
"""An engine that takes every run of capitalized words for an organization."""


def install(folder: Path, engine: str, code: str = CAPITALIZED, package: str = "capitalized") -> None:
    """Put a package into `folder` that registers the function `find` of `code` as an engine."""
    folder.mkdir(exist_ok=True)
    (folder / f"{package}.py").write_text(code, encoding="utf-8")
    about = folder / f"{package}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[fenttui.engines]\n{engine} = {package}:find\n")

"""The program's own themes, from `styles/themes.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from textual.theme import Theme

from fenttui.paths import bundled


@cache
def own_themes() -> dict[str, Theme]:
    """The themes by name."""
    tables: dict[str, Any] = tomllib.loads((bundled("styles") / "themes.toml").read_text("utf-8"))
    return {name: Theme(name=name, **table) for name, table in tables.items()}


def fallback_variables(dark: bool) -> dict[str, str]:
    """The colors of mentions for a theme that does not name them."""
    return own_themes()["fenttui-dark" if dark else "fenttui-light"].variables

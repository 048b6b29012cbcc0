"""All commands together, with the user's own keys in force."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from fenttui.keymap.keymap import Registry
from fenttui.ui.commands.contexts import CONTEXTS
from fenttui.ui.commands.line import LINE

_MODULES = (
    "motions", "jumping", "selecting", "annotating", "article_list", "notes_panel",
    "everywhere", "panes", "tables", "dialogs",
)  # fmt: skip

for _module in _MODULES:
    # Each adds its commands to their contexts.
    import_module(f"fenttui.ui.commands.{_module}")


def all_commands(own_keys: Mapping[str, tuple[str, ...]] | None = None) -> Registry:
    """Return the registry of all commands; `own_keys` is the user's `[keys]`."""
    return Registry(CONTEXTS, own_keys or {}, LINE.commands)

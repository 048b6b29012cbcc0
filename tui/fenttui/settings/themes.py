"""The names of the themes, so that a misspelled one is reported without importing textual."""

from __future__ import annotations

OWN_THEMES = ("fenttui-dark", "fenttui-light", "fenttui-ansi")
"""Those of `styles/themes.toml`."""

TEXTUAL_THEMES = (
    "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte",
    "catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord",
    "rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark",
    "textual-light", "tokyo-night",
)  # fmt: skip
"""Those that textual brings."""

THEMES = OWN_THEMES + TEXTUAL_THEMES
"""What `theme` may be set to."""

"""Write the key table of README.md from the program's own table of commands: `make keys`."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from fenttui.ui.keys import show_sequence

from fenttui.ui.commands import COMMANDS, full_name

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- keys: made by `make keys` -->\n", "<!-- /keys -->\n"


def table() -> str:
    """The commands as Markdown tables, one a heading."""
    parts = []
    for (place, group), members in groupby(COMMANDS, key=lambda command: (command.place, command.group)):
        where = "" if place == "everywhere" else f" ({place})" if group.lower() != place else ""
        rows = [
            f"| {' '.join(_code(keys) for keys in command.keys)} | {command.doc} | `{full_name(command)}` |"
            for command in members
        ]
        parts.append(
            "\n".join([f"**{group}{where}**\n", "| keys | what | name in `[keys]` |", "|---|---|---|", *rows])
        )
    return "\n\n".join(parts) + "\n"


def _code(keys: str) -> str:
    shown = show_sequence(keys).replace("|", "\\|")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def with_table(text: str) -> str:
    """README's text with the table between its marks made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{table()}{END}{after}"


if __name__ == "__main__":
    text = README.read_text("utf-8")
    if with_table(text) == text:
        sys.exit()
    README.write_text(with_table(text), "utf-8")
    print("README.md: the key table is new")

"""Write docs/keys.md, every key, from the program's own table of commands: `make keys`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from fenttui.keymap.command import Command, Context
from fenttui.keymap.sequence import show_sequence
from fenttui.ui.commands.contexts import CONTEXTS
from fenttui.ui.commands.line import LINE
from fenttui.ui.commands.registry import all_commands
from tools.page import ROOT, write_page

PAGE = ROOT / "docs" / "keys.md"
HEAD = """\
# Keys

Made by `make keys` from the program's own table of commands. `^d` is ctrl+d. A number typed before a motion
repeats it. The name in the last column changes the keys of a command, in the table `[keys]` of the
[settings](configuration.md):

```toml
[keys]
reader.half_page_down = ["ctrl+d", "J"]
```

`?` in the program lists the keys that are active where you are, and `ctrl+p` finds a command by its words.
"""

LINE_HEAD = """\
## Command line

`:` asks for a line. Every command of the tables above is called there by its name, the last part of its name
or a beginning that no other command has: `:next_actor`, `:3 next_actor`, `:set_mark a`. Tab completes names,
settings, paths and formats, and pressed again takes the next; up brings earlier lines. A path with spaces
may stand in quotes.
"""


def page() -> str:
    """Return the whole page, a table for each group of commands."""
    all_commands()
    sections = (section for context in CONTEXTS for section in _sections(context))
    return "\n".join([HEAD, *sections, _line_section()])


def _sections(context: Context[Any]) -> Iterable[str]:
    for group, members in groupby(context.commands, key=lambda command: command.group):
        title = (
            group
            if group.lower() in (context.name, "everywhere", "all panes")
            else f"{group} ({context.title})"
        )
        yield f"## {title}\n\n| keys | what | name in `[keys]` |\n|---|---|---|\n{_rows(members)}"


def _line_section() -> str:
    rows = "".join(f"| `:{each.usage}` | {each.sentence} |\n" for each in LINE.commands)
    return f"{LINE_HEAD}\n| line | what |\n|---|---|\n{rows}"


def _rows(commands: Iterable[Command]) -> str:
    return "".join(
        f"| {' '.join(map(_code, command.keys))} | {command.sentence} | `{command.name}` |\n"
        for command in commands
    )


def _code(keys: str) -> str:
    shown = show_sequence(keys).replace("|", "\\|")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


if __name__ == "__main__":
    write_page(PAGE, page())

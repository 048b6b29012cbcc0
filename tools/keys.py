"""Write docs/keys.md, every key, from the program's own table of commands: `make keys`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from fenttui.ui.commands import COMMANDS, Command, full_name
from fenttui.ui.keys import show_sequence
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

`?` in the program lists the keys of the place where you are, and `ctrl+p` finds a command by its words.
"""


def page() -> str:
    """Return the whole page, a table for each group of commands."""
    groups = groupby(COMMANDS, key=lambda command: (command.place, command.group))
    return "\n".join([HEAD, *(_section(place, group, members) for (place, group), members in groups)])


def _section(place: str, group: str, members: Iterable[Command]) -> str:
    where = f" ({place})" if place not in ("everywhere", group.lower()) else ""
    rows = "".join(
        f"| {' '.join(map(_code, command.keys))} | {command.doc} | `{full_name(command)}` |\n"
        for command in members
    )
    return f"## {group}{where}\n\n| keys | what | name in `[keys]` |\n|---|---|---|\n{rows}"


def _code(keys: str) -> str:
    shown = show_sequence(keys).replace("|", "\\|")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


if __name__ == "__main__":
    write_page(PAGE, page())

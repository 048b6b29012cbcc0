"""The commands: parsing, wiring and printing; each command in a module that is imported when it is called."""

from __future__ import annotations

import sys

from fenttui import __version__


def main() -> None:
    """Run the program as the shell called it."""
    # Asked for in scripts: answered before click is imported (~25 ms).
    if sys.argv[1:] == ["--version"]:
        print(f"fenttui {__version__}")
        return
    from fenttui.cli.program import program

    program.main()

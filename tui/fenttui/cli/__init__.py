"""The commands: parsing, wiring and printing; each command in a module that is imported when it is called."""

from __future__ import annotations

import os
import sys

from fenttui import __version__
from fenttui.cli.streams import exit_code_of, open_standard_streams


def main() -> None:
    """Run the program as the shell called it."""
    open_standard_streams()
    # Asked for in scripts: answered before click is imported (~25 ms).
    if sys.argv[1:] == ["--version"]:
        code = exit_code_of(_version)
        if code:
            sys.exit(code)
        return
    instruction = os.environ.get("_FENTTUI_COMPLETE")
    # A script of an earlier version passes COMP_WORDS: click answers those.
    if instruction and "COMP_WORDS" not in os.environ:
        from fenttui.cli.completing import answer_shell  # noqa: PLC0415 - not at start

        sys.exit(exit_code_of(lambda: answer_shell(instruction)))
    from fenttui.cli.program import program  # noqa: PLC0415 - not at start

    program.main()


def _version() -> int:
    print(f"fenttui {__version__}")
    return 0

"""`fenttui completion`: what a shell needs to complete commands, paths, options and their values."""

from __future__ import annotations

from pathlib import Path

import click

_SHELLS = ("bash", "zsh", "fish")
_SCRIPTS = Path(__file__).with_name("completion_scripts")


@click.command(
    epilog="\b\nWhere to put it:\n"
    "  bash  fenttui completion bash > ~/.local/share/bash-completion/completions/fenttui\n"
    "  zsh   fenttui completion zsh > a file called _fenttui in a folder of $fpath\n"
    "  fish  fenttui completion fish > ~/.config/fish/completions/fenttui.fish\n"
)
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> int:
    """Print the completion script for a shell."""
    click.echo((_SCRIPTS / f"fenttui.{shell}").read_text(encoding="utf-8"), nl=False)
    return 0

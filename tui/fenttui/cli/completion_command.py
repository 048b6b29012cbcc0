"""`fenttui completion`: what a shell needs to complete commands, options and paths."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog="\b\nWhere to put it:\n"
    "  bash  fenttui completion bash > ~/.local/share/bash-completion/completions/fenttui\n"
    "  zsh   fenttui completion zsh > a file called _fenttui in a folder of $fpath\n"
    "  fish  fenttui completion fish > ~/.config/fish/completions/fenttui.fish\n"
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the completion script for a shell."""
    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(ctx.find_root().command, {}, "fenttui", "_FENTTUI_COMPLETE")
    # Not the shell's own `source`: for bash it starts a shell only to ask which version it is.
    click.echo(ShellComplete.source(script))
    return 0

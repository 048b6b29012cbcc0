"""A value given to a setting, with where it was given: what every layer of settings is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Key: TypeAlias = tuple[str, ...]
"""The path to a setting: `("reader", "measure")`, `("actors", "Wang Yi", "kind")`."""

ENVIRONMENT_PREFIX = "FENTTUI_"
_NOT_SETTINGS = frozenset({"FENTTUI_CONFIG_DIR", "FENTTUI_DATA_DIR", "FENTTUI_STATE_DIR"})
"""Variables that say where files are; see `fenttui.paths`."""


@dataclass(frozen=True, slots=True)
class Given:
    """One value, not yet checked."""

    key: Key
    """The setting, or the table where a table was expected and something else is there."""
    value: object
    """As the layer holds it; a string from the environment."""
    where: Path
    """The file; for the environment and the command line, the variable's or the flag's name."""
    line: int | None = None
    """The line in the file, counted from 1."""
    is_text: bool = False
    """Whether the value is text to be read as the setting's type."""

    @property
    def origin(self) -> str:
        """Where it was given, for the user: `path:line`, `FENTTUI_READER_MEASURE` or `--measure`."""
        return str(self.where) if self.line is None else f"{self.where}:{self.line}"


def from_environment(environ: Mapping[str, str], tables: frozenset[str]) -> Iterator[Given]:
    """Yield each setting in `environ`, as `FENTTUI_<TABLE>_<NAME>`, in alphabetical order of the variables.

    A variable that names none of `tables` is not ours to judge: other programs may pass their own.
    """
    for variable in sorted(environ):
        if not variable.startswith(ENVIRONMENT_PREFIX) or variable in _NOT_SETTINGS:
            continue
        table, _, name = variable.removeprefix(ENVIRONMENT_PREFIX).lower().partition("_")
        if table in tables and name:
            yield Given((table, name), environ[variable], Path(variable), is_text=True)


def from_flags(flags: Mapping[str, object]) -> Iterator[Given]:
    """Yield each setting from the command line: `{"reader.measure": 90}`; None is a flag not given."""
    for dotted, value in flags.items():
        if value is not None:
            key = tuple(dotted.split("."))
            flag = Path("--" + key[-1].replace("_", "-"))
            yield Given(key, value, flag, is_text=isinstance(value, str))

"""The settings in force: the defaults, and over them each layer that gives a value."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fenttui import paths
from fenttui.problem import Problem
from fenttui.settings.file_layer import read_layer
from fenttui.settings.given import Given, Key, from_environment, from_flags
from fenttui.settings.remembered_theme import remembered_theme
from fenttui.settings.schema import NO_CHOICES, TABLES, Choices, SettingError, accept
from fenttui.settings.types import ActorSettings, Settings

DOSSIER_FILE = "fenttui.toml"
"""The dossier's own settings, in its root."""
DEFAULT = "default"
"""The origin of a setting that no layer gives."""

_NOT_FOR_DOSSIERS = frozenset(
    {("dossier", "path"), ("export", "folder"), ("extract", "engine"), ("extract", "spacy_pipeline")}
)
"""A dossier comes from somebody else: it may not say which files are read, where files are written, or which
other packages' code is run."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in force and where they came from."""

    settings: Settings
    origins: Mapping[str, str]
    """`reader.measure` to `default`, `path:line`, `FENTTUI_READER_MEASURE` or `--measure`."""
    problems: tuple[Problem, ...]
    """Problems in any layer; each wrong value is left out and the rest is used."""
    flags: Mapping[str, object]
    """What the command line said, which holds for another dossier as well."""
    choices: Choices
    """The names that some settings are limited to, for another dossier as well."""


def load_settings(
    roots: Sequence[Path] = (),
    flags: Mapping[str, object] = MappingProxyType({}),
    choices: Choices = NO_CHOICES,
) -> Loaded:
    """Return the settings in force; never raises for anything that a file or the environment holds.

    A later layer wins over an earlier one, key by key: the defaults (the bundled config.toml says the same
    and is not read), the theme chosen last on the screen, the user's config.toml, each root's `fenttui.toml`,
    the environment, `flags`.

    Args:
        roots: the dossier's folders.
        flags: What the command line says, as `{"reader.measure": 90}`; None is a flag not given.
        choices: The names that some settings are limited to, where a floor above knows them.
    """
    given: list[Given] = [*remembered_theme()]
    own, problems = read_layer(paths.config_file(), TABLES)
    given += own
    for root in roots:
        theirs, theirs_wrong = read_layer(root / DOSSIER_FILE, TABLES)
        problems += theirs_wrong
        problems += [_forbidden(item) for item in theirs if item.key in _NOT_FOR_DOSSIERS]
        given += [item for item in theirs if item.key not in _NOT_FOR_DOSSIERS]
    given += from_environment(os.environ, TABLES)
    given += from_flags(flags)

    values: dict[Key, object] = {}
    origins = _default_origins()
    for item in given:
        try:
            values[item.key] = accept(item, choices)
        except SettingError as error:
            problems.append(Problem(item.where, str(error), item.line))
        else:
            origins[".".join(item.key)] = item.origin
    return Loaded(_settings(values), MappingProxyType(origins), tuple(problems), flags, choices)


def _forbidden(item: Given) -> Problem:
    table, name = item.key
    return Problem(
        item.where,
        f"`{name}` in [{table}] is not taken from a dossier; set it in your own {paths.config_file()}",
        item.line,
    )


def _default_origins() -> dict[str, str]:
    defaults = Settings()
    named = (table for table in Settings.__struct_fields__ if table not in ("keys", "actors"))
    return {
        f"{table}.{name}": DEFAULT for table in named for name in getattr(defaults, table).__struct_fields__
    }


def _settings(values: Mapping[Key, object]) -> Settings:
    """Return the settings with checked `values` instead of the defaults."""
    tables: dict[str, dict[str, Any]] = {}
    actors: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        if key[0] == "actors":
            actors.setdefault(key[1], {})[key[2]] = value
        else:
            tables.setdefault(key[0], {})[key[1]] = value
    defaults = Settings()
    chosen: dict[str, Any] = {}
    for table, content in tables.items():
        chosen[table] = content if table == "keys" else type(getattr(defaults, table))(**content)
    if actors:
        chosen["actors"] = {name: ActorSettings(**content) for name, content in actors.items()}
    return Settings(**chosen)


def rows(loaded: Loaded) -> Iterable[tuple[str, object, str]]:
    """Yield each setting's dotted name, its value and its origin, in the order of config.toml."""
    for table in Settings.__struct_fields__:
        content = getattr(loaded.settings, table)
        if table == "keys":
            for name, value in content.items():
                yield f"keys.{name}", value, loaded.origins[f"keys.{name}"]
        elif table == "actors":
            for name, actor in content.items():
                for field in ActorSettings.__struct_fields__:
                    origin = loaded.origins.get(f"actors.{name}.{field}", DEFAULT)
                    yield f"actors.{name}.{field}", getattr(actor, field), origin
        else:
            for name in content.__struct_fields__:
                yield f"{table}.{name}", getattr(content, name), loaded.origins[f"{table}.{name}"]

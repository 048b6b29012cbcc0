"""What a setting may hold, and the sentence that says so when it holds something else."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import msgspec

from fenttui.settings.given import Given, Key
from fenttui.settings.themes import THEMES
from fenttui.settings.types import ActorSettings, Settings
from fenttui.visible import visible_line

Choices: TypeAlias = Mapping[Key, Callable[[], Iterable[str]]]
"""What returns the names that a setting may be, for settings whose names only a floor above knows.

It is called where a layer gives the setting."""

NO_CHOICES: Choices = MappingProxyType({})

TABLES = frozenset(Settings.__struct_fields__)
"""The names of the tables of config.toml."""


_LEAST_LIKE = 0.5
"""Names of themes are short: difflib's own 0.6 finds nothing for "nope" or "dark"."""


class SettingError(ValueError):
    """A value that its setting refuses; the text is the sentence for the user."""

    def __init__(self, sentence: str, wanted: str = "") -> None:
        super().__init__(sentence)
        self.wanted = wanted
        """The sentence from "must be" on, which a flag may say after its own name; may be empty."""


_THEME: Key = ("reader", "theme")


@cache
def fields(table: str) -> dict[str, Any]:
    """Return the settings of a table with their types.

    For `[actors]` those of one actor, for `[keys]` none.
    """
    hints = get_type_hints(Settings, include_extras=True)[table]
    owner = ActorSettings if table == "actors" else hints
    return get_type_hints(owner, include_extras=True) if hasattr(owner, "__struct_fields__") else {}


def accept(given: Given, choices: Choices = NO_CHOICES) -> object:
    """Return the value of a setting as its type.

    Args:
        given: The value.
        choices: The values of settings that may be one of a few names.

    Raises:
        SettingError: the setting does not exist, or is not of that type.
    """
    table = given.key[0]
    if table not in TABLES:
        raise SettingError(f"unknown table [{visible_line(table)}]{_meant(table, TABLES, '[{}]')}")
    if len(given.key) == 1:
        raise SettingError(f"`{table}` must be a table, which starts with a line [{table}]")
    value = _convert(given, _wanted_type(given.key, choices))
    if given.key == _THEME and value not in THEMES:
        raise _refused(given.key, f"must be a theme, not {_shown_value(value, str)}{_near_theme(str(value))}")
    return value


def _wanted_type(key: Key, choices: Choices) -> Any:
    """Return the type of a setting.

    Raises:
        SettingError: there is no such setting.
    """
    table, *names = key
    if table == "keys" and len(names) == 1:
        return tuple[str, ...]
    if table == "actors" and len(names) == 1:
        raise SettingError(f"{_shown(key)} must be a table of `aliases` and `kind`")
    known = fields(table)
    if names[-1] not in known:
        near = _meant(names[-1], known, "`{}`")
        raise SettingError(f"unknown key {_shown(key)}{near}")
    return Literal[tuple(choices[key]())] if key in choices else known[names[-1]]


def _convert(given: Given, wanted: Any) -> object:
    value = given.value
    if given.is_text and isinstance(value, str) and get_origin(wanted) is tuple:
        value = [item for item in map(str.strip, value.split(",")) if item]
    try:
        return msgspec.convert(value, wanted, strict=not given.is_text)
    except msgspec.ValidationError:
        refusal = f"must be {describe(wanted)}, not {_shown_value(value, wanted)}"
        raise _refused(given.key, refusal) from None


def _refused(key: Key, wanted: str) -> SettingError:
    return SettingError(f"{_shown(key)} {wanted}", wanted)


def describe(wanted: Any) -> str:
    """Return a type in words: "a whole number from 20 to 400"."""
    if get_origin(wanted) is Annotated:
        kind, meta = get_args(wanted)
        if meta.le is None:
            return f"{describe(kind)}, {meta.ge} or more"
        return f"{describe(kind)} from {meta.ge} to {meta.le}"
    if get_origin(wanted) in (Union, types.UnionType):
        return " or ".join(describe(kind) for kind in get_args(wanted) if kind is not types.NoneType)
    if get_origin(wanted) is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in get_args(wanted))
    if get_origin(wanted) is tuple:
        item = get_args(wanted)[0]
        return "a list of texts" if item is str else f"a list, each item {describe(item)}"
    return {int: "a whole number", str: "a text in quotes"}[wanted]


def _shown(key: Key) -> str:
    """Return a setting's name with its table, as it appears in the file."""
    *table, name = map(visible_line, key)
    return f"`{name}` in [{'.'.join(table)}]"


def _shown_value(value: object, wanted: Any) -> str:
    if get_origin(wanted) is tuple and isinstance(value, list):
        item_type = get_args(wanted)[0]
        wrong = next((item for item in value if not _is(item, item_type)), value)
        return _shown_value(wrong, None)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{visible_line(value if len(value) <= 40 else value[:39] + "…")}"'
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    return str(value)[:40]


def _is(value: object, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _meant(name: str, known: Any, shape: str) -> str:
    """Return the closest known name as the end of a sentence; advice to delete the key if none is close."""
    # ~8 ms to import: only where something is misspelt.
    import difflib  # noqa: PLC0415

    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"; did you mean {shape.format(near[0])}?" if near else "; delete it"


def _near_theme(name: str) -> str:
    """Return the closest theme as the end of a sentence; all themes if none is close."""
    import difflib  # noqa: PLC0415 - not at start

    near = difflib.get_close_matches(name.lower(), THEMES, n=1, cutoff=_LEAST_LIKE)
    return f"; did you mean `{near[0]}`?" if near else f"; choose one of {', '.join(THEMES)}"

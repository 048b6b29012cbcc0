"""The settings that take effect at once: `:set` shows, completes and changes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fenttui.keymap.command_line import LineError, split_words
from fenttui.kinds import ACTOR_KINDS, FIGURE_KINDS
from fenttui.settings.given import Given
from fenttui.settings.schema import TABLES, SettingError, accept, fields
from fenttui.settings.themes import THEMES
from fenttui.ui.session.list_order import ORDERS
from fenttui.ui.widgets.looks import COLORS
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.ui.controllers.article_list import ArticleList
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.widgets.reader.reader import Reader
    from fenttui.ui.workspace import Workspace

_KINDS = (*ACTOR_KINDS, *FIGURE_KINDS)
_ALL = "all"


@dataclass(frozen=True)
class _Setting:
    """One setting that takes effect at once."""

    table: str
    """Its table in config.toml."""
    choices: Sequence[str]
    """What its value is completed from."""
    apply: Callable[[Any], str | None]
    """Put a value in force; return why it has no effect, else an empty text."""


class LiveSettings:
    """Changes settings for as long as the program runs."""

    def __init__(
        self, host: KeyedHost, workspace: Workspace, reader: Reader, article_list: ArticleList
    ) -> None:
        self._host = host
        self._session = workspace.session
        self._article_list = article_list
        self._settings = {
            "theme": _Setting("reader", THEMES, self._take_theme),
            "measure": _Setting("reader", (), lambda cells: setattr(reader, "measure", cells)),
            "order": _Setting("sidebar", ORDERS, article_list.sort),
            "color": _Setting("notes", COLORS, lambda color: None),
            "highlight": _Setting("reader", (_ALL, *_KINDS), reader.highlight),
        }

    def change(self, written: str) -> str:
        """Change what is written as `name=value`; return what to say: the settings that were named, or all.

        Raises:
            LineError: there is no such setting, or it refuses the value.
        """
        words = [word.value for word in split_words(re.sub(r"\s*=\s*", "=", written))]
        if len(words) == 2 and not any("=" in word for word in words) and words[1] not in self._settings:
            words = ["=".join(words)]
        return "  ".join(map(self._change, words or self._settings))

    def completed(self, written: str) -> list[str]:
        """Return what the last `name=value` can be completed to, each time all that is written."""
        before, last = re.fullmatch(r"(.*?)(\S*)", written, re.DOTALL).groups()  # type: ignore[union-attr]
        name, equals, value = last.partition("=")
        if not equals:
            return [f"{before}{each}=" for each in self._settings if each.startswith(name)]
        setting = self._settings.get(name)
        if setting is None:
            return []
        # Of a list, the last item.
        items, comma, begun = value.rpartition(",") if name == "highlight" else ("", "", value)
        choices = setting.choices or (self._shown(name),)
        return [f"{before}{name}={items}{comma}{each}" for each in choices if each.startswith(begun)]

    def _change(self, written: str) -> str:
        name, equals, value = written.partition("=")
        name = self._found(name.rstrip("?"))
        if equals:
            setting = self._settings[name]
            listed = ",".join(_KINDS) if name == "highlight" and value == _ALL else value
            try:
                accepted = accept(Given((setting.table, name), listed, Path(":set"), is_text=True))
            except SettingError as error:
                raise LineError(f"`{name}` {error.wanted}") from None
            if (refusal := setting.apply(accepted)) is not None:
                raise LineError(refusal)
            self._session.change_setting(setting.table, name, accepted)
        return f"{name}={self._shown(name)}"

    def _found(self, written: str) -> str:
        """Return the name of a setting by its whole name or an unambiguous beginning of it."""
        name = written.casefold().replace("-", "_").rpartition(".")[2]
        begun = [each for each in self._settings if each.startswith(name)] if name else []
        if name in self._settings or len(begun) == 1:
            return name if name in self._settings else begun[0]
        shown = visible_line(written)
        if any(name in fields(table) for table in TABLES):
            raise LineError(f"`{shown}` takes effect at the next start; set it in config.toml")
        # ~8 ms: only where a name is misspelt.
        from difflib import get_close_matches  # noqa: PLC0415

        near = get_close_matches(name, self._settings, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(self._settings)}"
        raise LineError(f"there is no setting `{shown}`; {hint}")

    def _shown(self, name: str) -> str:
        """Return the value in force."""
        if name == "theme":
            return str(self._host.app.theme)
        if name == "order":
            return self._article_list.order
        value = getattr(getattr(self._session.settings, self._settings[name].table), name)
        if name == "highlight":
            return _ALL if set(value) == set(_KINDS) else ",".join(value)
        return str(value)

    def _take_theme(self, name: str) -> str | None:
        said = self._host.program.change_theme(name)
        return None if self._host.app.theme == name else said

"""Every setting, declared once: its type, its limits and what it means."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, field

from fenttui.kinds import ACTOR_KINDS, FIGURE_KINDS, ActorKind, FigureKind

Order = Literal["newest", "oldest", "title", "unread", "notes"]
ColorName = Literal["yellow", "red", "green", "blue", "purple", "orange"]
PositiveInt: TypeAlias = Annotated[int, Meta(ge=1)]


class _Table(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of config.toml."""


class DossierSettings(_Table, frozen=True):
    """`[dossier]`: what opens when no path is given."""

    path: str = ""
    """A folder or file; empty for the bundled dossier. `~` is the home folder."""


class ArticleSettings(_Table, frozen=True):
    """`[articles]`: how files are read."""

    max_bytes: PositiveInt = 20_000_000
    """A larger file is listed with an error instead of being read."""
    boilerplate: tuple[str, ...] = ()
    """More openings of paragraphs that are site boilerplate, to fold them."""


class ExtractSettings(_Table, frozen=True):
    """`[extract]`: how the names of actors are found."""

    engine: str = "fenttui"
    """The program's own recognizer, or an engine that an installed package brings, such as `spacy`."""
    spacy_pipeline: str = ""
    """The installed pipeline that the engine `spacy` runs; empty for the best English one."""


class ReaderSettings(_Table, frozen=True):
    """`[reader]`: the main pane."""

    measure: Annotated[int, Meta(ge=20, le=400)] = 76
    """The longest line, in cells."""
    theme: str = "fenttui-dark"
    """`fenttui-dark`, `fenttui-light`, or a theme of Textual's; set nowhere, the one chosen last in the
    reader."""
    highlight: tuple[ActorKind | FigureKind, ...] = (*ACTOR_KINDS, *FIGURE_KINDS)
    """The kinds of mention that are colored."""
    tab_width: Annotated[int, Meta(ge=1, le=16)] = 8
    """How many cells a tab may take."""


class SidebarSettings(_Table, frozen=True):
    """`[sidebar]`: the list of articles."""

    order: Order = "newest"
    """How articles are sorted at start; `o` cycles it."""


class NoteSettings(_Table, frozen=True):
    """`[notes]`: what a new annotation starts with."""

    author: str = ""
    """The name in each note; empty for the login name."""
    color: ColorName = "yellow"
    """The color of a new note."""


class ExportSettings(_Table, frozen=True):
    """`[export]`: what the export screen proposes."""

    format: str = "markdown"
    """One of the formats of `fenttui.exports`; the commands pass its names to the check."""
    folder: str = ""
    """Where exports go; empty for the folder the program was started in."""


class ActorSettings(_Table, frozen=True):
    """`[actors."Name"]`: a correction of one actor."""

    aliases: tuple[str, ...] = ()
    """Other names of the actor."""
    kind: ActorKind | None = None
    """Its kind, where the program guesses wrong."""


class IgnoreSettings(_Table, frozen=True):
    """`[ignore]`: what is never a mention."""

    words: tuple[str, ...] = ()
    """Texts that are not to be highlighted, in the case they are written."""


class Settings(_Table, frozen=True):
    """All settings in force."""

    dossier: DossierSettings = field(default_factory=DossierSettings)
    articles: ArticleSettings = field(default_factory=ArticleSettings)
    extract: ExtractSettings = field(default_factory=ExtractSettings)
    reader: ReaderSettings = field(default_factory=ReaderSettings)
    sidebar: SidebarSettings = field(default_factory=SidebarSettings)
    notes: NoteSettings = field(default_factory=NoteSettings)
    export: ExportSettings = field(default_factory=ExportSettings)
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Action name to the keys that call it, instead of the action's own."""
    actors: dict[str, ActorSettings] = field(default_factory=dict)
    ignore: IgnoreSettings = field(default_factory=IgnoreSettings)

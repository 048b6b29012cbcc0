"""Every function of the screen with its keys: the one table behind bindings, help, palette and README.

Imports no textual: `fenttui check` and the README's table read it, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "everywhere", "reader", "articles", "annotations",
    "tables", "actors", "mentions", "figures", "disagreements", "timeline",
]  # fmt: skip
"""Where a command's keys are heard: in any pane, while one pane has the focus, in any table, in one table."""

TABLES: tuple[Place, ...] = ("actors", "mentions", "figures", "disagreements", "timeline")
"""The tables that stand before the panes; each hears the keys of `tables`, too."""

PLACES: tuple[Place, ...] = ("everywhere", "reader", "articles", "annotations", "tables", *TABLES)


@dataclass(frozen=True, slots=True)
class Command:
    """One function that a key calls."""

    action: str
    """Its name in `[keys]` of config.toml."""
    keys: tuple[str, ...]
    """The sequences that call it, as `parse_sequence` reads them."""
    place: Place
    group: str
    """The heading it stands under in the help."""
    doc: str
    """What it does, in a few words, for the help and the palette."""
    takes_char: bool = False
    """Whether the next character typed belongs to it: the name of a mark."""
    counted: bool = False
    """Whether a number typed before it repeats it."""
    in_tables: bool = False
    """Whether a command of `everywhere` is heard in the tables, too."""


def _commands(
    place: Place, group: str, *rows: tuple[str, str, str], counted: bool = False, in_tables: bool = False
) -> list[Command]:
    return [
        Command(action, tuple(keys.split("  ")), place, group, doc, counted=counted, in_tables=in_tables)
        for action, keys, doc in rows
    ]


# Two spaces part the sequences of one command; one space parts the keys of one sequence where it must.
COMMANDS: tuple[Command, ...] = (
    *_commands(
        "reader", "Move",
        ("left", "h  left", "one character left"),
        ("down", "j  down", "one line down"),
        ("up", "k  up", "one line up"),
        ("right", "l  right", "one character right"),
        ("word_forward", "w", "next word"),
        ("word_end", "e", "end of the word"),
        ("word_back", "b", "word before"),
        ("sentence_forward", ")", "next sentence"),
        ("sentence_back", "(", "sentence before"),
        ("paragraph_forward", "}", "next paragraph"),
        ("paragraph_back", "{", "paragraph before"),
        ("half_page_down", "ctrl+d", "half a page down"),
        ("half_page_up", "ctrl+u", "half a page up"),
        ("page_down", "space  ctrl+f  pagedown", "a page down"),
        ("page_up", "backspace  ctrl+b  pageup", "a page up"),
        counted=True,
    ),
    *_commands(
        "reader", "Move",
        ("line_start", "0  home", "start of the line"),
        ("line_end", "$  end", "end of the line"),
    ),
    *_commands(
        "reader", "Move",
        ("top", "gg  ctrl+home", "top, or the line of the count"),
        ("bottom", "G  ctrl+end", "bottom, or the line of the count"),
        ("percent", "%", "the count's percent of the article"),
        counted=True,
    ),
    *_commands(
        "reader", "Find",
        ("search", "/", "search in the article"),
    ),
    *_commands(
        "reader", "Find",
        ("search_next", "n", "next match"),
        ("search_previous", "N", "match before"),
        ("next_actor", "]a", "next actor"),
        ("previous_actor", "[a", "actor before"),
        ("next_figure", "]f", "next figure"),
        ("previous_figure", "[f", "figure before"),
        ("next_quote", "]q", "next quote"),
        ("previous_quote", "[q", "quote before"),
        ("next_note", "]n", "next annotation"),
        ("previous_note", "[n", "annotation before"),
        ("same_actor", "*", "next mention of the same actor"),
        ("same_actor_back", "#", "mention of the same actor before"),
        counted=True,
    ),
    *_commands(
        "reader", "Find",
        ("card", "K", "what is known about the mention here"),
    ),
    Command("set_mark", ("m",), "reader", "Find", "mark this place with a letter", takes_char=True),
    Command("jump_mark", ("'", "`"), "reader", "Find", "go to a marked place", takes_char=True),
    Command("jump_back", ("ctrl+o",), "reader", "Find", "back to where the last jump began", counted=True),
    *_commands(
        "reader", "Select",
        ("select", "v", "select from here by moving"),
        ("select_lines", "V", "select whole lines"),
        ("select_word", "iw", "select the word"),
        ("select_sentence", "is", "select the sentence"),
        ("select_paragraph", "ip", "select the paragraph"),
        ("yank", "y", "copy the selection, or the sentence, to your own clipboard"),
    ),
    *_commands(
        "reader", "Annotate",
        ("annotate", "a", "annotate the selection, or the sentence"),
        ("annotate_article", "ga", "annotate the whole article"),
        ("open_here", "enter", "open what is here: folded text, a note, a mention"),
        ("edit_here", "E", "edit the note here"),
        ("delete_here", "d", "delete the note here"),
        ("tags_here", "t", "tags of the note here"),
    ),
    *_commands(
        "articles", "Articles",
        ("down", "j  down", "next article"),
        ("up", "k  up", "article before"),
        ("page_down", "ctrl+d  space  ctrl+f  pagedown", "a page down"),
        ("page_up", "ctrl+u  ctrl+b  pageup", "a page up"),
        ("top", "gg  home", "first"),
        ("bottom", "G  end", "last"),
        counted=True,
    ),
    *_commands(
        "articles", "Articles",
        ("open", "enter  l  right", "read it"),
        ("filter", "/", "filter: words, actor:, tag:, before:, after:"),
        ("cycle_order", "o", "sort by the next order"),
        ("toggle_read", "r", "mark as read or unread"),
    ),
    *_commands(
        "annotations", "Annotations",
        ("down", "j  down", "next note"),
        ("up", "k  up", "note before"),
        ("page_down", "ctrl+d  space  ctrl+f  pagedown", "a page down"),
        ("page_up", "ctrl+u  ctrl+b  pageup", "a page up"),
        ("top", "gg  home", "first"),
        ("bottom", "G  end", "last"),
        counted=True,
    ),
    *_commands(
        "annotations", "Annotations",
        ("show", "enter  l  right", "go to its passage"),
        ("annotate", "a", "annotate the sentence at the reader's caret"),
        ("edit", "e", "edit"),
        ("delete", "d", "delete"),
        ("tags", "t", "tags"),
        ("cycle_color", "c", "next color"),
        ("yank", "y", "copy passage and note to your own clipboard"),
    ),
    *_commands(
        "everywhere", "Everywhere",
        ("undo", "u", "undo the last change of a note or an actor"),
        ("redo", "ctrl+r", "redo it"),
        ("next_article", "]]", "next article of the list"),
        ("previous_article", "[[", "article before"),
        counted=True,
    ),
    *_commands(
        "everywhere", "Everywhere",
        ("next_pane", "tab", "next pane"),
        ("previous_pane", "shift+tab", "pane before"),
        ("zen", "z", "hide or show the side panes"),
        ("export", "x", "export the notes"),
        ("reload", "R", "read the dossier again"),
        ("cancel", "escape", "leave the selection, the search, a long job"),
        ("quit", "q  ctrl+q", "quit"),
    ),
    *_commands(
        "everywhere", "Everywhere",
        ("actors", "A", "every actor of the dossier"),
        ("figures", "F", "every figure of the dossier"),
        ("timeline", "L", "what happened when, and plots over time"),
        ("theme", "T", "dark or light"),
        ("help", "?  f1", "all keys of this place"),
        ("palette", "ctrl+p  :", "find a function by name"),
        ("redraw", "ctrl+l", "paint the screen again"),
        ("suspend", "ctrl+z", "to the shell; `fg` comes back"),
        in_tables=True,
    ),
    *_commands(
        "tables", "Tables",
        ("down", "j  down", "next row"),
        ("up", "k  up", "row before"),
        ("half_page_down", "ctrl+d", "half a page down"),
        ("half_page_up", "ctrl+u", "half a page up"),
        ("page_down", "ctrl+f  pagedown", "a page down"),
        ("page_up", "ctrl+b  pageup", "a page up"),
        ("top", "gg  home", "first, or the row of the count"),
        ("bottom", "G  end", "last, or the row of the count"),
        counted=True,
    ),
    *_commands(
        "tables", "Tables",
        ("open", "enter  l  right", "open the row"),
        ("filter", "/", "filter as one types"),
        ("cycle_order", "o", "sort by the next column"),
        ("reverse_order", "O", "sort the other way around"),
        ("leave", "escape  q  h  left", "stop reading, clear marks and filter, go back"),
        ("quit", "ctrl+q", "quit"),
    ),
    *_commands(
        "actors", "Actors",
        ("mark", "space  v", "mark it, or take the mark away"),
        ("merge", "m", "the marked are one actor, or this one is another's"),
        ("split", "s", "a name of it is an actor of its own"),
        ("rename", "r", "rename"),
        ("kind", "c", "change its kind"),
        ("ignore", "d", "it is no actor: ignore it"),
    ),
    *_commands(
        "actors", "Actors",
        ("undo", "u", "undo the last correction"),
        ("redo", "ctrl+r", "redo it"),
        counted=True,
    ),
    *_commands(
        "mentions", "Mentions",
        ("split", "s", "what is written here is an actor of its own"),
    ),
    *_commands(
        "mentions", "Mentions",
        ("undo", "u", "undo the last correction"),
        ("redo", "ctrl+r", "redo it"),
        counted=True,
    ),
    *_commands(
        "figures", "Figures",
        ("disagreements", "d", "those on one thing that differ, together"),
    ),
    *_commands(
        "timeline", "Timeline",
        ("plot", "p", "plot articles, the actor, the figure, nothing"),
    ),
)  # fmt: skip


def heard_in(commands: Sequence[Command], place: Place) -> list[Command]:
    """The commands whose keys are heard in a place: its own, those of its like, those of everywhere."""
    general = [c for c in commands if c.place == "everywhere" != place]
    if place in ("tables", *TABLES):
        general = [c for c in commands if c.place == "tables" != place] + [c for c in general if c.in_tables]
    return [c for c in commands if c.place == place] + general


def full_name(command: Command) -> str:
    """The command's name in `[keys]`: its place and action, `reader.next_actor`."""
    return command.action if command.place == "everywhere" else f"{command.place}.{command.action}"

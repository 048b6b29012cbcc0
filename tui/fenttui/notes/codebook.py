"""The codebook of a dossier, `tags.toml`: what its tags mean, their colors, and the keys that give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fenttui import paths
from fenttui.notes.tags import clean_tag, tag_key
from fenttui.problem import Problem, ProblemError
from fenttui.storage.record_file import RecordFile, load_file
from fenttui.storage.toml_document import TomlDocument, read_document
from fenttui.storage.user_paths import is_bundled, is_writable, name_of_own
from fenttui.visible import visible_line

COLORS = ("yellow", "red", "green", "blue", "purple", "orange")
"""The colors that a tag can give its notes."""
WHAT = "the tags"
"""What the file holds, in messages."""
ARRAY = "tag"
"""The name of its tables."""


@dataclass(frozen=True, slots=True)
class CodedTag:
    """One tag of the codebook."""

    name: str
    description: str = ""
    color: str | None = None
    """The color of the notes that its key makes; None for that of the settings."""
    key: str | None = None
    """The key that gives it, one character."""
    record: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """The table as it was read, which keeps its unknown and its faulty keys."""
    index: int = field(default=0, compare=False)
    """Its place among the tables of the file, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookFile(RecordFile[str, CodedTag]):
    """What one codebook holds."""

    tags: tuple[CodedTag, ...] = ()
    """In the order of the file."""
    document: TomlDocument | None = field(default=None, repr=False, compare=False)
    """The file as it was read; a table that names no tag of its own is among its problems."""

    @property
    def records(self) -> Mapping[str, CodedTag]:
        """The tags by `tag_key`."""
        return {tag_key(tag.name): tag for tag in self.tags}


def codebook_path(root: Path, writable: Callable[[Path], bool] = is_writable) -> Path:
    """Return the codebook of the dossier's folder `root`; it need not exist.

    That is `tags.toml` in it; where it is read-only, and for the bundled one, a file below the data folder.
    """
    if not is_bundled(root) and writable(root):
        return root / "tags.toml"
    return paths.data_folder() / "tags" / f"{name_of_own(root)}.toml"


def read_codebook(roots: Sequence[Path]) -> CodebookFile:
    """Return the tags of the codebooks of a dossier's folders; of one tag in several, that of the first.

    Never raises: what is wrong, a file that cannot be used too, is among the problems.
    """
    tags: dict[str, CodedTag] = {}
    problems: list[Problem] = []
    # One in the folder itself counts also where it cannot be written now.
    found = dict.fromkeys(path for root in roots for path in (root / "tags.toml", codebook_path(root)))
    for path in found:
        try:
            file = load_codebook(path)
        except ProblemError as error:
            problems.append(error.problem)
        else:
            tags = {**file.records, **tags}
            problems += file.problems
    return CodebookFile(tags=tuple(tags.values()), problems=tuple(problems))


def load_codebook(path: Path) -> CodebookFile:
    """Return what one codebook holds; a missing one is empty.

    Raises:
        ProblemError: It cannot be read, does not parse, or is of a newer format.
    """
    return load_file(path, WHAT, parse_codebook, CodebookFile())


def parse_codebook(path: Path, content: bytes) -> CodebookFile:
    """Return what the bytes of a codebook hold.

    Args:
        path: The file, for the problems.
        content: Its bytes.

    Raises:
        ProblemError: It is not TOML, not a codebook, or in a newer format.
    """
    document = read_document(path, content, "tags", (ARRAY,))
    tags: dict[str, CodedTag] = {}
    keys: dict[str, str] = {}
    problems = list(document.warnings)
    for index, record in enumerate(document.records(ARRAY)):
        name = record.get("name")
        clean = clean_tag(name).strip() if isinstance(name, str) else ""
        fault = "a tag has no `name`, a text in quotation marks" if not clean else ""
        if tag_key(clean) in tags:
            fault = f"the tag {visible_line(clean)} stands here twice"
        if fault:
            message = f"{fault}; fix it; until then it is kept but not used"
            problems.append(Problem(path, message, document.line(ARRAY, index)))
            continue
        tag, faults = _read(clean, record, index, keys)
        tags[tag_key(clean)] = tag
        for each in faults:
            message = f"the tag {visible_line(clean)} has {each}; fix it; until then it is not used"
            problems.append(Problem(path, message, document.line(ARRAY, index)))
    return CodebookFile(
        tags=tuple(tags.values()),
        unknown=document.unknown(("schema", ARRAY)),
        document=document,
        problems=tuple(problems),
        content=content,
    )


def _read(
    name: str, record: Mapping[str, Any], index: int, keys: dict[str, str]
) -> tuple[CodedTag, list[str]]:
    """Return a tag and what is wrong with it; `keys` has the tags of the keys so far, and takes its own."""
    faults: list[str] = []
    description = record.get("description", "")
    if not isinstance(description, str):
        faults.append("a `description` that is not a text in quotation marks")
        description = ""
    color = record.get("color")
    if color is not None and color not in COLORS:
        faults.append(f"a `color` that is not one of {', '.join(COLORS)}")
        color = None
    key = record.get("key")
    if key is not None and not (isinstance(key, str) and len(key) == 1 and key.isprintable() and key != " "):
        faults.append("a `key` that is not one character")
        key = None
    elif key in keys:
        faults.append(f"the `key` {key}, which {visible_line(keys[key])} has too")
        key = None
    elif key is not None:
        keys[key] = name
    return CodedTag(name, description, color, key, record, index), faults

"""Tags renamed in a codebook: only their names are rewritten, every other byte stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from fenttui.notes.codebook import ARRAY, WHAT, CodebookFile, CodedTag, load_codebook, parse_codebook
from fenttui.notes.tags import is_under, renamed_tag, tag_key
from fenttui.problem import Problem, ProblemError
from fenttui.storage.record_file import save_file
from fenttui.storage.saving import read_saved, saving, write_over
from fenttui.storage.toml_bytes import encode
from fenttui.storage.toml_document import dropped
from fenttui.storage.toml_edit import Change, edited
from fenttui.storage.toml_layout import UnfitError


def renamed_codebook(path: Path, old: Sequence[str], new: str) -> tuple[bytes, bytes, int]:
    """Return a codebook as it is, as `rename_in_codebook` would leave it, and how many tags that renames.

    Raises:
        ProblemError: It cannot be used.
    """
    file = load_codebook(path)
    count = sum(any(is_under(tag.name, each) for each in old) for tag in file.tags)
    if not count:
        return file.content, file.content, 0
    return file.content, _written(path, replace(file, tags=_renamed(file.tags, old, new))).content, count


def rename_in_codebook(path: Path, old: Sequence[str], new: str) -> None:
    """Rename each of the tags `old`, with those below it, in a codebook.

    Raises:
        ProblemError: Nothing was written and the old file is as it was.
    """
    save_file(
        path,
        WHAT,
        load_codebook(path),
        read=partial(load_codebook, path),
        merge=lambda theirs: replace(theirs, tags=_renamed(theirs.tags, old, new), problems=()),
        write=partial(_written, path),
    )


def restore_codebook(path: Path, before: bytes, after: bytes) -> bool:
    """Put a codebook back as it was before a rename; return whether that changed it.

    Args:
        path: The codebook.
        before: What it held.
        after: What the rename left in it.

    Raises:
        ProblemError: It was changed since, or cannot be written.
    """
    with saving(path, WHAT):
        on_disk = read_saved(path, WHAT)
        if on_disk not in (before, after):
            raise ProblemError(
                Problem(path, "was changed since that rename and stays; mend its names by hand")
            )
        write_over(path, before, on_disk, own=True)
    return on_disk != before


def _renamed(tags: Iterable[CodedTag], old: Sequence[str], new: str) -> tuple[CodedTag, ...]:
    """Return the tags of a codebook after each of `old`, with those below it, became `new`.

    A tag that has a new name already keeps what the codebook says of it, and the renamed one goes.
    """
    known = tuple(tags)
    for each in old:
        stay = {tag_key(tag.name) for tag in known if not is_under(tag.name, each)}
        renamed: dict[str, CodedTag] = {}
        for tag in known:
            name = renamed_tag(tag.name, each, new)
            if not is_under(tag.name, each) or tag_key(name) not in stay:
                renamed.setdefault(tag_key(name), replace(tag, name=name))
        known = tuple(renamed.values())
    return known


def _written(path: Path, file: CodebookFile) -> CodebookFile:
    """Return a file with the names of its tags changed where they stand, read back from its bytes.

    Raises:
        ProblemError: They cannot be changed there; nothing must be written.
    """
    document = file.document
    if document is None:
        return file
    wanted = {tag.index: tag.name for tag in file.tags}
    changes = [
        Change(
            tag.record,
            {**tag.record, "name": wanted[tag.index]} if tag.index in wanted else None,
            (ARRAY, tag.index),
        )
        for tag in parse_codebook(path, file.content).tags
        if wanted.get(tag.index) != tag.name
    ]
    try:
        text = edited(document.outline, (ARRAY,), changes, ())
        written = parse_codebook(path, encode(text, document.form))
    except UnfitError:
        message = "is written in a way that its tags cannot be renamed in; rename them there by hand"
        raise ProblemError(Problem(path, message)) from None
    return replace(written, drops=dropped(document, written.document))

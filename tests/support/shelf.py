"""The plainest kind of record, as the tests of the journal keep it: texts by name."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from fenttui.storage.journal import Journal
from fenttui.storage.merging import ClashError, Kept, merge_records
from fenttui.storage.record_file import RecordFile, load_file, save_file
from fenttui.storage.toml_document import read_document
from fenttui.storage.toml_text import write_table

REFUSAL = "not possible: changed elsewhere"
BOTH = "both texts are kept"
BACK = "the removed text is back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf(RecordFile[str, str]):
    """A file of texts."""

    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def records(self) -> Mapping[str, str]:
        return self.texts


class TextRules:
    """Both versions of a text stay; names of kept ones are counted on."""

    _numbers = itertools.count(1)

    def same(self, one: str, other: str) -> bool:
        return one == other

    def join(self, base: str | None, ours: str | None, theirs: str | None) -> str | None:
        raise ClashError

    def keep(self, key: str, ours: str | None, theirs: str | None) -> Kept[str, str]:
        if ours is None or theirs is None:
            return Kept({key: ours or theirs or ""}, BACK if ours is None else None)
        return Kept({key: ours, f"{key}~{next(self._numbers)}": theirs}, BOTH)

    def settle(self, records: Mapping[str, str]) -> Mapping[str, str]:
        return records

    def overruled(
        self, base: Mapping[str, str], theirs: Mapping[str, str], merged: Mapping[str, str]
    ) -> tuple[str, ...]:
        return ()


def parse(path: Path, content: bytes) -> Shelf:
    document = read_document(path, content, "texts")
    return Shelf(texts=document.table.get("texts", {}), content=content)


def content_of(shelf: Shelf) -> bytes:
    return write_table({"schema": 1, "texts": dict(sorted(shelf.texts.items()))}).encode()


@dataclass(frozen=True)
class ShelfStore:
    path: Path

    def read(self) -> Shelf:
        return load_file(self.path, "the texts", parse, Shelf())

    def save(self, base: Shelf, records: Mapping[str, str]) -> Shelf:
        def merge(theirs: Shelf) -> Shelf:
            merged = merge_records(base.texts, records, theirs.texts, TextRules())
            return replace(theirs, texts=merged.records, clashes=merged.clashes)

        def write(shelf: Shelf) -> Shelf:
            return parse(self.path, content_of(shelf))

        read = partial(load_file, self.path, "the texts", parse, Shelf())
        return save_file(self.path, "the texts", base, read=read, merge=merge, write=write)


class TextJournal(Journal[str, str, Shelf]):
    """A journal of texts that counts how often it told its records."""

    def __init__(self, path: Path) -> None:
        self.told: list[Mapping[str, str]] = []
        super().__init__(ShelfStore(path), TextRules(), Shelf(), refusal=REFUSAL, changed=self.told.append)

    def put(self, name: str, text: str | None) -> None:
        self.edit({name: text}, undone=f"{name} as before", redone=f"{name} again")

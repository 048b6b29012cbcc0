"""The format of `actors.toml`: its bytes read into facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fenttui.corrections.actor_facts import NO_FACTS, Fact, Facts, Topic
from fenttui.kinds import ACTOR_KINDS
from fenttui.problem import Problem
from fenttui.storage.record_file import RecordFile
from fenttui.storage.toml_document import TomlDocument, read_document, without
from fenttui.visible import visible_line

ARRAYS = ("actor", "ignore")
"""The names of the arrays of tables that hold the corrections."""
LISTS: Mapping[str, Topic] = {"joins": "join", "texts": "text", "aliases": "alias"}
"""The keys of `[[actor]]` that hold names, each with what it says of them."""
OF_ACTOR = ("name", "kind", *LISTS)
"""The keys of `[[actor]]`."""
IGNORED: Mapping[str, Topic] = {"actor": "ignored actor", "text": "ignored text"}
"""The keys of `[[ignore]]`, of which each table has one, each with what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsFile(RecordFile[Fact, Any]):
    """What one file of corrections holds."""

    facts: Facts = field(default_factory=lambda: NO_FACTS)
    """The corrections that could be read."""
    unreadable: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """Records with a fault, each with its name: each is among `problems`, and is written back as it is."""

    document: TomlDocument | None = field(default=None, repr=False, compare=False)
    """The file as it was read, into which changes are written; None where there was none."""
    in_file: Mapping[tuple[str, int], Facts] = field(default_factory=dict, repr=False, compare=False)
    """What each table of `document` says, by its array and its place there; without those with a fault."""

    @property
    def records(self) -> Facts:
        """The corrections that could be read."""
        return self.facts


def parse_actors(path: Path, content: bytes) -> ActorsFile:
    """Return what the bytes of a file of corrections hold; nothing for no bytes.

    Args:
        path: The file, for the problems.
        content: Its bytes.

    Raises:
        ProblemError: It is not TOML, not corrections, or in a newer format. Such a file must not be
            overwritten.
    """
    document = read_document(path, content, "corrections", ARRAYS)
    facts: dict[Fact, Any] = {}
    in_file: dict[tuple[str, int], Facts] = {}
    unreadable: list[tuple[str, Mapping[str, Any]]] = []
    problems: list[Problem] = []
    for name, read in zip(ARRAYS, (_read_actor, _read_ignore), strict=True):
        for index, record in enumerate(document.records(name)):
            try:
                said = read(record, facts)
            except ValueError as error:
                unreadable.append((name, record))
                message = f"{error}; fix it here; until then it is kept but not used"
                problems.append(Problem(path, message, document.line(name, index)))
            else:
                in_file[name, index] = said
                facts |= said
    return ActorsFile(
        facts=facts,
        unreadable=tuple(unreadable),
        unknown=document.unknown(("schema", *ARRAYS)),
        document=document,
        in_file=in_file,
        problems=tuple(problems),
        content=content,
    )


def _read_actor(record: Mapping[str, Any], known: Facts) -> dict[Fact, Any]:
    """Return what one `[[actor]]` says.

    Raises:
        ValueError: It contradicts what is `known`, or is not understood; the message says why.
    """
    name = _text(record.get("name"))
    if not name:
        raise ValueError("an actor has no `name`, a text in quotation marks")
    who = f"the actor {visible_line(name)}"
    if ("actor", name) in known:
        raise ValueError(f"{who} has the same name as another one")
    if ("join", name) in known:
        raise ValueError(f"{who} is in `joins` of {visible_line(known['join', name])} too")
    facts: dict[Fact, Any] = {("actor", name): True}
    kind = record.get("kind")
    if kind is not None:
        if kind not in ACTOR_KINDS:
            raise ValueError(f"{who} has a `kind` that is not one of {', '.join(ACTOR_KINDS)}")
        facts["kind", name] = kind
    for key, topic in LISTS.items():
        for other in _texts(record, key, who):
            _refuse_second(topic, key, other, name, known)
            facts[topic, other] = name
    unknown = without(record, OF_ACTOR)
    if unknown:
        facts["unknown", name] = unknown
    return facts


def _refuse_second(topic: Topic, key: str, other: str, name: str, known: Facts) -> None:
    owner = known.get((topic, other))
    if topic == "join" and other == name:
        raise ValueError(f"the actor {visible_line(name)} has itself in `joins`")
    if topic == "join" and ("actor", other) in known:
        owner = other
    if owner is not None:
        said, belongs = visible_line(other), visible_line(owner)
        what = "a separate actor" if owner == other else f"in `{key}` of {belongs}"
        raise ValueError(f"the actor {visible_line(name)} has {said} in `{key}`, which is {what} too")


def _read_ignore(record: Mapping[str, Any], known: Facts) -> dict[Fact, Any]:
    """Return what one `[[ignore]]` says; keys that the format does not name are the value of the fact.

    Raises:
        ValueError: It says nothing, or two things.
    """
    said = [(topic, _text(record[key])) for key, topic in IGNORED.items() if key in record]
    if len(said) != 1 or not said[0][1]:
        raise ValueError("what is ignored must be an `actor` or a `text`, in quotation marks")
    if said[0] in known:
        raise ValueError(f"{visible_line(said[0][1])} is ignored twice")
    return {said[0]: without(record, tuple(IGNORED)) or True}


def _texts(record: Mapping[str, Any], key: str, who: str) -> list[str]:
    value = record.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{who} has `{key}` that are not a list of texts")
    return [text for text in map(_text, value) if text]


def _text(value: object) -> str:
    """Return a text on one line; empty if it is not text."""
    return " ".join(value.split()) if isinstance(value, str) else ""

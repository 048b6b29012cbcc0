from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.corrections.actor_facts import Fact
from fenttui.corrections.actors_file import ActorsFile, parse_actors
from fenttui.corrections.actors_writing import write_actors
from fenttui.corrections.fact_merging import normalized
from fenttui.kinds import ACTOR_KINDS
from fenttui.problem import ProblemError

PATH = Path("actors.toml")

D = "the actor D has"
IGNORED = "what is ignored must be an `actor` or a `text`, in quotation marks"

WHOLE = """schema = 1
origin = "the desk"

[[actor]]
name = "Wang Yi"
kind = "person"
joins = [
    "Foreign Minister Wang",
    "Wang",
]
texts = [
    "Beijing",
]
aliases = [
    "China's envoy",
]
seen = 2025-04-02
weight = 1.50

[[ignore]]
actor = "Big Tech"
why = "too vague"

[[ignore]]
text = "Sign up"
"""


def format_actors(file: ActorsFile) -> bytes:
    return write_actors(PATH, file).content


def parsed(text: str) -> ActorsFile:
    return parse_actors(PATH, text.encode())


def test_a_file_is_written_back_as_it_was_with_keys_that_the_format_does_not_name() -> None:
    assert format_actors(parsed(WHOLE)).decode() == WHOLE


BY_HAND = """# of the desk

[[ignore]] # all of them
text = "Sign up"

# ask the embassy
[[actor]]
joins = ["Wang", "Foreign Minister Wang"] # both
name = 'Wang  Yi'
seen = 2025-04-02

[other.program]
x = 1

[[actor]]
kind = "place"
name = "Kremlin"
# the end
"""


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_a_change_leaves_every_other_byte_of_a_file_written_by_hand(eol: str) -> None:
    text = BY_HAND.replace("\n", eol)
    file = parsed(text)
    assert format_actors(file).decode() == text

    def after(changes: dict[Fact, object]) -> str:
        facts = {fact: value for fact, value in {**file.facts, **changes}.items() if value is not None}
        return format_actors(replace(file, facts=facts)).decode().replace(eol, "\n")

    other_kind = after({("kind", "Kremlin"): "organization"})
    assert other_kind == BY_HAND.replace('"place"', '"organization"')
    one_less = after({("join", "Wang"): None})
    assert one_less == BY_HAND.replace('["Wang", "Foreign Minister Wang"]', '["Foreign Minister Wang"]')
    named = after({("alias", "the envoy"): "Kremlin"})
    assert named == BY_HAND.replace('"Kremlin"\n', '"Kremlin"\naliases = [\n    "the envoy",\n]\n')
    gone = after({("ignored text", "Sign up"): None})
    assert gone == BY_HAND.replace('[[ignore]] # all of them\ntext = "Sign up"\n\n', "")
    new = after({("ignored actor", "Big Tech"): True})
    assert new == f'{BY_HAND}\n[[ignore]]\nactor = "Big Tech"\n'


def test_a_file_says_what_it_says() -> None:
    assert dict(parsed(WHOLE).facts) == {
        ("actor", "Wang Yi"): True,
        ("kind", "Wang Yi"): "person",
        ("join", "Foreign Minister Wang"): "Wang Yi",
        ("join", "Wang"): "Wang Yi",
        ("text", "Beijing"): "Wang Yi",
        ("alias", "China's envoy"): "Wang Yi",
        ("unknown", "Wang Yi"): {"seen": tomllib.loads("a = 2025-04-02")["a"], "weight": Decimal("1.50")},
        ("ignored actor", "Big Tech"): {"why": "too vague"},
        ("ignored text", "Sign up"): True,
    }


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ("[[actor]]", "an actor has no `name`, a text in quotation marks"),
        ("[[actor]]\nname = 7", "an actor has no `name`, a text in quotation marks"),
        ('[[actor]]\nname = "A"', "the actor A has the same name as another one"),
        ('[[actor]]\nname = "B"', "the actor B is in `joins` of A too"),
        ('[[actor]]\nname = "D"\njoins = ["D"]', "the actor D has itself in `joins`"),
        (
            '[[actor]]\nname = "D"\njoins = ["A"]',
            f"{D} A in `joins`, which is a separate actor too",
        ),
        (
            '[[actor]]\nname = "D"\njoins = ["B"]',
            f"{D} B in `joins`, which is in `joins` of A too",
        ),
        (
            '[[actor]]\nname = "D"\ntexts = ["C"]',
            f"{D} C in `texts`, which is in `texts` of A too",
        ),
        ('[[actor]]\nname = "D"\naliases = "x"', "the actor D has `aliases` that are not a list of texts"),
        (
            '[[actor]]\nname = "D"\nkind = []',
            "the actor D has a `kind` that is not one of person, organization, place, group",
        ),
        ("[[ignore]]", IGNORED),
        (
            '[[ignore]]\nactor = "x"\ntext = "y"',
            IGNORED,
        ),
        ('[[ignore]]\ntext = "I"', "I is ignored twice"),
    ],
)
def test_a_record_with_something_wrong_is_told_with_its_line_and_kept(record: str, sentence: str) -> None:
    text = (
        f'schema = 1\n[[actor]]\nname = "A"\njoins = ["B"]\ntexts = ["C"]\n[[ignore]]\ntext = "I"\n{record}\n'
    )
    before = parsed("\n".join(text.splitlines()[:7]))
    file = parsed(text)
    (problem,) = file.problems
    assert problem.message == f"{sentence}; fix it here; until then it is kept but not used"
    assert (problem.line, problem.severity) == (8, "error")
    assert file.facts == before.facts
    again = tomllib.loads(format_actors(file).decode())
    name = record[2 : record.index("]]")]
    assert tomllib.loads(record)[name][0] in again[name]
    assert parse_actors(PATH, format_actors(file)).unreadable == file.unreadable


@pytest.mark.parametrize(
    ("content", "line", "part"),
    [
        (b"[[actor]\n", 1, "is not valid TOML"),
        (b'schema = 1\nname = "\xff"\n', 2, "is not UTF-8"),
        (
            b"schema = 2\n",
            1,
            "a newer fenttui (schema 2); install that one to use these corrections",
        ),
        (b'schema = "1"\n', 1, "`schema` must be 1"),
        (b'actor = "Wang"\n', 1, "`actor` must be a list of tables, as in [[actor]]"),
        (b"ignore = 1\n", 1, "`ignore` must be a list of tables, as in [[ignore]]"),
        (b"\na = " + b"[" * 1000 + b"]" * 1000, 2, "its values are nested too deep"),
        (b"\n[[actor]]\nname = 0x" + b"f" * 5000, 3, "it holds a number that is too large"),
        (
            b"a = 1\n<<<<<<< a\n=======\n>>>>>>> b\n",
            2,
            "it has merge markers of version control on the lines",
        ),
        (b"a = 1\n" + b"\0" * 8, 2, "it holds NUL characters"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_sentence(
    content: bytes, line: int | None, part: str
) -> None:
    with pytest.raises(ProblemError) as raised:
        parse_actors(PATH, content)
    assert part in raised.value.problem.message
    assert raised.value.problem.line == line


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6).map(
    lambda name: " ".join(name.split()) or "x"
)
FACTS = st.dictionaries(
    st.tuples(st.sampled_from(["join", "text", "alias"]), NAMES), NAMES, max_size=6
) | st.dictionaries(st.tuples(st.just("kind"), NAMES), st.sampled_from(ACTOR_KINDS), max_size=3)


@given(FACTS, FACTS, st.sets(NAMES, max_size=3))
def test_what_is_written_is_read_again_and_gives_the_same_bytes(
    one: dict[Fact, str], other: dict[Fact, str], ignored: set[str]
) -> None:
    facts = normalized({**one, **other, **{("ignored text", name): True for name in ignored}})
    named = {name for (topic, name) in facts if topic in ("kind", "actor")}
    led = {value for (topic, _), value in facts.items() if topic in ("join", "text", "alias")}
    facts = {**facts, **{("actor", name): True for name in named | led}}
    facts = normalized(facts)
    content = format_actors(replace(parsed(""), facts=facts))
    file = parse_actors(PATH, content)
    assert file.problems == ()
    assert file.facts == facts
    assert format_actors(file) == content

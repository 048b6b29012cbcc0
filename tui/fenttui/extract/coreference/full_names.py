"""A person's name taken apart, and whether two full names are one person's."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.coreference.given_names import Gender, gender_of, same_given
from fenttui.extract.coreference.spelling import folded_parts
from fenttui.extract.names.honorifics import HONORIFICS
from fenttui.extract.text.gazetteer import canonical_forms, family_names, given_names
from fenttui.extract.text.wordlists import word_set

_PARTICLES = word_set(
    "al el ul ad ash as an de la las los del della di da do dos das du des d van von der den ter ten zu"
    " zur af av bin ibn bint ben binti abu y e le st"
)
_SON_OF = word_set("bin bint")
_ONE_PARTICLE = {
    "el": "al", "ul": "al", "ad": "al", "ash": "al", "as": "al", "an": "al", "ibn": "bin", "binti": "bint",
}  # fmt: skip
"""Particles that are another one, as the letter after it is spoken or as a language writes it."""
_SUFFIXES = word_set("jr sr junior senior phd md mp mps mep obe mbe cbe kc qc sc esq dds mba am ao")
_GENERATIONS = word_set("jr sr junior senior ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")
_REGNAL = _GENERATIONS - {"jr", "sr", "junior", "senior"}
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class FullName:
    """The words of a person's name, folded, without titles and particles."""

    words: tuple[str, ...]
    """An initial is a single letter; never empty."""
    surnames: frozenset[str]
    """Those of the words that the person may be called by after "Mr"."""
    generation: str
    """jr, sr, or a regnal number; empty without one."""
    particle: str
    """What stands before the last word and belongs to it, in one spelling: al, der, bin; may be empty."""

    @property
    def is_full(self) -> bool:
        """Whether it distinguishes one person from others of the surname."""
        return len(self.words) > 1 or self.generation in _REGNAL

    @property
    def son_of(self) -> bool:
        """Whether the last word is the father's name, which does not name the son alone: bin Salman."""
        return self.particle in _SON_OF

    @property
    def short(self) -> str:
        """For a name of one word: what persons are asked for, "salman" or "bin salman"."""
        return f"bin {self.words[0]}" if self.son_of else self.words[0]

    @property
    def gender(self) -> Gender | None:
        """The gender that the given name implies."""
        return gender_of(self.words[0]) if len(self.words) > 1 else None


def parse_name(said: str) -> FullName | None:
    """Return the name that `said` writes; None where it has no word."""
    parts = _initials_apart(said, folded_parts(said))[: 2 * _MOST_WORDS]
    while len(parts) > 1 and parts[0] in HONORIFICS:
        parts = parts[1:]
    generation = ""
    while len(parts) > 1 and (parts[-1] in _SUFFIXES or parts[-1] in _REGNAL):
        generation = _short(parts.pop(), generation)
    core = [part for position, part in enumerate(parts) if not position or part not in _PARTICLES] or parts
    if len(core) > 1 and core[0] in _PARTICLES and len(core[0]) > 1:
        core = core[1:]
    if not core:
        return None
    core = core[: _MOST_WORDS - 1] + core[-1:] if len(core) > _MOST_WORDS else core
    hyphenated = "-" in said and len(core) > 2
    particle = parts[-2] if len(parts) > 1 and parts[-2] in _PARTICLES and parts[-1] == core[-1] else ""
    return FullName(
        tuple(core), _surnames(core, hyphenated), generation, _ONE_PARTICLE.get(particle, particle)
    )


def without_titles(said: str) -> str:
    """Return `said` without the titles before the name: Donald Trump of "President Donald Trump"."""
    words = said.split()
    while len(words) > 1 and words[0].rstrip(".").lower() in HONORIFICS:
        words = words[1:]
    return " ".join(words)


def _short(suffix: str, generation: str) -> str:
    if suffix not in _GENERATIONS:
        return generation
    return {"junior": "jr", "senior": "sr"}.get(suffix, suffix)


def _initials_apart(said: str, parts: list[str]) -> list[str]:
    """Return `parts` with "JD" of "JD Vance" as two initials."""
    if len(parts) < 2 or said.isupper():
        return parts
    head = said.split(None, 1)[0]
    if len(head) == 2 and head.isupper() and head.isalpha():
        return [*parts[0], *parts[1:]]
    return parts


def _surnames(core: list[str], hyphenated: bool) -> frozenset[str]:
    first, last = core[0].capitalize(), core[-1].capitalize()
    if len(core) == 1 or first not in family_names():
        return frozenset(core[-1:])
    western = first in given_names() and not hyphenated and len(core) == 2
    if western or (last in family_names() and not hyphenated):
        return frozenset((core[0], core[-1]))
    return frozenset(core[:1])


def same_person(one: FullName, other: FullName) -> bool:
    """Return whether two full names may be one person's.

    The words of the shorter must stand in the longer in the same order, a given name also as an initial or
    a short form, and must agree where initials are in the middle: George W. Bush is not George H. W. Bush.
    So must the names after Mohammed, which distinguish those who bear it: Md Rahm Ali is not Muhammad
    Ali.
    """
    if one.generation != other.generation:
        return False
    short, long = sorted((one.words, other.words), key=len)
    if short == long:
        return True
    if len(short) == 1 or not _middles_agree(short, long) or not _mohammeds_agree(short, long):
        return False
    if sorted(short) == sorted(long) and one.surnames & other.surnames:
        return True
    words = [short[0], *(word for word in short[1:-1] if len(word) > 1), short[-1]]
    position = 0
    for index, word in enumerate(words):
        while position < len(long) and not (
            word == long[position]
            or (
                (index == 0 or len(long[position]) == 1)
                and position < len(long) - 1
                and same_given(word, long[position])
            )
        ):
            position += 1
        if position == len(long):
            return False
        position += 1
    return words[-1] == long[-1] or words[0] == long[0]


def _middles_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether the initials of middle names do not contradict each other."""
    one, other = short[1:-1], long[1:-1]
    if not one or not other or not any(len(word) == 1 for word in (*one, *other)):
        return True
    return all(a[0] == b[0] for a, b in zip(one, other, strict=False)) and (
        len(one) == len(other) or all(len(word) > 1 for word in (*one, *other))
    )


def _mohammeds_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether the names after Mohammed, if both begin with it, are one name or one is an initial."""
    nicknames = canonical_forms("nicknames")
    if nicknames.get(long[0], long[0]) != "mohammed" or not same_given(short[0], long[0]):
        return True
    return short[1] == long[1] or len(short[1]) == 1 or len(long[1]) == 1

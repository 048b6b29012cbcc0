"""Currencies by sign, code and name, and whose a name is that several countries share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from fenttui.extract.text.gazetteer import rows
from fenttui.extract.text.wordlists import word_set

LETTERS = word_set("R N K P PS")
"""Signs that are letters: of an amount only where they are joined to a large number. PS is what £ becomes
where a text was reduced to ASCII."""
LARGE_ONLY = word_set("real won mark sol som gold sum crown")
"""Names that are English words as well: of an amount only after a large number."""
HUNDREDTHS = {"cent": 100, "penny": 100}
"""Parts of money, which ISO 4217 has no codes for, and how many make the whole."""
_WORDS = word_set("ang all btn cad cup gel lak mad mop pen php sos top try bob ron sar amd nad cop")
"""Codes that in lower case read as words."""
_COMMON = word_set(
    "and the of new islands island republic south north west east western central st. & british"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """A country's own currency among those of one name."""

    code: str
    words: frozenset[str]
    """What a text calls the country and its people, in lower case."""


@dataclass(frozen=True, slots=True)
class Currencies:
    """How amounts of money are written, each to its ISO 4217 code or to the name that several share."""

    before: dict[str, str] = field(default_factory=dict)
    """Signs, abbreviations and codes, which stand before the amount: $, A$, Rs, EUR."""
    after: dict[str, str] = field(default_factory=dict)
    """Singular names in lower case, which stand after it: yuan, australian dollar."""
    owners: dict[str, list[Owner]] = field(default_factory=dict)
    """Whose a shared name is, as of pesos; first the one that it means where the text leaves it open."""


@cache
def currencies() -> Currencies:
    """Return all currencies of ISO 4217, and what news calls them."""
    table = Currencies()
    owners: dict[str, list[Owner]] = {}
    for code, name, signs, where in rows("currencies"):
        table.before.update(dict.fromkeys((code, *_listed(signs)), code))
        table.after[name] = table.after[name.replace("&", "and")] = code
        people, _, short = name.rpartition(" ")
        if where:
            words = f"{people} {' '.join(_listed(where.lower())[:8])}".split()
            owners.setdefault(short, []).append(Owner(code, frozenset(words) - _COMMON))
            if code.lower() not in _WORDS:
                table.after[code.lower()] = code
    for code, signs, names in rows("currency_words"):
        table.before.update(dict.fromkeys(_listed(signs), code))
        table.after.update(dict.fromkeys(_listed(names), code))
    for short, members in owners.items():
        first = table.after.setdefault(short, members[0].code)
        if len(members) > 1 and short != "dollar":
            table.owners[short] = sorted(members, key=lambda owner: owner.code != first)
            table.after[short] = short
    return table


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def currency_before(sign: str) -> str | None:
    """Return the currency of a sign or abbreviation that stands before an amount: $, A$, EUR, Rs."""
    return currencies().before.get(sign)


def currency_named(name: str) -> str | None:
    """Return the currency of a name in lower case, in singular or plural: dollars, swiss francs."""
    names = currencies().after
    return names.get(name) or (names.get(name[:-1]) if name[-1:] == "s" else None)


def owner_of(name: str, counts: Mapping[str, int]) -> str:
    """Return the code that the shared `name` means in a text whose words, in lower case, have these counts.

    It is that of the country which the text names most.
    """
    owners = currencies().owners[name]
    return max(owners, key=lambda owner: sum(counts.get(word, 0) for word in owner.words)).code

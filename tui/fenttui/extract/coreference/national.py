"""Bodies that every country has: its ministries, its supreme court, its parliament."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.coreference.countries import known_land
from fenttui.extract.coreference.spelling import folded, one_line
from fenttui.extract.text.gazetteer import adjective_of
from fenttui.extract.text.wordlists import word_set

_BODIES = frozenset((
    "supreme court", "high court", "constitutional court", "court of appeal", "parliament", "senate",
    "house of representatives", "national assembly", "army", "navy", "air force", "armed forces",
    "police", "national police", "government", "cabinet", "central bank", "election commission",
    "electoral commission", "embassy", "presidency", "national security council", "coast guard",
    "military", "federal government", "central government", "defense forces", "football federation",
    "football association", "red cross",
))  # fmt: skip
_FULL_FIELDS = {"foreign": "foreign affairs"}
_MOST_WORDS = 12
_SMALL = word_set("of and for the")


@dataclass(frozen=True, slots=True)
class NationalBody:
    """One body of one country."""

    country: str | None
    """The country's canonical name; None where the name does not say it."""
    body: str
    """The folded name without the country: "ministry of health", "supreme court"."""

    @property
    def key(self) -> str:
        """What distinguishes it from all other bodies; no folded name has such a key."""
        return f"{self.country or ''}|{self.body}"

    @property
    def name(self) -> str:
        """The canonical name where nothing better is written: Chinese Ministry of Foreign Affairs."""
        words = (word if word in _SMALL else word.capitalize() for word in self.body.split())
        adjective = adjective_of().get(self.country, self.country) if self.country else None
        return " ".join(filter(None, (adjective, *words)))

    @property
    def is_ministry(self) -> bool:
        """Whether it is one of a government's ministries."""
        return self.body.startswith("ministry of ")

    @property
    def head(self) -> str | None:
        """The word that is enough right after: "court", "ministry"."""
        if self.is_ministry:
            return "ministry"
        return self.body.rpartition(" ")[2] if " " in self.body or self.country else None

    @property
    def first_field(self) -> str:
        """The body by the first of several fields: ministry of finance."""
        return self.body.partition(" and ")[0]


def national_body(said: str) -> NationalBody | None:
    """Return the body that `said` names, with the country where it says it.

    None for any other organization.
    """
    words = one_line(said).split(" ")
    if len(words) > _MOST_WORDS:
        return None
    if words[0] in ("The", "the"):
        words = words[1:]
    country, words = _country_before(words) or _country_after(words) or (None, words)
    body = _body(folded(" ".join(words)))
    return NationalBody(country, body) if body is not None else None


def _country_before(words: list[str]) -> tuple[str, list[str]] | None:
    """Return the country that the words start with, by its name or its people's, and the words after it."""
    for size in range(min(3, len(words) - 1), 0, -1):
        owner = " ".join(words[:size])
        if owner[-2:].lower() in ("'s", "’s"):
            owner = owner[:-2]
        land = known_land(owner)
        if land is not None and land.way != "capital":
            return land.actor, words[size:]
    return None


def _country_after(words: list[str]) -> tuple[str, list[str]] | None:
    """Return the country after "of" that the words end with, and the words before it."""
    for size in range(min(3, len(words) - 2), 0, -1):
        land = known_land(" ".join(words[-size:]))
        rest = words[:-size]
        if rest[-1] == "the":
            rest = rest[:-1]
        if land is not None and land.way == "name" and rest and rest[-1] == "of":
            return land.actor, rest[:-1]
    return None


def _body(name: str) -> str | None:
    words = name.split()
    if len(words) > 1 and words[-1] == "ministry":
        field = " ".join(words[:-1])
        return f"ministry of {_FULL_FIELDS.get(field, field)}"
    if len(words) > 2 and words[0] == "ministry" and words[1] in ("of", "for"):
        field = " ".join(words[3 if words[2] == "the" else 2 :])
        return f"ministry of {_FULL_FIELDS.get(field, field)}"
    return name if name in _BODIES else None

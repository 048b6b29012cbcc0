"""Bodies that every country has: its ministries, its supreme court, its parliament."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.gazetteer import adjective_of
from fenttui.extract.linking.countries import known_land
from fenttui.extract.linking.spelling import folded, one_line
from fenttui.extract.wordlists import word_set

_BODIES = frozenset((
    "supreme court", "high court", "constitutional court", "court of appeal", "parliament", "senate",
    "house of representatives", "national assembly", "army", "navy", "air force", "armed forces",
    "police", "national police", "government", "cabinet", "central bank", "election commission",
    "electoral commission", "embassy", "presidency", "national security council", "coast guard",
    "military", "federal government", "central government", "defense forces", "football federation",
    "football association", "red cross",
))  # fmt: skip
_FIELD_OF = {"foreign": "foreign affairs", "external affairs": "external affairs"}
_SMALL = word_set("of and for the")


@dataclass(frozen=True, slots=True)
class NationalBody:
    """One body of one country."""

    country: str | None
    """The country's canonical name; None where the name does not say it."""
    body: str
    """The folded name without the country: "ministry of health", "supreme court"."""

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
    def first_field(self) -> str:
        """The body by the first of several fields: ministry of finance."""
        return self.body.partition(" and ")[0]


def national_body(said: str) -> NationalBody | None:
    """The body that `said` names, with the country where it says it; None for any other organization."""
    words = one_line(said).split(" ")
    if len(words) > 12:
        return None
    if words[0] in ("The", "the"):
        words = words[1:]
    country: str | None = None
    for size in (3, 2, 1):
        land = known_land(" ".join(words[:size])) if len(words) > size else None
        if land is not None and land.way != "capital":
            country, words = land.actor, words[size:]
            break
    else:
        for size in (3, 2, 1):
            if len(words) > size + 1:
                tail = words[-size:]
                of = words[-size - 1]
                if of == "the" and len(words) > size + 2:
                    of, rest = words[-size - 2], words[: -size - 2]
                else:
                    rest = words[: -size - 1]
                land = known_land(" ".join(tail)) if of == "of" else None
                if land is not None and land.way == "name":
                    country, words = land.actor, rest
                    break
    if words and words[0] in ("'s", "’s"):
        words = words[1:]
    body = _body(folded(" ".join(words)))
    return NationalBody(country, body) if body is not None else None


def _body(name: str) -> str | None:
    words = name.split()
    if len(words) > 1 and words[-1] == "ministry":
        field = " ".join(words[:-1])
        return f"ministry of {_FIELD_OF.get(field, field)}"
    if len(words) > 2 and words[0] == "ministry" and words[1] in ("of", "for"):
        field = " ".join(words[3 if words[2] == "the" else 2 :])
        return f"ministry of {_FIELD_OF.get(field, field)}"
    return name if name in _BODIES else None

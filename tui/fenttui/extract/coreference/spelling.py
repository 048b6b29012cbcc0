"""One spelling for all the ways to write the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_PARTS = re.compile(r"[^\W_]+|&")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,8}(?:[^\W\d_](?!\w))?")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`ʻ")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_AMERICAN = {
    "organisation": "organization", "organisations": "organizations", "programme": "program",
    "programmes": "programs", "centre": "center", "centres": "centers", "defence": "defense",
    "labour": "labor", "harbour": "harbor", "theatre": "theater", "co-operation": "cooperation", "&": "and",
    "st": "saint", "mt": "mount", "colour": "color", "honour": "honor", "sulphur": "sulfur",
}  # fmt: skip


def folded(said: str) -> str:
    """Return `said` without case, accents, apostrophes, hyphens, full stops and line breaks.

    In American spelling.

    Letters with full stops are one word: U.S. is "us". Empty where there is neither a letter nor a digit.
    """
    if said.isascii() and said.isalpha():
        word = said.lower()
        return _AMERICAN.get(word, word)
    if "." in said:
        said = _DOTTED.sub(lambda match: match[0].replace(".", "") + " ", said)
    return " ".join(_AMERICAN.get(part, part) for part in _PARTS.findall(_bare(said)))


def folded_parts(said: str) -> list[str]:
    """Return the folded words of a person's name; an initial with its stop is a word: Donald J. Trump."""
    return _PARTS.findall(_bare(said))


def _bare(said: str) -> str:
    if said.isascii():
        return said.lower().translate(_APOSTROPHES)
    letters = unicodedata.normalize("NFKD", said.casefold().translate(_APOSTROPHES)).translate(_LETTERS)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def one_line(said: str) -> str:
    """Return `said` with single spaces, as a canonical name is shown."""
    return " ".join(said.split())


def acronym_of(said: str) -> str | None:
    """Return the letters of an acronym, in lower case: KWU, K.W.U., MoH, T&T; None for what is not one."""
    letters = said.replace(".", "").replace("&", "")
    capitals = sum(map(str.isupper, letters))
    if not 2 <= len(letters) <= 8 or not letters.isalpha() or 2 * capitals < len(letters):
        return None
    return letters.lower() if capitals > 1 and letters[0].isupper() and letters[-1].isupper() else None


def fullest(forms: Iterable[str]) -> str:
    """Return the form with the most words, not in capitals where another is not; of equals the first."""
    return max(
        forms,
        key=lambda form: (
            not _shouted(form),
            sum(len(word.rstrip(".")) > 1 for word in form.replace("-", " ").split()),
        ),
    )


def _shouted(form: str) -> bool:
    return form.isupper() and len(form) > 5

"""Words before a name that say that a person follows."""

from __future__ import annotations

from fenttui.extract.text.wordlists import word_set

HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister pastor bishop"
    " archbishop cardinal imam sheikh rabbi pope king queen emperor prince princess president senator sen rep"
    " congressman congresswoman gov governor gen general col colonel maj major capt captain lt lieutenant"
    " sgt sergeant brig brigadier adm admiral justice judge hon honourable honorable ambassador chancellor"
    " minister mayor alhaji chief comrade commissioner inspector superintendent constable detective"
    " officer councillor engr barrister premier"
)
"""In lower case; before a name these are left out of it."""


def is_honorific(word: str) -> bool:
    """Return whether `word` (in lower case) before a name says that a person follows."""
    return word in HONORIFICS

"""Nouns that stand for who speaks: offices, bodies, and those who speak for others."""

from __future__ import annotations

from fenttui.extract.text.wordlists import word_set

OFFICIAL = word_set(
    "ministry government administration department office embassy consulate authorities authority officials"
    " official police military army navy agency parliament side delegation cabinet council commission"
    " committee court prosecutors prosecutor regulator regulators intelligence"
    " customs leadership leaders presidency mission bank spokesman spokeswoman spokesperson negotiators"
    " federation association union team company firm group party university center centre statement"
)
"""Nouns that speak for the country or the organization that they are said to belong to."""
VOICES = word_set(
    "spokesman spokeswoman spokesperson spokespersons spokespeople representative officials official"
    " source sources statement report data figures transcript press study document documents researchers"
    " scientists experts analysts economists academics doctors filing survey poll release notice letter"
    " website"
)
"""Nouns that speak for whom stands after "for", "from", "of", "at" or "by"."""
STYLES = word_set("excellency highness majesty eminence holiness honour honor lordship")
"""His Excellency, Her Majesty."""
BODIES = word_set(
    "agency company firm group ministry airline carrier bank regulator organization organisation union body"
    " association department commission party club watchdog corporation carmaker automaker manufacturer"
    " government institution council committee council authority"
)
"""Nouns that mean the organization that the text is about."""
NEAR_TO = VOICES | word_set(
    "aide aides ally allies lawyer lawyers adviser advisers advisor advisors friend friends supporters family"
    " critics opponents wife husband son daughter father mother brother sister attorney doctor"
)
"""Nouns of people whose words are not those of the person they belong to."""
OFFICES = word_set(
    "president minister premier leader secretary ambassador governor senator mayor chancellor diplomat"
    " politician lawmaker commissioner king prince pope chairman chairwoman chairperson"
    " spokesman spokeswoman spokesperson"
)
"""Nouns that may mean whom the text is about without ever having said that they hold the office."""

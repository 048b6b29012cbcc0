"""Nouns at the end or the head of a name that say what it names, or that it names nobody."""

from __future__ import annotations

from fenttui.extract.wordlists import word_set

PLACE_TAILS = word_set(
    "river province county island islands lake city district sea ocean gulf valley bay mountains mountain"
    " desert state region peninsula strait village town township prefecture municipality canal hills"
    " forest coast creek falls beach basin governorate oblast territory reef delta park kingdom"
)
PLACE_HEADS = word_set("lake mount mt cape gulf port fort republic isle strait bay san santa st saint são")
THINGS = word_set(
    "act law bill treaty agreement accord deal pact plan award awards prize medal cup games olympics festival"
    " championship championships tournament day war revolution hotel stadium airport station bridge street"
    " road avenue highway building tower hall square cathedral temple mosque prison palace declaration"
    " convention protocol summit conference resolution strategy report index amendment rights equality code"
    " constitution visa virus disease syndrome language"
)
"""What ends with one of these is no actor: laws, prizes, buildings; though some are surnames: Jude Law."""

NEVER_SURNAMES = word_set(
    "base airbase fair parade pride expressway freeway motorway boulevard airport highway port terminal"
    " railway corridor route bypass office station stadium hospital cemetery market markets mall plaza hotel"
    " festival olympiad olympics championship championships cup league marathon"
    " award awards prize act treaty agreement accord deal pact scheme package initiative program programme"
    " project policy index chart code report conference summit declaration convention protocol resolution"
    " amendment constitution strategy visa virus disease syndrome variant vaccine rights"
    " affairs entity platform line series season album magazine newspaper app"
    " travel life futures bonds shares stocks co shimbun airlines airways labs cafe restaurant foods motors"
    " energy electric steel telecom securities holdings industries media express kingdom school university"
    " college academy church mosque cathedral temple parks building avenue river island islands province"
    " county district region mountains valley"
    " republic ceo cfo mps mp atms heads staff system style tax currency panel area"
)
"""No person's name ends with one of these."""


def names_no_person(word: str) -> bool:
    """Whether a name that ends with `word` (in lower case) is no person's."""
    return word in NEVER_SURNAMES

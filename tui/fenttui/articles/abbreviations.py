"""Words that decide whether a full stop ends a sentence. All in lower case unless said otherwise."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    mr mrs ms messrs mme mlle dr prof gen lt col maj capt cmdr cdr cpl sgt adm brig sen rep reps sens gov
    pres rev hon supt amb atty st mt ft vs viz cf eg ie e.g i.e approx v
    """
)
"""What precedes a name, or joins two: it never ends a sentence."""

BEFORE_NUMBER = _words(
    """
    no nos p pp vol fig figs art arts sec ch par ca jan feb mar apr jun jul aug sept sep oct nov dec
    """
)
"""Abbreviations only before a number."""

AFTER_NAME = _words(
    """
    inc corp co ltd llc plc bros dept univ assn jr sr esq etc al est ave blvd rd ph.d
    """
)
"""What may end a sentence or occur inside it; the next word decides."""

STARTERS = _words(
    """
    a an the this that these those it its he she they we i you his her their our my your who what when where
    why how there here in on at by for from with without under over after before since until during despite
    although though while if as because but and or nor so yet however meanwhile moreover also still then now
    later last next earlier both all some many most several few other others another each every no not one
    two three such instead separately according asked speaking among between against amid about to of only
    even once more than yesterday today tomorrow critics officials experts analysts
    """
)
"""What opens a sentence far more often than it follows an abbreviation within one."""

PARTIES = _words(
    """
    china chinese beijing russia russian moscow ukraine kyiv mexico mexican canada canadian ottawa japan
    japanese tokyo india indian delhi iran iranian tehran israel israeli taiwan taipei brazil germany german
    berlin france french paris britain british london europe european brussels trump biden xi putin wang
    washington congress
    """
)
"""Who else the news of a state is about: after "U.S.", one of these and a verb open a sentence."""

STATE_WORDS = _words(
    """
    president vice secretary treasury congress senate senator house representative representatives state
    department ambassador embassy consulate army navy marine marines air coast military forces troops
    commerce customs border trade supreme attorney justice defense defence energy food drug centers agency
    bureau federal central national chamber district court judge steel soybean dollar agriculture homeland
    immigration postal securities geological government administration officials lawmakers politicians
    businesses companies citizens intelligence envoy chief
    chairman chairwoman chair ceo director executive spokesman spokeswoman spokesperson shares stock
    """
)
"""Words that continue a sentence after "U.S." or "Inc."."""

VERBS = _words(
    """
    said says say has have had is are was were will would should could may might must did does do told tells
    added accused called denied warned announced responded replied retaliated imposed urged asked wants
    wanted made met took in also then later reiterated repeated insisted argued claimed blamed rejected
    """
)
"""What follows the subject that a sentence opens with."""

AFTER_CLOCK = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december eastern pacific central mountain greenwich beijing london
    moscow
    """
)
"""Words that continue a sentence after "a.m." and "p.m."."""

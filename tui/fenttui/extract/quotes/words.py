"""Words that bound phrases and clauses, or stand between a subject and its verb."""

from __future__ import annotations

from fenttui.extract.text.wordlists import word_set

PRONOUNS = word_set("he she they it")
OWN = word_set("i we you")
"""Subjects that speak for the text itself; their words are no quote of an actor."""
RELATIVES = word_set("who which that")
ADVERBS = word_set(
    "also then later further furthermore repeatedly earlier previously reportedly again once even still just"
    " already only often publicly recently simply clearly himself herself themselves itself had has have"
    " always initially separately however moreover meanwhile therefore thus instead today"
    " yesterday too both all now first finally"
)
BOUNDARIES = word_set(
    "but while as because if when whereas though although until before after since whether where so yet or"
    " once unless than that which who whose what how why"
)
SIGNS = frozenset(',;:".!?…—–()[]-*•')
AFTER_SOURCE = SIGNS | BOUNDARIES | {"told", "said", "is", "was"}
AUXILIARIES = word_set(
    "is are was were has have had will would can could should may might must does did do cannot isn't wasn't"
    " aren't weren't won't wouldn't can't couldn't hasn't haven't hadn't doesn't didn't don't shouldn't 's ’s"
    " 'd ’d"
)
PREPOSITIONS = word_set(
    "of for from at with in on to by under against between near within over about after into during through"
    " outside inside across"
)
DETERMINERS = word_set("the a an his her their its this that these those one some several many both")
RELEASED = word_set("released published issued compiled provided seen obtained carried posted quoted read")
TIME_WORDS = word_set("on in at late early last earlier this next")
VENUES = word_set(
    "statement interview briefing conference speech post tweet letter report note message address email"
    " e-mail remarks meeting visit hearing ceremony event summit call comments communique communiqué filing"
    " blog video memo testimony telephone phone phone-in broadcast session rally sermon trip talks"
    " release show programme"
    " editorial article commentary question questions reporters journalists lawmakers parliament"
    " court response reply forum occasion function launch program webinar affidavit weekend"
    " anonymity essay column bulletin update presser notice speech keynote twitter facebook television tv"
    " radio newspaper channel news morning evening afternoon month week year day time"
)

"""Verbs of speech: their forms, and what each of them may introduce."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from fenttui.extract.text.wordlists import word_set

Form = Literal["finite", "base", "ing"]
"""`said` and `says`; `say`, which wants a plural subject; `saying`, which has its subject from elsewhere."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of speech."""

    lemma: str
    form: Form
    clause: bool
    """Whether it introduces a clause with "that"."""
    bare: bool
    """Whether the clause may do without "that"."""
    quotation: bool
    """Whether it introduces a quotation."""
    fragment: bool
    """Whether it takes quoted words into its sentence: called it "a farce"."""
    noun: bool
    """Whether the form is a noun or an adjective as often: claims, stated."""


_CLAUSE = """
    say tell add note stress warn claim argue insist explain announce state declare report reveal admit
    acknowledge deny suggest confirm reiterate emphasize emphasise maintain testify contend allege assert
    affirm assure inform remind caution conclude concede disclose indicate lament recall remark observe
    predict complain promise pledge vow swear write tweet post boast clarify repeat underline underscore
    highlight agree specify point respond reply retort counter comment mention advise estimate believe
"""
_BARE = word_set(
    "say tell claim argue insist warn add explain announce note stress admit confirm reveal acknowledge"
    " allege contend predict maintain report suggest promise pledge vow concede agree estimate assure inform"
    " remind state declare clarify deny recall believe write"
)
_QUOTATION = """
    ask continue joke quip shout cry laugh begin answer question demand urge
    exclaim chant read sing recount quote plead opine muse
"""
_FRAGMENT = """
    call describe label brand denounce condemn slam hail praise accuse blame criticize criticise dismiss
    characterize characterise vow pledge promise threaten demand urge deride blast warn speak term cite
    decry
"""
_NOUNS = word_set(
    "claim claims report reports state states note notes comment comments remark remarks promise promises"
    " pledge pledges vow vows demand demands post posts tweet tweets call calls blame praise urge cries"
    " cry laugh answer answers question questions answering begin counter counters contends highlight"
    " highlights laughs reply response repeat repeats mention mentions estimate estimates read reads"
    " writing post posting boast complaint quote quotes brand brands label labels term terms stress stresses"
    " threatens continue advice counted believed estimated posted reported stated noted cited"
    " quoted called added alleged suspected declared"
)
_IRREGULAR = {
    "say": ("says", "said", "saying"), "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"), "swear": ("swears", "swore", "swearing"),
    "begin": ("begins", "began", "beginning"), "sing": ("sings", "sang", "singing"),
    "speak": ("speaks", "spoke", "speaking"), "read": ("reads", "reads", "reading"),
    "admit": ("admits", "admitted", "admitting"), "quip": ("quips", "quipped", "quipping"),
}  # fmt: skip
_DOUBLED = word_set("slam")

INVERTED = word_set("said says added asked explained wrote warned insisted argued noted announced declared")
"""Forms that stand before their subject after a quotation: said Wang Yi."""


def _forms(lemma: str) -> tuple[str, str, str]:
    """Return the third person, the past and the form in -ing."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma in _DOUBLED:
        return lemma + "s", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    ending = "es" if lemma.endswith(("s", "sh", "ch")) else "s"
    return lemma + ending, lemma + "ed", lemma + "ing"


@cache
def verbs() -> dict[str, Verb]:
    """Return every form, in lower case, with its verb."""
    clause, quotation, fragment = _CLAUSE.split(), _QUOTATION.split(), _FRAGMENT.split()
    table: dict[str, Verb] = {}
    for lemma in dict.fromkeys(clause + quotation + fragment):
        third, past, ing = _forms(lemma)
        rows: tuple[tuple[str, Form], ...] = (
            (lemma, "base"), (third, "finite"), (past, "finite"), (ing, "ing")
        )  # fmt: skip
        for written, form in rows:
            table[written] = Verb(
                lemma, form, lemma in clause, lemma in _BARE, lemma in quotation or lemma in clause,
                lemma in fragment, written in _NOUNS,
            )  # fmt: skip
    return table


def speaks(lowered: str) -> bool:
    """Return whether a text in lower case, with its words parted by white space, holds words of speech."""
    return not words_of_speech().isdisjoint(lowered.split())


@cache
def words_of_speech() -> frozenset[str]:
    """Return all words that may be cues, in lower case."""
    return frozenset((*verbs(), "according"))
